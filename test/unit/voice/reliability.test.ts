import { array, assert, constantFrom, double, property, record } from "fast-check";
import { expect, it } from "vitest";
import { RELIABILITIES } from "../../../src/emotions.ts";
import { deviationOf, meanOf } from "../../../src/voice/features/frames.ts";
import { logMel } from "../../../src/voice/features/log-mel.ts";
import {
	cautiousProbability,
	probabilityCorrect,
	type ReliabilitySpec,
	reliabilityAt,
} from "../../../src/voice/reliability/estimate-reliability.ts";
import {
	type NoteStatistics,
	noteStatistics,
	STATISTICS,
	type StatisticName,
} from "../../../src/voice/reliability/note-statistics.ts";
import { buzz, noise, tone } from "../../support/wav.ts";

const byName = <T>(value: (name: StatisticName) => T) =>
	Object.fromEntries(STATISTICS.map((name) => [name, value(name)])) as Record<StatisticName, T>;
const NOTHING_COUNTS: ReliabilitySpec = {
	statistics: byName(() => ({ mean: 0, deviation: 1, weight: 0, square: 0 })),
	bias: 0,
	medium: 0.6,
	high: 0.85,
};
const AVERAGE = byName(() => 0);
const reliabilityOf = (statistics: NoteStatistics, spec: ReliabilitySpec) =>
	reliabilityAt(probabilityCorrect(statistics, spec), spec);

/** A spec in which one statistic alone counts. */
const counting = (name: StatisticName, weight: Partial<ReliabilitySpec["statistics"][StatisticName]>) => ({
	...NOTHING_COUNTS,
	statistics: {
		...NOTHING_COUNTS.statistics,
		[name]: { ...NOTHING_COUNTS.statistics[name], ...weight },
	},
});

const finite = (limit: number) => double({ min: -limit, max: limit, noNaN: true });
const anyStatistics = record(byName(() => finite(1e6)));
const anySpec = record({
	statistics: record(
		byName(() =>
			record({
				mean: finite(100),
				deviation: double({ min: 1e-6, max: 100, noNaN: true }),
				weight: finite(3),
				square: finite(3),
			}),
		),
	),
	bias: finite(10),
	medium: double({ min: 0.05, max: 0.5, noNaN: true }),
	high: double({ min: 0.55, max: 1, noNaN: true }),
});

const windowsOf = (...weights: number[]) =>
	weights.map((weight, i) => ({ start: 150 * i, end: 150 * i + 300, weight }));
const SURE_HAPPY = [0.8, 0.1, 0.1, 0, 0, 0, 0, 0];
const RATHER_SAD = [0.3, 0, 0, 0.4, 0.3, 0, 0, 0];

/** Statistics of a sound that is heard as one window. */
const ofSound = (samples: Float32Array) => {
	const recording = logMel(samples);
	return noteStatistics(recording, [{ start: 0, end: recording.frames, weight: 1 }], [SURE_HAPPY]);
};

it("is the logistic regression of its definition", () => {
	expect(probabilityCorrect(AVERAGE, NOTHING_COUNTS)).toBe(0.5);
	expect(probabilityCorrect(AVERAGE, { ...NOTHING_COUNTS, bias: Math.log(3) })).toBeCloseTo(0.75, 12);
	const spec = counting("flux", { mean: 2, deviation: 0.5, weight: 1, square: -0.25 });
	const logOdds = (flux: number) => {
		const probability = probabilityCorrect({ ...AVERAGE, flux }, spec);
		return Math.log(probability / (1 - probability));
	};
	expect(logOdds(2)).toBeCloseTo(0, 12);
	expect(logOdds(3)).toBeCloseTo(2 - 1, 12);
	expect(logOdds(1)).toBeCloseTo(-2 - 1, 12);
	expect(logOdds(4)).toBeCloseTo(4 - 4, 12);
	expect(logOdds(400)).toBe(logOdds(4));
	expect(logOdds(-400)).toBeCloseTo(-4 - 4, 12);
});

it("is a probability and one of three words, whatever the numbers", () => {
	assert(
		property(anyStatistics, anySpec, (statistics, spec) => {
			const probability = probabilityCorrect(statistics, spec);
			expect(probability).toBeGreaterThanOrEqual(0);
			expect(probability).toBeLessThanOrEqual(1);
			const reliability = reliabilityOf(statistics, spec);
			expect(RELIABILITIES).toContain(reliability);
			expect(reliability === "high").toBe(probability >= spec.high);
			expect(reliability === "low").toBe(probability < spec.medium);
		}),
	);
});

it("never falls as a statistic of positive weight grows", () => {
	assert(
		property(
			anyStatistics,
			anySpec,
			constantFrom(...STATISTICS),
			double({ min: 0, max: 1e4, noNaN: true }),
			(statistics, spec, name, more) => {
				const weighed = { ...spec.statistics[name], weight: 1, square: 0 };
				const changed = { ...spec, statistics: { ...spec.statistics, [name]: weighed } };
				const grown: NoteStatistics = { ...statistics, [name]: statistics[name] + more };
				const order = (of: NoteStatistics) => RELIABILITIES.indexOf(reliabilityOf(of, changed));
				expect(order(grown)).toBeGreaterThanOrEqual(order(statistics));
			},
		),
	);
});

