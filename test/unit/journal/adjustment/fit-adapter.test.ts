import { array, assert, double, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { EMOTIONS } from "../../../../src/emotions.ts";
import {
	type Adapter,
	adapted,
	fitAdapter,
	type Label,
	PLAIN,
} from "../../../../src/journal/adjustment/fit-adapter.ts";
import { solvePositive } from "../../../../src/journal/adjustment/solve-positive.ts";

const percents = array(integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 });
const label = record({
	logs: percents.map((list) => {
		const sum = list.reduce((total, value) => total + value + 0.5, 0);
		return list.map((value) => Math.log((value + 0.5) / sum));
	}),
	chosen: integer({ min: 0, max: 7 }),
	weight: double({ min: 0.05, max: 1, noNaN: true }),
});
const labels = array(label, { maxLength: 60 });

/** The objective as it is defined, by nothing of what the fit uses. */
function objective([a = 0, ...b]: readonly number[], list: readonly Label[]): number {
	let sum = (a - 1) ** 2 / 0.18 + b.reduce((total, offset) => total + offset ** 2 / 2, 0);
	for (const { logs, chosen, weight } of list) {
		const logits = logs.map((log, k) => a * log + (b[k] ?? 0));
		const total = logits.reduce((all, logit) => all + Math.exp(logit), 0);
		sum += weight * (Math.log(total) - (logits[chosen] ?? 0));
	}
	return sum;
}

const pointOf = ({ slope, offsets }: Adapter) => [slope, ...offsets];

/** The derivative along each parameter, by central differences. */
const slopesAt = (point: readonly number[], list: readonly Label[]) =>
	point.map((_, k) => {
		const shifted = (by: number) =>
			objective(
				point.map((value, j) => (j === k ? value + by : value)),
				list,
			);
		return (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
	});

describe("a fitted adapter", () => {
	it("is the plain reading without labels", () => {
		expect(fitAdapter([])).toEqual(PLAIN);
	});

	it("is where the objective is flat in every direction, so that it is its one minimum", () => {
		assert(
			property(labels, (list) => {
				for (const slope of slopesAt(pointOf(fitAdapter(list)), list))
					expect(Math.abs(slope)).toBeLessThan(1e-4);
			}),
		);
	});

	it("is what slow gradient descent comes to as well", () => {
		const list = Array.from({ length: 12 }, (_, i) => ({
			logs: EMOTIONS.map((_, k) => Math.log((k === i % 3 ? 60.5 : 40 / 7 + 0.5) / 104)),
			chosen: (i % 3) + (i % 4 === 0 ? 1 : 0),
			weight: 0.5,
		}));
		let point = pointOf(PLAIN);
		for (let i = 0; i < 4_000; i++) {
			const slopes = slopesAt(point, list);
			point = point.map((value, k) => value - 0.02 * (slopes[k] ?? 0));
		}
		for (const [k, value] of pointOf(fitAdapter(list)).entries()) expect(value).toBeCloseTo(point[k] ?? 0, 4);
	});

	it("is the same from wherever it starts, far off too", () => {
		const far = double({ min: -8, max: 8, noNaN: true });
		const start = record({ slope: far, offsets: array(far, { minLength: 8, maxLength: 8 }) });
		assert(
			property(labels, start, (list, from) => {
				const [here, there] = [pointOf(fitAdapter(list)), pointOf(fitAdapter(list, from))];
				for (const [k, value] of here.entries()) expect(there[k]).toBeCloseTo(value, 5);
			}),
		);
	});

	it("gives probabilities, whatever the adapter", () => {
		const any = double({ min: -300, max: 300, noNaN: true });
		const adapter = record({ slope: any, offsets: array(any, { minLength: 8, maxLength: 8 }) });
		assert(
			property(adapter, label, (of, { logs }) => {
				const shares = adapted(of, logs);
				expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
				expect(shares.every((share) => share >= 0)).toBe(true);
			}),
		);
	});
});

it("solves what a product of a matrix with its transpose poses", () => {
	const entry = double({ min: -2, max: 2, noNaN: true });
	assert(
		property(
			array(entry, { minLength: 25, maxLength: 25 }),
			array(entry, { minLength: 5, maxLength: 5 }),
			(m, x) => {
				const at = (i: number, j: number) =>
					[0, 1, 2, 3, 4].reduce(
						(sum, k) => sum + (m[i * 5 + k] ?? 0) * (m[j * 5 + k] ?? 0),
						i === j ? 1 : 0,
					);
				const a = Array.from({ length: 25 }, (_, n) => at(Math.floor(n / 5), n % 5));
				const b = x.map((_, i) => x.reduce((sum, value, j) => sum + at(i, j) * value, 0));
				for (const [k, value] of solvePositive(a, b).entries()) expect(value).toBeCloseTo(x[k] ?? 0, 6);
			},
		),
	);
});
