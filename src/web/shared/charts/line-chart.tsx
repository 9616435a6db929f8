import { area, curveMonotoneX, line } from "d3-shape";
import { formatNumber } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";
import { LabelAxis, spread, ValueAxis, yOf } from "./axes.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { plotOf, type Series, type SeriesChartProps } from "./series.ts";
import { usePoints } from "./use-points.ts";
import { useWidth } from "./use-width.ts";

interface LineChartProps extends SeriesChartProps {
	/** How sure the first series is: from low to high, drawn as a band around it. */
	band?: { low: readonly number[]; high: readonly number[] };
}

const DASHES = ["", "7 4", "2 4", "10 3 2 3"];

/** Lines over time, told apart by name at their end and by dashes. The first series' points can be walked. */
export function LineChart(props: LineChartProps) {
	const { title, labels, series, band, format = formatNumber, height = 260, labelName, valueName } = props;
	const { box, width } = useWidth();
	const values = [...series.flatMap((one) => one.values), ...(band?.high ?? [])].map((value) => value ?? 0);
	const plot = plotOf(
		width,
		height,
		Math.max(...values, 0),
		format,
		series.map(({ name }) => name),
	);
	const xOf = (i: number) => plot.left + (plot.width * i) / Math.max(1, labels.length - 1);
	const saidAt = (i: number) =>
		`${labels[i]}: ${series.map(({ name, values }) => `${name} ${said(values[i], format)}`).join(", ")}`;
	const { drawing, propsOf, shown } = usePoints(labels.map((_, i) => saidAt(i)));
	const lineOf = line<number | null>(
		(_, i) => xOf(i),
		(value) => yOf(plot, value ?? 0),
	)
		.defined((value) => value !== null)
		.curve(curveMonotoneX);
	const bandOf = area<number>(
		(_, i) => xOf(i),
		(_, i) => yOf(plot, band?.low[i] ?? 0),
		(value) => yOf(plot, value),
	).curve(curveMonotoneX);
	const step = plot.width / Math.max(1, labels.length - 1);
	return (
		<ChartFrame
			title={title}
			sentence={sentenceOf(series[0], labels, format)}
			box={box}
			shown={shown}
			figures={{
				head: [labelName, ...series.map(({ name }) => name)],
				rows: labels.map((label, i) => [label, ...series.map(({ values }) => said(values[i], format))]),
			}}
		>
			<svg
				ref={drawing}
				width={width}
				height={height}
				role="group"
				aria-label={`${title}. ${t("chart.keys")}`}
			>
				<ValueAxis plot={plot} name={valueName} />
				<LabelAxis plot={plot} name={labelName} labels={labels} xOf={xOf} />
				{band && <path class="band" d={bandOf(band.high) ?? ""} fill={series[0]?.color} />}
				{series.map(({ name, color, values }, n) => (
					<path
						key={name}
						class="line"
						d={lineOf(values) ?? ""}
						stroke={color}
						stroke-dasharray={DASHES[n % DASHES.length]}
					/>
				))}
				<EndNames series={series} x={plot.left + plot.width} yOfValue={(value) => yOf(plot, value)} />
				{labels.map((label, i) => (
					<g key={label} class="point" {...propsOf(i)}>
						<rect x={xOf(i) - step / 2} y={plot.top} width={step} height={plot.height} />
						{series.map(({ name, color, values }) => (
							<circle
								key={name}
								cx={xOf(i)}
								cy={yOf(plot, values[i] ?? 0)}
								r="4"
								fill={color}
								opacity={values[i] == null ? 0 : undefined}
							/>
						))}
					</g>
				))}
			</svg>
		</ChartFrame>
	);
}

const said = (value: number | null | undefined, format: (value: number) => string): string =>
	value == null ? t("chart.none") : format(value);

function sentenceOf(
	series: Series | undefined,
	labels: readonly string[],
	format: (value: number) => string,
): string {
	const known = (series?.values ?? []).flatMap((value, i) =>
		value === null ? [] : [{ value, label: labels[i] ?? "" }],
	);
	const [max] = known.toSorted((a, b) => b.value - a.value);
	const [min] = known.toSorted((a, b) => a.value - b.value);
	const last = known.at(-1);
	if (!max || !min || !last) return t("chart.nothing");
	return t("chart.line", {
		max: format(max.value),
		maxAt: max.label,
		min: format(min.value),
		minAt: min.label,
		last: format(last.value),
	});
}

function EndNames({
	series,
	x,
	yOfValue,
}: {
	series: readonly Series[];
	x: number;
	yOfValue(value: number): number;
}) {
	const places = spread(
		series.map(({ values }) => yOfValue(values.findLast((value) => value !== null) ?? 0)),
	);
	return (
		<g aria-hidden="true">
			{series.map(({ name }, i) => (
				<text key={name} class="end-name" x={x + 12} y={places[i]} dy="0.32em">
					{name}
				</text>
			))}
		</g>
	);
}
