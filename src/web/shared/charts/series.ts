import { nice } from "d3-array";
import { widthOf } from "./axes.tsx";

/** Values of one kind, one for each label of the chart; null where there is none. */
export interface Series {
	name: string;
	/** A colour of the tokens, such as `var(--mood-focused)`. */
	color: string;
	values: readonly (number | null)[];
}

/** What charts over a row of labels have in common. */
export interface SeriesChartProps {
	title: string;
	/** The titles of the axes. */
	labelName: string;
	valueName: string;
	labels: readonly string[];
	series: readonly Series[];
	format?: (value: number) => string;
	height?: number;
}

/** The room for a drawing of a width, with names at its right edge. */
export function plotOf(
	width: number,
	height: number,
	max: number,
	format: (value: number) => string,
	names: readonly string[],
) {
	const [, top] = nice(0, Math.max(max, Number.EPSILON), 4);
	const left = Math.max(...[0, top].map((value) => widthOf(format(value)))) + 14;
	const right = Math.min(Math.max(...names.map(widthOf), 0) + 24, width / 3);
	return { left, top: 30, width: width - left - right, height: height - 30 - 42, max: top, format };
}
