import { seededRandom } from "../../seeded-random.ts";
import { type CalendarDay, dayNumber } from "../days/calendar-day.ts";
import { comparisonOf, permutationTest } from "./permutation-test.ts";
import { carryOver, discoveries, type LevelSeries, tQuantile975, varianceOfContrast } from "./statistics.ts";

/** Nothing is claimed about an activity with fewer days on either side. */
export const FEWEST_DAYS = 5;
const FALSE_DISCOVERY_RATE = 0.05;

/** A day with its mood level (1 to 9) and what the person did. */
export interface ActivityDay {
	date: CalendarDay;
	level: number;
	activities: readonly string[];
}

/** Days with an activity against days without it. Levels are mood levels, unrounded. */
export interface ActivityCorrelation {
	activityKey: string;
	averageMood: number;
	daysWith: number;
	daysWithout: number;
	/** Mean level with the activity minus without it; null when one side has no day. */
	delta: number | null;
	/** 95 % interval of `delta`; null under 5 days on either side. */
	interval: { low: number; high: number } | null;
	/** Null under 5 days on either side. */
	pValue: number | null;
	/** Whether the difference may be told as more than chance. */
	significant: boolean;
}

/** What was done on which day of a series: 1 or 0 a day. */
type Done = Float64Array;

interface Sides {
	with: number[];
	without: number[];
}

function sidesOf(levels: Float64Array, done: Done): Sides {
	const sides: Sides = { with: [], without: [] };
	for (const [i, level] of levels.entries()) (done[i] ? sides.with : sides.without).push(level);
	return sides;
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const squaresAround = (values: readonly number[], centre: number): number =>
	values.reduce((sum, value) => sum + (value - centre) ** 2, 0);

/**
 * The 95 % interval of the difference of means: Student's with pooled variance, its standard error widened by
 * what moods carry over from day to day.
 */
function intervalOf({ days, levels }: LevelSeries, done: Done, rho: number): { low: number; high: number } {
	const sides = sidesOf(levels, done);
	const [a, b] = [mean(sides.with), mean(sides.without)];
	const freedom = levels.length - 2;
	const variance = (squaresAround(sides.with, a) + squaresAround(sides.without, b)) / freedom;
	const contrast = done.map((isDone) => (isDone ? 1 / sides.with.length : -1 / sides.without.length));
	const error = Math.sqrt(variance * Math.max(varianceOfContrast(contrast, days, rho), 0));
	const half = tQuantile975(freedom) * error;
	return { low: a - b - half, high: a - b + half };
}

/**
 * The larger p-value of two permutation tests: one that takes days as independent and one that takes out what
 * moods carry over. The first alone finds "effects" in one calm journal out of five when both moods and habits
 * come in stretches; the second alone is a little too lively on a short journal of independent days.
 */
function pValuesOf({ days, levels }: LevelSeries, doneOf: readonly Done[], rho: number): number[] {
	const random = seededRandom(levels.length);
	const independent = permutationTest(
		doneOf.map((done) => comparisonOf(levels, done, days, 0)),
		random,
	);
	if (rho === 0) return independent;
	const whitened = permutationTest(
		doneOf.map((done) => comparisonOf(levels, done, days, rho)),
		random,
	);
	return independent.map((p, i) => Math.max(p, whitened[i] ?? 1));
}

function seriesOf(entries: readonly ActivityDay[]): LevelSeries {
	return {
		days: Int32Array.from(entries, ({ date }) => dayNumber(date)),
		levels: Float64Array.from(entries, ({ level }) => level),
	};
}

const isTestable = ({ daysWith, daysWithout }: ActivityCorrelation): boolean =>
	daysWith >= FEWEST_DAYS && daysWithout >= FEWEST_DAYS;

function describe(activityKey: string, levels: Float64Array, done: Done): ActivityCorrelation {
	const sides = sidesOf(levels, done);
	const averageMood = mean(sides.with);
	return {
		activityKey,
		averageMood,
		daysWith: sides.with.length,
		daysWithout: sides.without.length,
		delta: sides.without.length > 0 ? averageMood - mean(sides.without) : null,
		interval: null,
		pValue: null,
		significant: false,
	};
}

/**
 * Every activity that occurs, the best average mood first, with what can be said about it. `entries` are oldest
 * first, one a day. The same entries give the same answer.
 */
export function correlateActivities(entries: readonly ActivityDay[]): ActivityCorrelation[] {
	const series = seriesOf(entries);
	const keys = [...new Set(entries.flatMap(({ activities }) => activities))].sort();
	const doneOf = new Map(
		keys.map((key) => [
			key,
			Float64Array.from(entries, ({ activities }) => (activities.includes(key) ? 1 : 0)),
		]),
	);
	const described = [...doneOf].map(([key, done]) => describe(key, series.levels, done));
	return withClaims(series, doneOf, described).sort(
		(a, b) => b.averageMood - a.averageMood || b.daysWith - a.daysWith,
	);
}

function withClaims(
	series: LevelSeries,
	doneOf: ReadonlyMap<string, Done>,
	described: readonly ActivityCorrelation[],
): ActivityCorrelation[] {
	const tested = described.filter(isTestable);
	const done = tested.map(({ activityKey }) => doneOf.get(activityKey) ?? new Float64Array());
	const rho = carryOver(series);
	const pValues = pValuesOf(series, done, rho);
	const told = discoveries(pValues, FALSE_DISCOVERY_RATE);
	const claims = tested.map((correlation, i) => ({
		...correlation,
		interval: intervalOf(series, done[i] ?? new Float64Array(), rho),
		pValue: pValues[i] ?? 1,
		significant: told[i] ?? false,
	}));
	return [...claims, ...described.filter((correlation) => !isTestable(correlation))];
}
