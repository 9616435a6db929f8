import { EMOTIONS } from "../../emotions.ts";
import { solvePositive } from "./solve-positive.ts";

/** How a person's voice is read: log-probabilities are stretched by the slope, then shifted, in the order of EMOTIONS. */
export interface Adapter {
	slope: number;
	offsets: readonly number[];
}

/** One note whose mood its owner has chosen. */
export interface Label {
	/** Natural logarithms of the eight scores, in the order of EMOTIONS. */
	logs: readonly number[];
	/** Index of the chosen emotion. */
	chosen: number;
	weight: number;
}

/** Reads as the model does. */
export const PLAIN: Adapter = { slope: 1, offsets: EMOTIONS.map(() => 0) };

/** Variances of the normal distributions that slope and offsets have before the first label. */
const VARIANCE = { slope: 0.09, offset: 1 };

/** The slope, then the offsets. */
const SIZE = EMOTIONS.length + 1;

const MAX_STEPS = 50;
/** Newton's decrement from which on one more step, which squares it, ends within 1e-9 of the least loss. */
const NEARLY = 1e-5;
/** Armijo's share of the promised decrease. Twenty halvings leave a millionth of a step. */
const SUFFICIENT = 1e-4;
const SMALLEST_STEP = 2 ** -20;

/** softmax(slope · logs + offsets): the eight probabilities as this person's voice is read. */
export function adapted({ slope, offsets }: Adapter, logs: readonly number[]): number[] {
	const logits = logs.map((log, k) => slope * log + (offsets[k] ?? 0));
	const highest = Math.max(...logits);
	const raised = logits.map((logit) => Math.exp(logit - highest));
	const sum = raised.reduce((total, value) => total + value, 0);
	return raised.map((value) => value / sum);
}

/**
 * The most probable adapter given the labels: minimises Σ weight · −ln adapted(chosen) + Σ offset² / 2 +
 * (slope − 1)² / 0.18, which is convex, by Newton's method with step halving (Boyd and Vandenberghe, "Convex
 * Optimization", 9.5). Starting from an earlier fit saves steps and changes nothing else.
 */
export function fitAdapter(labels: readonly Label[], start: Adapter = PLAIN): Adapter {
	let here = lossAt(labels, [start.slope, ...start.offsets]);
	for (let i = 0; i < MAX_STEPS; i++) {
		const step = solvePositive(here.hessian, here.gradient);
		const decrement = step.reduce((sum, value, k) => sum + value * (here.gradient[k] ?? 0), 0);
		if (decrement < NEARLY) return adapterAt(stepped(here.parameters, step, 1));
		here = descend(labels, here, { step, decrement });
	}
	return adapterAt(here.parameters);
}

function adapterAt([slope = 1, ...offsets]: readonly number[]): Adapter {
	return { slope, offsets };
}

const stepped = (from: readonly number[], step: readonly number[], scale: number): number[] =>
	from.map((value, k) => value - scale * (step[k] ?? 0));

/** The loss at a point, with its slope and curvature there; of the Hessian, the lower triangle. */
interface Loss {
	parameters: readonly number[];
	value: number;
	gradient: number[];
	hessian: number[];
}

function descend(
	labels: readonly Label[],
	from: Loss,
	{ step, decrement }: { step: readonly number[]; decrement: number },
): Loss {
	for (let scale = 1; ; scale /= 2) {
		const there = lossAt(labels, stepped(from.parameters, step, scale));
		if (there.value <= from.value - SUFFICIENT * scale * decrement || scale < SMALLEST_STEP) return there;
	}
}

function lossAt(labels: readonly Label[], parameters: readonly number[]): Loss {
	const loss = priorAt(parameters);
	const probabilities = new Array<number>(EMOTIONS.length).fill(0);
	for (const label of labels) addLabel(loss, label, probabilities);
	return loss;
}

function priorAt(parameters: readonly number[]): Loss {
	const loss: Loss = { parameters, value: 0, gradient: [], hessian: new Array<number>(SIZE * SIZE).fill(0) };
	parameters.forEach((value, k) => {
		const [mean, variance] = k === 0 ? [1, VARIANCE.slope] : [0, VARIANCE.offset];
		loss.value += (value - mean) ** 2 / (2 * variance);
		loss.gradient.push((value - mean) / variance);
		loss.hessian[k * SIZE + k] = 1 / variance;
	});
	return loss;
}

/** All that an adapter costs is spent here, so nothing is allocated: `p` takes the probabilities. */
function addLabel(loss: Loss, { logs, chosen, weight }: Label, p: number[]): void {
	const { parameters, gradient, hessian } = loss;
	const slope = parameters[0] as number;
	let sum = 0;
	for (let k = 0; k < p.length; k++) {
		const raised = Math.exp(slope * (logs[k] as number) + (parameters[k + 1] as number));
		p[k] = raised;
		sum += raised;
	}
	let [mean, square] = [0, 0];
	for (let k = 0; k < p.length; k++) {
		const share = (p[k] as number) / sum;
		const log = logs[k] as number;
		p[k] = share;
		mean += share * log;
		square += share * log * log;
	}
	loss.value -= weight * Math.log(p[chosen] as number);
	add(gradient, 0, weight * (mean - (logs[chosen] as number)));
	add(hessian, 0, weight * (square - mean * mean));
	add(gradient, chosen + 1, -weight);
	for (let k = 0; k < p.length; k++) {
		const pull = weight * (p[k] as number);
		const row = (k + 1) * SIZE;
		add(gradient, k + 1, pull);
		add(hessian, row, pull * ((logs[k] as number) - mean));
		add(hessian, row + k + 1, pull);
		for (let j = 0; j <= k; j++) add(hessian, row + j + 1, -pull * (p[j] as number));
	}
}

function add(values: number[], at: number, more: number): void {
	values[at] = (values[at] as number) + more;
}
