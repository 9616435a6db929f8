import { seededRandom } from "../../seeded-random.ts";
import { type CalendarDay, dayNumber } from "../days/calendar-day.ts";
import { comparisonsOf, permutationTest } from "./permutation-test.ts";
import {
	type Carried,
	carriedOver,
	carryOver,
	discoveries,
	type LevelSeries,
	tQuantile975,
	varianceOfContrast,
} from "./statistics.ts";

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

/** The days with an activity, and those without it. */
interface Side {
	days: number;
	/** The mean level; NaN without days. */
	mean: number;
}

function sidesOf(levels: Float64Array, done: Done): { with: Side; without: Side } {
	let days = 0;
	let sum = 0;
	let total = 0;
	for (let i = 0; i < levels.length; i++) {
		const level = levels[i] ?? 0;
		total += level;
		if (!done[i]) continue;
		days += 1;
		sum += level;
	}
	const others = levels.length - days;
	return { with: { days, mean: sum / days }, without: { days: others, mean: (total - sum) / others } };
}

/**
 * The 95 % interval of the difference of means: Student's with pooled variance, its standard error widened by
 * what moods carry over from day to day.
 */
function intervalOf(levels: Float64Array, done: Done, carried: Carried): { low: number; high: number } {
	const sides = sidesOf(levels, done);
	const contrast = new Float64Array(levels.length);
	let squares = 0;
	for (let i = 0; i < levels.length; i++) {
		const side = done[i] ? sides.with : sides.without;
		squares += ((levels[i] ?? 0) - side.mean) ** 2;
		contrast[i] = (done[i] ? 1 : -1) / side.days;
	}
	const freedom = levels.length - 2;
	const error = Math.sqrt((squares / freedom) * Math.max(varianceOfContrast(contrast, carried), 0));
	const half = tQuantile975(freedom) * error;
	const delta = sides.with.mean - sides.without.mean;
	return { low: delta - half, high: delta + half };
}

/**
 * The larger p-value of two permutation tests: one that takes days as independent and one that takes out what
 * moods carry over. The first alone finds "effects" in one calm journal out of five when both moods and habits
 * come in stretches; the second alone is a little too lively on a short journal of independent days.
 */
function pValuesOf(series: LevelSeries, doneOf: readonly Done[], rho: number): number[] {
	const random = seededRandom(series.levels.length);
	const independent = permutationTest(comparisonsOf(series, doneOf, 0), random);
	if (rho === 0) return independent;
	const whitened = permutationTest(comparisonsOf(series, doneOf, rho), random);
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
	return {
		activityKey,
		averageMood: sides.with.mean,
		daysWith: sides.with.days,
		daysWithout: sides.without.days,
		delta: sides.without.days > 0 ? sides.with.mean - sides.without.mean : null,
		interval: null,
		pValue: null,
		significant: false,
	};
}

function doneByActivity(entries: readonly ActivityDay[]): Map<string, Done> {
	const doneOf = new Map<string, Done>();
	for (const [i, { activities }] of entries.entries()) {
		for (const key of activities) {
			const done = doneOf.get(key) ?? new Float64Array(entries.length);
			doneOf.set(key, done);
			done[i] = 1;
		}
	}
	return doneOf;
}

/**
 * Every activity that occurs, the best average mood first, with what can be said about it. `entries` are oldest
 * first, one a day. The same entries give the same answer.
 */
export function correlateActivities(entries: readonly ActivityDay[]): ActivityCorrelation[] {
	const series = seriesOf(entries);
	const doneOf = doneByActivity(entries);
	const described = [...doneOf.keys()]
		.sort()
		.map((key) => describe(key, series.levels, doneOf.get(key) ?? new Float64Array()));
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
	const carried = carriedOver(series.days, rho);
	const pValues = pValuesOf(series, done, rho);
	const told = discoveries(pValues, FALSE_DISCOVERY_RATE);
	const claims = tested.map((correlation, i) => ({
		...correlation,
		interval: intervalOf(series.levels, done[i] ?? new Float64Array(), carried),
		pValue: pValues[i] ?? 1,
		significant: told[i] ?? false,
	}));
	return [...claims, ...described.filter((correlation) => !isTestable(correlation))];
}