it("counts a probability at a threshold as having reached it", () => {
	const at = (bias: number) => reliabilityOf(AVERAGE, { ...NOTHING_COUNTS, bias, medium: 0.5, high: 0.75 });
	expect(at(0)).toBe("medium");
	expect(at(-1e-9)).toBe("low");
	expect(at(Math.log(3) + 1e-9)).toBe("high");
	expect(at(Math.log(3) - 1e-9)).toBe("medium");
});

it("is low where there is less than a second of voice, whatever the scores", () => {
	const sure = { ...NOTHING_COUNTS, bias: 1_000 };
	const withVoice = (seconds: number) => ({ ...AVERAGE, voicedSeconds: Math.log1p(seconds) });
	expect(cautiousProbability(withVoice(0.99), sure)).toBe(0);
	expect(reliabilityAt(0, { ...sure, medium: Number.MIN_VALUE })).toBe("low");
	expect(cautiousProbability(withVoice(1.01), sure)).toBe(1);
	expect(cautiousProbability(withVoice(1.01), NOTHING_COUNTS)).toBe(0.5);
});

it("reads confidence, margin and agreement from the windows by their weights", () => {
	const recording = logMel(buzz(6));
	const statistics = noteStatistics(recording, windowsOf(3, 1), [SURE_HAPPY, RATHER_SAD]);
	expect(statistics.confidence).toBeCloseTo(0.675, 12);
	expect(statistics.margin).toBeCloseTo(0.675 - 0.1, 12);
	expect(statistics.agreement).toBeCloseTo(0.75, 12);
	expect(noteStatistics(recording, windowsOf(1, 9), [SURE_HAPPY, RATHER_SAD]).agreement).toBeCloseTo(0.9, 12);
});

it("keeps shares within 0 and 1, and the margin below the confidence", () => {
	const recording = logMel(buzz(3));
	const share = double({ min: 0, max: 1, noNaN: true });
	const row = array(share, { minLength: 8, maxLength: 8 })
		.filter((values) => values.some((value) => value > 1e-3))
		.map((values) => {
			const total = values.reduce((sum, value) => sum + value, 0);
			return values.map((value) => value / total);
		});
	const weighed = record({ row, weight: double({ min: 1e-6, max: 1e6, noNaN: true }) });
	assert(
		property(array(weighed, { minLength: 1, maxLength: 5 }), (list) => {
			const statistics = noteStatistics(
				recording,
				windowsOf(...list.map(({ weight }) => weight)),
				list.map(({ row }) => row),
			);
			for (const name of ["confidence", "margin", "agreement", "voicedShare"] as const) {
				expect(statistics[name]).toBeGreaterThanOrEqual(0);
				expect(statistics[name]).toBeLessThanOrEqual(1 + 1e-9);
			}
			expect(statistics.margin).toBeLessThanOrEqual(statistics.confidence);
			expect(statistics.confidence).toBeGreaterThanOrEqual(1 / 8 - 1e-9);
		}),
		{ numRuns: 30 },
	);
});

it("counts voiced seconds by their logarithm", () => {
	expect(ofSound(buzz(5)).voicedSeconds).toBeCloseTo(Math.log(1 + 5), 1);
});

it("tells a tone and a noise from what moves like speech", () => {
	const [voice, held, hiss] = [ofSound(buzz(4)), ofSound(tone(4, 400, 0.3)), ofSound(noise(4, 0.3))];
	expect(voice.levelDeviation).toBeGreaterThan(3);
	expect(held.levelDeviation).toBeLessThan(0.1);
	expect(hiss.levelDeviation).toBeLessThan(1);
	expect(held.flatness).toBeLessThan(-30);
	expect(hiss.flatness).toBeGreaterThan(-3);
	expect(hiss.voicedShare).toBeLessThan(0.02);
	// 400 Hz has whole periods in a hop: every frame is the same but for rounding.
	expect(hiss.flux).toBeGreaterThan(10 * held.flux);
	expect(held.flatnessDeviation).toBeLessThan(1);
});

it("reads a recording the same however loud it is", () => {
	const hiss = noise(4, 0.01);
	const voice = buzz(4).map((value, i) => value + (hiss[i] ?? 0));
	const [loud, soft] = [ofSound(voice), ofSound(voice.map((value) => value / 8))];
	for (const name of STATISTICS) expect(soft[name], name).toBeCloseTo(loud[name], 2);
});

it("knows the same moments as a textbook, and none of nothing", () => {
	expect(meanOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
	expect(deviationOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
	expect([meanOf([]), deviationOf([])]).toEqual([0, 0]);
});
