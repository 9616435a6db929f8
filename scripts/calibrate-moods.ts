import { compile } from "../src/session-mood/engine/compile.ts";
import { emptyState, fold } from "../src/session-mood/engine/fold.ts";
import { type Scores, scoreAt, topMood } from "../src/session-mood/engine/score.ts";
import type { Calibration, MoodModel } from "../src/session-mood/engine/types.ts";
import { MODELS } from "../src/session-mood/models/index.ts";
import { personaSessions } from "../test/support/personas/index.ts";
import { formatReliability, HELD_OUT_SEED, reliabilityOf } from "../test/support/reliability.ts";

/**
 * Fits each mood model's `calibration` to simulated personas (test/support/personas) and prints it, with the
 * reliability before and after on sessions it was not fitted to. It writes nothing: the numbers go into the
 * model's file by hand, so that a change of them is a change somebody made.
 *
 *   node scripts/calibrate-moods.ts [sessions = 40000]
 */

const FIT_SEED = 1;
const TEMPERATURES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3, 4];
const NEWTON_STEPS = 25;

interface Sample {
	scores: Scores;
	truth: number;
}

function samplesOf(model: MoodModel, sessions: number): Sample[] {
	const { moods } = compile(model);
	return personaSessions(model, FIT_SEED, sessions).map(({ mood, events }) => ({
		scores: scoreAt(compile(model), fold(model, emptyState(), events)),
		truth: moods.findIndex((rule) => rule.mood === mood),
	}));
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** The logit of each sample's top share, and whether its leading mood is the true one. */
function rowsAt(samples: readonly Sample[], temperature: number) {
	return samples.map(({ scores, truth }) => {
		const { top, shares } = topMood(scores, { temperature, intercept: 0, slope: 1 });
		const share = Math.min(1 - 1e-12, shares[top] ?? 0);
		return { x: Math.log(share / (1 - share)), right: top === truth ? 1 : 0 };
	});
}

/** Logistic regression on one feature by Newton's method. */
function fitLogistic(rows: ReturnType<typeof rowsAt>): { intercept: number; slope: number; loss: number } {
	let [intercept, slope] = [0, 0];
	for (let step = 0; step < NEWTON_STEPS; step++) {
		let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
		for (const { x, right } of rows) {
			const p = sigmoid(intercept + slope * x);
			const weight = p * (1 - p);
			g0 += right - p;
			g1 += (right - p) * x;
			h00 += weight;
			h01 += weight * x;
			h11 += weight * x * x;
		}
		const determinant = h00 * h11 - h01 * h01;
		intercept += (h11 * g0 - h01 * g1) / determinant;
		slope += (h00 * g1 - h01 * g0) / determinant;
	}
	const loss = rows.reduce((sum, { x, right }) => {
		const p = sigmoid(intercept + slope * x);
		return sum - Math.log(right ? p : 1 - p);
	}, 0);
	return { intercept, slope, loss: loss / rows.length };
}

function fitCalibration(samples: readonly Sample[]): Calibration & { loss: number } {
	const fits = TEMPERATURES.map((temperature) => {
		const { intercept, slope, loss } = fitLogistic(rowsAt(samples, temperature));
		return { temperature, intercept: round(intercept), slope: round(slope), loss };
	});
	return fits.reduce((best, fit) => (fit.loss < best.loss ? fit : best));
}

const round = (value: number) => Math.round(value * 1000) / 1000;

const sessions = Number(process.argv[2] ?? 40_000);
for (const model of MODELS) {
	const { loss, ...calibration } = fitCalibration(samplesOf(model, sessions));
	console.log(
		`\n${model.id}: fitted on ${sessions} sessions of seed ${FIT_SEED}, log loss ${loss.toFixed(4)}`,
	);
	console.log(`  calibration: ${JSON.stringify(calibration)}`);
	console.log(`  as it stands, on seed ${HELD_OUT_SEED}:`);
	console.log(formatReliability(reliabilityOf(model)));
	console.log("  as fitted, on the same:");
	console.log(formatReliability(reliabilityOf({ ...model, calibration })));
}
