import { describe, expect, it } from "vitest";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import type { MoodEvent } from "../../../src/session-mood/engine/types.ts";
import { MODELS } from "../../../src/session-mood/models/index.ts";
import { cutAt, foldAll, START } from "./events.ts";

/** The object with every property read of it and of what is inside it counted. */
function counted<T extends object>(target: T, count: () => void): T {
	return new Proxy(target, {
		get(of, key, receiver) {
			count();
			const value: unknown = Reflect.get(of, key, receiver);
			return typeof value === "object" && value !== null ? counted(value, count) : value;
		},
	});
}

describe("the work of a fold", () => {
	const types = ["click", "scroll", "page_view", "error", "hover", "focus", "blur", "idle", "rage_click"];
	const stream = (length: number, from: number): MoodEvent[] =>
		Array.from({ length }, (_, i) => ({
			type: types[(i * 7) % types.length] ?? "click",
			ts: START + (from + i) * 0.5,
			x: (i * 37) % 900,
			y: (i * 53) % 700,
			url: `/${i % 5}`,
		}));

	it.each(MODELS)("on $id is the same an event after 100,000 events as after 100", (model) => {
		const costAfter = (events: number) => {
			const state = foldAll(
				model,
				cutAt(
					stream(events, 0),
					Array.from({ length: events / 20 }, (_, i) => i * 20),
				),
			);
			const next = stream(20, events);
			let reads = 0;
			const count = () => {
				reads++;
			};
			const folded = fold(
				model,
				counted(state, count),
				next.map((event) => counted(event, count)),
			);
			readMood(model, counted(folded, count));
			return { reads, size: JSON.stringify(folded).length };
		};
		const [early, late] = [costAfter(100), costAfter(100_000)];
		expect(early.reads).toBeGreaterThan(100);
		expect(Math.abs(late.reads - early.reads)).toBeLessThanOrEqual(0.02 * early.reads);
		expect(late.size).toBeLessThan(2600);
	});

	it.each(MODELS)("on $id grows with the batch in proportion", (model) => {
		const costOf = (events: number) => {
			let reads = 0;
			fold(
				model,
				emptyState(),
				stream(events, 0).map((event) =>
					counted(event, () => {
						reads++;
					}),
				),
			);
			return reads;
		};
		const round = types.length;
		expect(costOf(10_000 * round)).toBe(10_000 * costOf(round));
	});
});
