import { sum } from "d3-array";
import { area, curveMonotoneX, type SeriesPoint, stack } from "d3-shape";
import { useId } from "preact/hooks";
import { formatNumber } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";
import { LabelAxis, spread, ValueAxis, yOf } from "./axes.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { fillOf, Patterns } from "./fills.tsx";
import { leadSentence } from "./lead-sentence.ts";
import { plotOf, type Series, type SeriesChartProps } from "./series.ts";
import { usePoints } from "./use-points.ts";
import { useWidth } from "./use-width.ts";

interface StackChartProps extends SeriesChartProps {
	kind?: "bars" | "areas";
}

const GAP = 1.5;

/** Parts of a whole over time, as bars or as areas, with their names at the right edge. */
export function StackChart(props: StackChartProps) {
	const {
		title,
		labels,
		series,
		kind = "bars",
		format = formatNumber,
		height = 280,
		labelName,
		valueName,
	} = props;
	const id = useId();
	const { box, width } = useWidth();
	const layers = stack<number, Series>()
		.keys(series)
		.value((i, { values }) => values[i] ?? 0)(labels.keys());
	const sums = series.map(({ name, values }) => ({ name, value: sum(values, (value) => value ?? 0) }));
	const totals = labels.map((_, i) => sum(series, ({ values }) => values[i] ?? 0));
	const plot = plotOf(
		width,
		height,
		Math.max(...totals, 0),
		format,
		series.map(({ name }) => name),
	);
	const step = plot.width / (kind === "bars" ? labels.length : Math.max(1, labels.length - 1));
	const xOf = (i: number) => plot.left + step * (kind === "bars" ? i + 0.5 : i);
	const said = (value: number | null | undefined) => (value == null ? t("chart.none") : format(value));
	const saidAt = (i: number) =>
		`${labels[i]}: ${
			series
				.filter(({ values }) => values[i])
				.map(({ name, values }) => `${name} ${said(values[i])}`)
				.join(", ") || said(0)
		}`;
	const { drawing, propsOf, shown } = usePoints(labels.map((_, i) => saidAt(i)));
	const areaOf = area<SeriesPoint<number>>(
		(_, i) => xOf(i),
		([low]) => yOf(plot, low),
		([, high]) => yOf(plot, high),
	).curve(curveMonotoneX);
	const ends = spread(
		layers.map((layer) => yOf(plot, ((layer.at(-1)?.[0] ?? 0) + (layer.at(-1)?.[1] ?? 0)) / 2)),
	);
	return (
		<ChartFrame
			title={title}
			sentence={leadSentence(sums, format)}
			box={box}
			shown={shown}
			figures={{
				head: [labelName, ...series.map(({ name }) => name)],
				rows: labels.map((label, i) => [label, ...series.map(({ values }) => said(values[i]))]),
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
				<ValueAxis plot={plot} name={valueName} />
				<LabelAxis plot={plot} name={labelName} labels={labels} xOf={xOf} />
				{kind === "areas" &&
					layers.map((layer, n) => (
						<path
							key={layer.key.name}
							class="area"
							d={areaOf(layer) ?? ""}
							fill={fillOf(id, n, layer.key.color)}
						/>
					))}
				{labels.map((label, i) => (
					<g key={label} class="point" {...propsOf(i)}>
						<rect x={xOf(i) - step / 2} y={plot.top} width={step} height={plot.height} />
						{kind === "bars" &&
							layers.map((layer, n) => (
								<Bar
									key={layer.key.name}
									x={xOf(i)}
									step={step}
									from={yOf(plot, layer[i]?.[1] ?? 0)}
									to={yOf(plot, layer[i]?.[0] ?? 0)}
									fill={fillOf(id, n, layer.key.color)}
								/>
							))}
					</g>
				))}
				<g aria-hidden="true">
					{layers.map(({ key: { name, color } }, n) => (
						<g key={name}>
							<rect
								x={plot.left + plot.width + 8}
								y={(ends[n] ?? 0) - 4}
								width="8"
								height="8"
								rx="2"
								fill={fillOf(id, n, color)}
							/>
							<text class="end-name" x={plot.left + plot.width + 20} y={ends[n]} dy="0.32em">
								{name}
							</text>
						</g>
					))}
				</g>
			</svg>
		</ChartFrame>
	);
}

interface BarProps {
	x: number;
	step: number;
	from: number;
	to: number;
	fill: string;
}

function Bar({ x, step, from, to, fill }: BarProps) {
	const width = Math.max(1, Math.min(step - GAP, 44) * (step > 12 ? 0.8 : 1));
	const height = to - from - GAP;
	return height > 0 ? (
		<rect class="bar" x={x - width / 2} y={from} width={width} height={height} fill={fill} />
	) : null;
}
