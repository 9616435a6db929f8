/**
 * Fits a mood model's weights and calibration to the people of test/support/people, and prints them with how they do on
 * families left out. It writes nothing: numbers go into the model's file by hand, so that a change of them is a change
 * somebody made.
 *
 *   node scripts/fit-moods.ts [model = intent]
 *
 * Multinomial logistic regression on what counts of each signal; the loss is −ln of the total probability of the moods
 * that are right. Weights keep their signs, and absent ones stay absent; they are shrunk towards those of the model.
 */

import { seededRandom } from "../src/seeded-random.ts";
import { compile } from "../src/session-mood/engine/compile.ts";
import { emptyState, fold } from "../src/session-mood/engine/fold.ts";
import { scoreAt } from "../src/session-mood/engine/score.ts";
import type { CalibrationLine, MoodModel } from "../src/session-mood/engine/types.ts";
import { modelOf } from "../src/session-mood/models/index.ts";
import { FAMILIES, type LivedSession, livedSessions } from "../test/support/people/index.ts";
import { isRightFor } from "../test/support/people/judge.ts";

const PEOPLE_A_FAMILY = 30;
const SEED = 3;
/** Beginnings of innocent sessions count half of whole ones: they must be read right on the way too. */
const PREFIXES = 2;
const PREFIX_WEIGHT = 0.5;
const FOLDS = 12;
const STEPS = 500;
const RATE = 0.02;
const STRENGTHS = [0.3, 1, 3];
/** Mistakes count double in the calibration, for the people nobody thought of. */
const MISTAKE_WEIGHT = 2;
const FEW_EVENTS = 6;

interface Row {
	family: string;
	isEnd: boolean;
	weight: number;
	events: number;
	signals: number[];
	right: boolean[];
}

type Weights = number[][];

const model = modelOf(process.argv[2]);
if (!model) throw new RangeError(`There is no model ${process.argv[2]}`);
const { moods, signals } = compile(model);
const names = moods.map(({ mood }) => mood);
const prior: Weights = signals.map(({ weights }) => [...weights]);

function rowOf({ family, events }: LivedSession, length: number, weight: number): Row {
	const timed = events.slice(0, length).map(({ t, ...event }) => ({ ...event, ts: 1_777_000_000 + t }));
	const state = fold(model as MoodModel, emptyState(), timed);
	return {
		family: family.name,
		isEnd: length === events.length,
		weight,
		events: state.count,
		signals: scoreAt(compile(model as MoodModel), state).counted,
		right: names.map((mood) => isRightFor(family.right, mood)),
	};
}

function rows(): Row[] {
	const random = seededRandom(SEED);
	const half = PEOPLE_A_FAMILY / 2;
	const sessions = [
		...livedSessions(FAMILIES, half, SEED),
		...livedSessions(FAMILIES, half, SEED + 1, { seesAnswers: true }),
	];
	return sessions.flatMap((session) => {
		const { length } = session.events;
		const whole = rowOf(session, length, 1 / PEOPLE_A_FAMILY);
		const isCalm = !session.family.inTrouble && !session.family.recovers;
		if (!isCalm || length < 8) return [whole];
		const cuts = Array.from({ length: PREFIXES }, () => 5 + Math.floor(random() * (length - 5)));
		const weight = PREFIX_WEIGHT / PREFIXES / PEOPLE_A_FAMILY;
		return [whole, ...cuts.map((cut) => rowOf(session, cut, weight))];
	});
}

const scoresOf = (row: Row, weights: Weights): number[] => {
	const scores = names.map(() => 0);
	row.signals.forEach((value, i) => {
		if (value !== 0)
			weights[i]?.forEach((weight, m) => {
				scores[m] = (scores[m] ?? 0) + weight * value;
			});
	});
	return scores;
};
const softmax = (scores: readonly number[]): number[] => {
	const highest = Math.max(...scores);
	const powers = scores.map((score) => Math.exp(score - highest));
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
};
const topOf = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

const floor = (weight: number): number => (weight > 0 ? Math.min(0.05, weight * 0.1) : -3);
const ceiling = (weight: number): number => (weight > 0 ? 5 : 0);

/** Projected Adam (Kingma and Ba 2015). */
function fit(train: readonly Row[], strength: number): Weights {
	const weights = prior.map((own) => [...own]);
	const first = prior.map((own) => own.map(() => 0));
	const second = prior.map((own) => own.map(() => 0));
	for (let step = 1; step <= STEPS; step++) {
		const gradient = prior.map((own) => own.map(() => 0));
		for (const row of train) {
			const shares = softmax(scoresOf(row, weights));
			const right = shares.reduce((sum, share, m) => sum + (row.right[m] ? share : 0), 0);
			const pull = shares.map(
				(share, m) => row.weight * (share - (row.right[m] ? share / Math.max(right, 1e-9) : 0)),
			);
			row.signals.forEach((value, i) => {
				if (value === 0) return;
				const own = gradient[i] as number[];
				for (let m = 0; m < own.length; m++) own[m] = (own[m] ?? 0) + value * (pull[m] ?? 0);
			});
		}
		weights.forEach((own, i) => {
			own.forEach((weight, m) => {
				const before = prior[i]?.[m] ?? 0;
				if (before === 0) return;
				const spread = Math.abs(before) * 0.6 + 0.25;
				const slope = (gradient[i]?.[m] ?? 0) + (2 * strength * (weight - before)) / spread ** 2;
				const mean = 0.9 * (first[i]?.[m] ?? 0) + 0.1 * slope;
				const square = 0.999 * (second[i]?.[m] ?? 0) + 0.001 * slope * slope;
				(first[i] as number[])[m] = mean;
				(second[i] as number[])[m] = square;
				const move = (RATE * (mean / (1 - 0.9 ** step))) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
				own[m] = Math.min(ceiling(before), Math.max(floor(before), weight - move));
			});
		});
	}
	return weights;
}

