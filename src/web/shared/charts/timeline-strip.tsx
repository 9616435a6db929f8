import { max, range, rollup, sum } from "d3-array";
import { useId } from "preact/hooks";
import { formatDate, formatDuration } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";
import { widthOf } from "./axes.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { fillOf, Patterns } from "./fills.tsx";
import { usePoints } from "./use-points.ts";
import { useWidth } from "./use-width.ts";

/** What lasted from one instant to another, Unix milliseconds. */
export interface Stretch {
	name: string;
	color: string;
	from: number;
	to: number;
}

interface TimelineStripProps {
	title: string;
	nameOfNames: string;
	stretches: readonly Stretch[];
	/** What happened at an instant, drawn as marks above the strip. */
	marks?: readonly { name: string; at: number }[];
}

const GAP = 1.5;
const TOP = 18;
const BAND = 34;
/** Room for the name of an instant, in CSS pixels. */
const TICK = 90;
/** Lengths that people count time in, in seconds. */
const STEPS = [1, 5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 604_800];

/** One thing after another along time, as wide as it lasted. */
export function TimelineStrip({ title, nameOfNames, stretches, marks = [] }: TimelineStripProps) {
	const id = useId();
	const { box, width } = useWidth();
	const start = stretches[0]?.from ?? 0;
	const end = max(stretches, ({ to }) => to) ?? 0;
	const xOf = (at: number) => (width * (at - start)) / (end - start || 1);
	const names = [...new Set(stretches.map(({ name }) => name))];
	const lengthOf = ({ from, to }: Stretch) => formatDuration((to - from) / 1000);
	const points = [
		...stretches.map((stretch) => `${stretch.name}: ${clock(stretch.from)}, ${lengthOf(stretch)}`),
		...marks.map(({ name, at }) => `${name}: ${clock(at)}`),
	];
	const { drawing, propsOf, shown } = usePoints(points);
	return (
		<ChartFrame
			title={title}
			sentence={sentenceOf(stretches, end - start)}
			box={box}
			shown={shown}
			figures={{
				head: [t("chart.from"), t("chart.to"), nameOfNames, t("chart.duration")],
				rows: stretches.map((stretch) => [
					clock(stretch.from),
					clock(stretch.to),
					stretch.name,
					lengthOf(stretch),
				]),
			}}
		>
			<svg
				ref={drawing}
				width={width}
				height={TOP + BAND + 56}
				role="group"
				aria-label={`${title}. ${t("chart.keys")}`}
			>
				<Patterns id={id} />
				{stretches.map(({ name, color, from, to }, i) => {
					const length = Math.max(1, xOf(to) - xOf(from) - GAP);
					return (
						<g key={from} class="point" {...propsOf(i)}>
							<rect
								class="bar"
								x={xOf(from)}
								y={TOP}
								width={length}
								height={BAND}
								rx="3"
								fill={fillOf(id, names.indexOf(name), color)}
							/>
							{widthOf(name) < length && (
								<text class="end-name" x={xOf(from) + 2} y={TOP + BAND + 15}>
									{name}
								</text>
							)}
						</g>
					);
				})}
				{marks.map(({ name, at }, i) => (
					<g key={`${name} ${at}`} class="point" {...propsOf(stretches.length + i)}>
						<path class="strip-mark" d={`M${xOf(at)} ${TOP - 2}l-6 -11h12z`} />
					</g>
				))}
				<TimeAxis start={start} end={end} xOf={xOf} width={width} y={TOP + BAND + 34} />
			</svg>
		</ChartFrame>
	);
}

const clock = (at: number): string => formatDate(at, { timeStyle: "medium" });

interface TimeAxisProps {
	start: number;
	end: number;
	width: number;
	y: number;
	xOf(at: number): number;
}

/** Lengths of time from the start, as many as have room. */
function TimeAxis({ start, end, width, y, xOf }: TimeAxisProps) {
	const total = (end - start) / 1000;
	const step = STEPS.find((length) => total / length <= width / TICK) ?? total;
	const seconds = range(0, total - step / 4, step);
	return (
		<g class="axis" aria-hidden="true">
			{seconds.map((second) => (
				<text
					key={second}
					x={xOf(start + second * 1000)}
					y={y}
					text-anchor={second === 0 ? "start" : "middle"}
				>
					{formatDuration(second)}
				</text>
			))}
			<text class="axis-name" x={width} y={y + 18} text-anchor="end">
				{t("chart.time")}
			</text>
		</g>
	);
}

function sentenceOf(stretches: readonly Stretch[], total: number): string {
	const lengths = rollup(
		stretches,
		(all) => sum(all, ({ from, to }) => to - from),
		({ name }) => name,
	);
	const [longest] = [...lengths].toSorted(([, a], [, b]) => b - a);
	if (!longest) return t("chart.nothing");
	const [name, length] = longest;
	return t("chart.strip", {
		name,
		duration: formatDuration(length / 1000),
		total: formatDuration(total / 1000),
	});
}
