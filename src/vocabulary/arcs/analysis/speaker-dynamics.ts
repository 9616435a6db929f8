import type { DialogArc } from "../contract.ts";
import type { AffectPoint } from "./types.ts";

/** χ² with two degrees of freedom at 0.68: the ellipse that holds 68 % of a speaker's states. */
const HOME_CHI_SQUARE = 2.2789;
/** Fewer blocks than this tell no home base. */
export const MIN_SPEAKER_BLOCKS = 10;

/** Emotion dynamics of one speaker. Distances are in units of valence and arousal, steps in the speaker's tagged blocks. */
export type SpeakerDynamics = NonNullable<DialogArc["speakers"][number]["dynamics"]>;

interface Ellipse {
	valence: number;
	arousal: number;
	long: number;
	short: number;
	angle: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const meanOrNull = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

function covariance(points: readonly AffectPoint[]) {
	const valence = mean(points.map((p) => p.valence));
	const arousal = mean(points.map((p) => p.arousal));
	const over = (f: (v: number, a: number) => number) =>
		points.reduce((sum, p) => sum + f(p.valence - valence, p.arousal - arousal), 0) / (points.length - 1);
	return { valence, arousal, vv: over((v) => v * v), aa: over((_, a) => a * a), va: over((v, a) => v * a) };
}

/** The ellipse of a 2 × 2 covariance: its axes are the roots of the eigenvalues, scaled to hold 68 %. */
function homeEllipse({ valence, arousal, vv, aa, va }: ReturnType<typeof covariance>): Ellipse {
	const middle = (vv + aa) / 2;
	const spread = Math.hypot((vv - aa) / 2, va);
	const axis = (eigenvalue: number) => Math.sqrt(Math.max(0, eigenvalue) * HOME_CHI_SQUARE);
	return {
		valence,
		arousal,
		long: axis(middle + spread),
		short: axis(middle - spread),
		angle: Math.atan2(2 * va, vv - aa) / 2,
	};
}

/** How far a state lies beyond the edge of the home base, along the line to its centre; 0 inside. */
function distanceFromHome(point: AffectPoint, home: Ellipse): number {
	const dv = point.valence - home.valence;
	const da = point.arousal - home.arousal;
	const along = dv * Math.cos(home.angle) + da * Math.sin(home.angle);
	const across = -dv * Math.sin(home.angle) + da * Math.cos(home.angle);
	const relative = Math.hypot(
		along / Math.max(home.long, 1e-9),
		Math.abs(across) < 1e-9 ? 0 : across / Math.max(home.short, 1e-9),
	);
	return relative <= 1 ? 0 : Math.hypot(dv, da) * (1 - 1 / relative);
}

interface Displacement {
	peak: number;
	/** Steps from the last state at home to the peak; null when the dialog began away from home. */
	rise: number | null;
	/** Steps from the peak to the first state at home again; null when the dialog ended away from home. */
	recovery: number | null;
}

function displacements(distances: readonly number[]): Displacement[] {
	const found: Displacement[] = [];
	for (let start = 0; start < distances.length; start++) {
		if (distances[start] === 0) continue;
		const back = distances.indexOf(0, start);
		const end = back === -1 ? distances.length : back;
		const away = distances.slice(start, end);
		const peak = Math.max(...away);
		const at = start + away.indexOf(peak);
		found.push({ peak, rise: start === 0 ? null : at - start + 1, recovery: back === -1 ? null : back - at });
		start = end;
	}
	return found;
}

/**
 * Home base, variability, and the rates at which a speaker leaves the home base and comes back, over the speaker's
 * tagged blocks in order; null under `MIN_SPEAKER_BLOCKS`. The rates are peak distance a step.
 * Source: Hipson & Mohammad 2021, Emotion dynamics in movie dialogues, doi:10.1371/journal.pone.0256153 (there a step
 * is a word and states are means of 32 words; here a block is one state).
 */
export function speakerDynamics(points: readonly AffectPoint[]): SpeakerDynamics | null {
	if (points.length < MIN_SPEAKER_BLOCKS) return null;
	const spread = covariance(points);
	const home = homeEllipse(spread);
	const away = displacements(points.map((point) => distanceFromHome(point, home)));
	const rates = (side: "rise" | "recovery") =>
		away.flatMap((one) => (one[side] === null ? [] : [one.peak / one[side]]));
	return {
		homeBase: {
			valence: home.valence,
			arousal: home.arousal,
			axes: [home.long, home.short],
			angle: home.angle,
		},
		variability: { valence: Math.sqrt(spread.vv), arousal: Math.sqrt(spread.aa) },
		displacements: away.length,
		peakDistance: meanOrNull(away.map((one) => one.peak)),
		riseRate: meanOrNull(rates("rise")),
		recoveryRate: meanOrNull(rates("recovery")),
	};
}