/** Share of whole sessions read right, each family counting the same. */
function rightShare(judged: readonly { row: Row; scores: number[] }[]): number {
	const ends = judged.filter(({ row }) => row.isEnd);
	const weight = ends.reduce((sum, { row }) => sum + row.weight, 0);
	const right = ends.reduce((sum, { row, scores }) => sum + (row.right[topOf(scores)] ? row.weight : 0), 0);
	return right / weight;
}

const all = rows();
const families = [...new Set(all.map(({ family }) => family))];
const random = seededRandom(SEED);
const foldOf = new Map(families.map((family) => [family, Math.floor(random() * FOLDS)]));
const lossOf = ({ row, scores }: { row: Row; scores: number[] }): number => {
	const right = softmax(scores).reduce((sum, share, m) => sum + (row.right[m] ? share : 0), 0);
	return -row.weight * Math.log(right + 1e-9);
};

/** The scores of each row by weights that never saw its family. */
function leftOut(strength: number) {
	return Array.from({ length: FOLDS }, (_, out) => {
		const weights = fit(
			all.filter(({ family }) => foldOf.get(family) !== out),
			strength,
		);
		return all
			.filter(({ family }) => foldOf.get(family) === out)
			.map((row) => ({ row, scores: scoresOf(row, weights) }));
	}).flat();
}

console.log(
	`As it is: ${(100 * rightShare(all.map((row) => ({ row, scores: scoresOf(row, prior) })))).toFixed(1)} % right`,
);
const tried = STRENGTHS.map((strength) => {
	const judged = leftOut(strength);
	const loss = judged.reduce((sum, each) => sum + lossOf(each), 0);
	console.log(
		`Shrunk by ${strength}: families left out ${(100 * rightShare(judged)).toFixed(1)} % right, loss ${loss.toFixed(2)}`,
	);
	return { strength, judged, loss };
});
const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
const fitted = fit(all, best.strength);
console.log(
	`\nFitted to all (${best.strength}): ${(100 * rightShare(all.map((row) => ({ row, scores: scoresOf(row, fitted) })))).toFixed(1)} % right\n`,
);
signals.forEach(({ rule }, i) => {
	const own = names.flatMap((mood, m) =>
		prior[i]?.[m] ? [`${mood}: ${(fitted[i]?.[m] ?? 0).toFixed(2).replace(/\.?0+$/, "")}`] : [],
	);
	console.log(`${rule.id}: { ${own.join(", ")} },`);
});

/** Lines from the share of the told mood to how often it is right, on families left out, for trouble and for the rest. */
function calibrate(): void {
	const trouble = new Set(["frustrated", "confused", "disengaged", "bored"]);
	const judged = best.judged.map(({ row, scores }) => {
		const top = topOf(scores);
		const share = softmax(scores)[top] ?? 0;
		const isRight = row.right[top] ?? false;
		return {
			isTrouble: trouble.has(names[top] ?? ""),
			logit: Math.log(share) - Math.log(Math.max(1 - share, 1e-12)),
			evidence: 0.4 * Math.log(Math.max(1, row.events) / (row.events + FEW_EVENTS)),
			isRight,
			weight: row.weight * (isRight ? 1 : MISTAKE_WEIGHT),
		};
	});
	for (const isTrouble of [true, false]) {
		const own = judged.filter((each) => each.isTrouble === isTrouble);
		const line: CalibrationLine = { intercept: 0, slope: 0.5 };
		const total = own.reduce((sum, { weight }) => sum + weight, 0);
		for (let step = 0; step < 20_000; step++) {
			let [g0, g1] = [0, 0];
			for (const { logit, evidence, isRight, weight } of own) {
				const z = line.intercept + line.slope * logit + evidence;
				const miss = weight * (Number(isRight) - 1 / (1 + Math.exp(-z)));
				g0 += miss;
				g1 += miss * logit;
			}
			line.intercept += (0.5 * g0) / total;
			line.slope = Math.max(0.1, line.slope + (0.05 * g1) / total);
		}
		const { intercept, slope } = line;
		console.log(
			`\n${isTrouble ? "trouble" : "the rest"}: { intercept: ${intercept.toFixed(3)}, slope: ${slope.toFixed(3)} }`,
		);
	}
}
calibrate();
