import type { AffectPoint, CurvePoint } from "./types.ts";

/** Points of the inner grid: every result but the drawn curve is independent of how many points are asked for. */
export const GRID_POINTS = 201;
const NORMAL_95 = 1.96;
/** Bandwidths beyond which a point weighs nothing (under 0.0004 of a point at the place itself). */
const REACH = 4;
/** Below this sum of weights a place has no data near it and the kernel is widened there. */
const MIN_WEIGHT = 0.01;

/** Local-linear sums at one place: what estimate, band and degrees of freedom are made of. */
interface Fit {
	valence: number;
	arousal: number;
	/** Σ lᵢ², the variance of the estimate in units of the residual variance. */
	variance: number;
	/** Weight that an observation at this very place has on its own fit. */
	leverage: number;
}

/**
 * Silverman's rule of thumb (1986, eq. 3.31) for a Gaussian kernel, at least 1/25 of the dialog; three quarters of it,
 * because the band covers chance alone and a wider kernel's bias would push the truth out of it.
 */
function bandwidthOf(points: readonly AffectPoint[]): number {
	const mean = points.reduce((sum, p) => sum + p.at, 0) / points.length;
	const variance = points.reduce((sum, p) => sum + (p.at - mean) ** 2, 0) / points.length;
	return Math.max(0.04, 0.675 * Math.sqrt(variance) * points.length ** -0.2);
}

/** Index of the first point at `at` or later; the points stand in order. */
function firstFrom(points: readonly AffectPoint[], at: number): number {
	let low = 0;
	let high = points.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((points[middle]?.at ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

function fitAt(points: readonly AffectPoint[], at: number, bandwidth: number): Fit {
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let q0 = 0;
	let q1 = 0;
	let q2 = 0;
	let v0 = 0;
	let v1 = 0;
	let a0 = 0;
	let a1 = 0;
	for (let i = firstFrom(points, at - REACH * bandwidth); i < points.length; i++) {
		const point = points[i];
		if (!point || point.at > at + REACH * bandwidth) break;
		const d = point.at - at;
		const z = d / bandwidth;
		const w = Math.exp(-0.5 * z * z);
		s0 += w;
		s1 += w * d;
		s2 += w * d * d;
		q0 += w * w;
		q1 += w * w * d;
		q2 += w * w * d * d;
		v0 += w * point.valence;
		v1 += w * d * point.valence;
		a0 += w * point.arousal;
		a1 += w * d * point.arousal;
	}
	if (s0 < MIN_WEIGHT) return fitAt(points, at, bandwidth * 2);
	const determinant = s0 * s2 - s1 * s1;
	if (determinant < 1e-9 * s0 * s0 * bandwidth * bandwidth)
		return { valence: v0 / s0, arousal: a0 / s0, variance: q0 / (s0 * s0), leverage: 1 / s0 };
	return {
		valence: (s2 * v0 - s1 * v1) / determinant,
		arousal: (s2 * a0 - s1 * a1) / determinant,
		variance: (s2 * s2 * q0 - 2 * s1 * s2 * q1 + s1 * s1 * q2) / (determinant * determinant),
		leverage: s2 / determinant,
	};
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value));

/** The value of a series given on an even grid over 0 … 1, between its points by straight lines. */
function interpolate(grid: readonly number[], at: number): number {
	const place = at * (grid.length - 1);
	const before = Math.min(Math.floor(place), grid.length - 2);
	const left = grid[before] ?? 0;
	return left + (place - before) * ((grid[before + 1] ?? left) - left);
}

/** Variance of the residuals, with the degrees of freedom the curve takes; null when it takes nearly all. */
function residualVariance(points: readonly AffectPoint[], fits: readonly Fit[]): number | null {
	const valence = fits.map((fit) => fit.valence);
	const leverage = fits.map((fit) => fit.leverage);
	let squares = 0;
	let taken = 0;
	for (const point of points) {
		squares += (point.valence - interpolate(valence, point.at)) ** 2;
		taken += interpolate(leverage, point.at);
	}
	const free = points.length - taken;
	return free < 1 ? null : squares / free;
}

/**
 * Valence and arousal over the dialog as a curve: local-linear regression with a Gaussian kernel on an even grid of
 * `GRID_POINTS`, with the pointwise 95 % variability band of the valence. Points in order of `at`; no points, no curve.
 * Source: Fan & Gijbels 1996, Local Polynomial Modelling, ch. 3.
 */
export function smooth(points: readonly AffectPoint[]): CurvePoint[] {
	if (points.length === 0) return [];
	const bandwidth = bandwidthOf(points);
	const places = Array.from({ length: GRID_POINTS }, (_, i) => i / (GRID_POINTS - 1));
	const fits = places.map((at) => fitAt(points, at, bandwidth));
	const variance = residualVariance(points, fits);
	return fits.map((fit, i) => {
		const valence = clamp(fit.valence);
		const half = variance === null ? null : NORMAL_95 * Math.sqrt(variance * fit.variance);
		return {
			at: places[i] ?? 0,
			valence,
			arousal: clamp(fit.arousal),
			low: half === null ? null : clamp(valence - half),
			high: half === null ? null : clamp(valence + half),
		};
	});
}

/** The curve at `count` even places (2 or more). */
export function resample(curve: readonly CurvePoint[], count: number): CurvePoint[] {
	if (curve.length === 0) return [];
	const bounded = curve.every((point) => point.low !== null);
	const series = (key: "valence" | "arousal" | "low" | "high") => curve.map((point) => point[key] ?? 0);
	const [valence, arousal, low, high] = [series("valence"), series("arousal"), series("low"), series("high")];
	return Array.from({ length: count }, (_, i) => {
		const at = i / (count - 1);
		return {
			at,
			valence: interpolate(valence, at),
			arousal: interpolate(arousal, at),
			low: bounded ? interpolate(low, at) : null,
			high: bounded ? interpolate(high, at) : null,
		};
	});
}
