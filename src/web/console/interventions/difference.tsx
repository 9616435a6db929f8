import { useWidth } from "../../shared/charts/use-width.ts";
import { formatNumber } from "../../shared/messages/formats.ts";
import { t } from "../texts.ts";
import type { InterventionReport } from "./change-interventions.ts";

type Comparison = InterventionReport["recovery"];

/** Percentage points, with their sign. */
const formatPoints = (difference: number): string =>
	formatNumber(100 * difference, { maximumFractionDigits: 0, signDisplay: "exceptZero" }).replace("-", "−");

/** The axis ends at a multiple of this. */
const STEP = 0.2;

/** Where the axis of several comparisons ends, so that their drawings can be compared: a share of at most 1. */
export function endOf(comparisons: readonly (Comparison | null)[]): number {
	const furthest = Math.max(STEP, ...comparisons.flatMap((one) => (one?.interval ?? []).map(Math.abs)));
	return Math.min(Math.ceil(furthest / STEP - 1e-9) * STEP, 1);
}

interface DifferenceProps {
	name: string;
	comparison: Comparison;
	/** See `endOf`. */
	end: number;
}

/** How treated sessions differ from those that were held out: the interval in a drawing, the figures beside it. */
export function Difference({ name, comparison, end }: DifferenceProps) {
	const { difference } = comparison;
	const [low, high] = comparison.interval ?? [];
	if (difference === null || low === undefined || high === undefined)
		return (
			<p>
				{name}: <span class="quiet">{t("interventions.early")}</span>
			</p>
		);
	return (
		<div class={`difference ${verdictOf(comparison, low)}`}>
			<p>
				{name}: <strong>{t("interventions.points", { points: formatPoints(difference) })}</strong>
				<br />
				<span class="quiet">
					{t("interventions.interval", { low: formatPoints(low), high: formatPoints(high) })}
				</span>
			</p>
			<Drawing difference={difference} low={low} high={high} end={end} />
		</div>
	);
}

const verdictOf = ({ conclusive }: Comparison, low: number): string => {
	if (!conclusive) return "open";
	return low > 0 ? "better" : "worse";
};

const HEIGHT = 56;
const MIDDLE = 20;
/** Room for the numbers at both ends. */
const MARGIN = 24;

interface DrawingProps {
	difference: number;
	low: number;
	high: number;
	end: number;
}

function Drawing({ difference, low, high, end }: DrawingProps) {
	const { box, width } = useWidth(280);
	const x = (value: number) => MARGIN + ((value + end) / (2 * end)) * (width - 2 * MARGIN);
	return (
		<div ref={box}>
			<svg width={width} height={HEIGHT} aria-hidden="true">
				<line class="scale" x1={x(-end)} x2={x(end)} y1={MIDDLE} y2={MIDDLE} />
				<line class="zero" x1={x(0)} x2={x(0)} y1="2" y2={MIDDLE + 18} />
				<line class="interval" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
				<circle cx={x(difference)} cy={MIDDLE} r="6" />
				{[-end, 0, end].map((at) => (
					<text key={at} x={x(at)} y={HEIGHT - 4} text-anchor="middle">
						{formatPoints(at)}
					</text>
				))}
			</svg>
		</div>
	);
}
