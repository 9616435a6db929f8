import { max, sum } from "d3-array";
import { useId } from "preact/hooks";
import { formatNumber } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";
import { widthOf } from "./axes.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { fillOf, Patterns } from "./fills.tsx";
import { leadSentence } from "./lead-sentence.ts";
import { usePoints } from "./use-points.ts";
import { useWidth } from "./use-width.ts";

export interface Amount {
	name: string;
	color: string;
	value: number;
}

interface BarChartProps {
	title: string;
	/** What the names are of, and what the values count. */
	nameOfNames: string;
	valueName: string;
	amounts: readonly Amount[];
	format?: (value: number) => string;
}

const ROW = 36;
const BAR = 22;
const TOP = 26;

/** Amounts beside each other, as lying bars with their names and values at them. */
export function BarChart({ title, nameOfNames, valueName, amounts, format = formatNumber }: BarChartProps) {
	const id = useId();
	const { box, width } = useWidth();
	const total = sum(amounts, ({ value }) => value);
	const saidOf = ({ name, value }: Amount) =>
		`${name}: ${t("chart.of", { value: format(value), total: format(total) })}`;
	const { drawing, propsOf, shown } = usePoints(amounts.map(saidOf));
	const left = Math.min(Math.max(...amounts.map(({ name }) => widthOf(name)), 0) + 16, width / 2);
	const right = Math.max(...amounts.map(({ value }) => widthOf(format(value))), 0) + 16;
	const longest = max(amounts, ({ value }) => value) || 1;
	const height = TOP + amounts.length * ROW;
	return (
		<ChartFrame
			title={title}
			sentence={leadSentence(amounts, format)}
			box={box}
			shown={shown}
			figures={{
				head: [nameOfNames, valueName],
				rows: amounts.map(({ name, value }) => [name, format(value)]),
			}}
		>
			<svg
				ref={drawing}
				width={width}
				height={height}
				role="group"
				aria-label={`${title}. ${t("chart.keys")}`}
			>
				<Patterns id={id} />
				<g class="axis" aria-hidden="true">
					<text class="axis-name" x="0" y="12">
						{nameOfNames}
					</text>
					<text class="axis-name" x={left} y="12">
						{valueName}
					</text>
					<line x1={left} x2={left} y1={TOP - 4} y2={height} />
				</g>
				{amounts.map(({ name, color, value }, i) => {
					const length = ((width - left - right) * value) / longest;
					const y = TOP + i * ROW;
					return (
						<g key={name} class="point" {...propsOf(i)}>
							<rect x="0" y={y} width={width} height={ROW} />
							<text class="end-name" x="0" y={y + ROW / 2} dy="0.32em">
								{name}
							</text>
							<rect
								class="bar"
								x={left}
								y={y + (ROW - BAR) / 2}
								width={Math.max(length, value > 0 ? 2 : 0)}
								height={BAR}
								fill={fillOf(id, i, color)}
							/>
							<text class="end-name" x={left + length + 8} y={y + ROW / 2} dy="0.32em">
								{format(value)}
							</text>
						</g>
					);
				})}
			</svg>
		</ChartFrame>
	);
}
