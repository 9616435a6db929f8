import { rollup } from "d3-array";
import { useId } from "preact/hooks";
import { formatDate } from "../messages/formats.ts";
import { language } from "../messages/language.ts";
import { counted, t } from "../messages/shared-texts.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { fillOf, Patterns } from "./fills.tsx";
import { usePoints } from "./use-points.ts";
import { useWidth } from "./use-width.ts";

/** One of the things that a day can be. */
export interface Kind {
	name: string;
	color: string;
}

interface PixelCalendarProps {
	title: string;
	dayName: string;
	kindName: string;
	/** The first day, such as `2026-05-04`; days follow without a gap. */
	start: string;
	/** The kind of each day, as its place in `kinds`; null where there is none. */
	days: readonly (number | null)[];
	kinds: readonly Kind[];
}

const DAY_MS = 86_400_000;
const GAP = 1.5;
const MAX_CELL = 20;
const TOP = 22;

/** A cell a day, a column a week, filled by what the day was. */
export function PixelCalendar({ title, dayName, kindName, start, days, kinds }: PixelCalendarProps) {
	const id = useId();
	const { box, width } = useWidth();
	const first = Date.parse(start);
	const before = (new Date(first).getUTCDay() - firstWeekday() + 7) % 7;
	const weeks = Math.ceil((before + days.length) / 7);
	const cell = Math.min(MAX_CELL, width / weeks);
	const dateOf = (i: number) => first + i * DAY_MS;
	const saidOf = (i: number) => formatDate(dateOf(i), { dateStyle: "full", timeZone: "UTC" });
	const kindOf = (i: number) => kinds[days[i] ?? -1]?.name ?? t("chart.none");
	const { drawing, propsOf, shown } = usePoints(
		days.map((_, i) => `${saidOf(i)}: ${kindOf(i)}`),
		7,
	);
	const columnOf = (i: number) => Math.floor((before + i) / 7) * cell;
	return (
		<ChartFrame
			title={title}
			sentence={sentenceOf(days, kinds)}
			box={box}
			shown={shown}
			figures={{ head: [dayName, kindName], rows: days.map((_, i) => [saidOf(i), kindOf(i)]) }}
		>
			<svg
				ref={drawing}
				width={width}
				height={TOP + 7 * cell}
				role="group"
				aria-label={`${title}. ${t("chart.keys")}`}
			>
				<Patterns id={id} />
				<g class="axis" aria-hidden="true">
					{monthStarts(first, days.length).map((i) => (
						<text key={i} x={columnOf(i)} y="12">
							{formatDate(dateOf(i), { month: "short", timeZone: "UTC" })}
						</text>
					))}
				</g>
				{days.map((kind, i) => (
					<g key={dateOf(i)} class="point" {...propsOf(i)}>
						<rect
							class="pixel"
							x={columnOf(i)}
							y={TOP + ((before + i) % 7) * cell}
							width={cell - GAP}
							height={cell - GAP}
							rx={cell / 6}
							fill={kind === null ? "transparent" : fillOf(id, kind, kinds[kind]?.color ?? "")}
						/>
					</g>
				))}
			</svg>
			<ul class="legend">
				{kinds.map(({ name, color }, n) => (
					<li key={name}>
						<svg width="14" height="14" aria-hidden="true">
							<rect class="pixel" width="14" height="14" rx="3" fill={fillOf(id, n, color)} />
						</svg>
						{name}
					</li>
				))}
			</ul>
		</ChartFrame>
	);
}

/** The first day of the week where the language is spoken: 0 is Sunday. Monday where the browser does not know. */
function firstWeekday(): number {
	const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(
		language.value,
	).maximize();
	return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}

/** The days on which a month starts, leaving out those whose names would have no room. */
function monthStarts(first: number, count: number): number[] {
	return Array.from({ length: count }, (_, i) => i).filter(
		(i) => new Date(first + i * DAY_MS).getUTCDate() === 1,
	);
}

function sentenceOf(days: readonly (number | null)[], kinds: readonly Kind[]): string {
	const known = days.filter((kind) => kind !== null);
	const [most] = [
		...rollup(
			known,
			(all) => all.length,
			(kind) => kind,
		),
	].toSorted(([, a], [, b]) => b - a);
	const name = kinds[most?.[0] ?? -1]?.name;
	return name ? counted("chart.pixels", known.length, { name }) : t("chart.nothing");
}
