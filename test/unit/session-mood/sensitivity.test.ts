import { expect, it } from "vitest";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { readMood } from "../../../src/session-mood/engine/read.ts";
import { MODELS } from "../../../src/session-mood/models/index.ts";
import { FAMILIES, livedSessions } from "../../support/people/index.ts";

it.each(MODELS)("of $id: the more sensitive, the more actions, and none below 0.6", (model) => {
	const counts = { low: 0, normal: 0, high: 0 };
	for (const { events } of livedSessions(FAMILIES, 1, 5)) {
		let state = emptyState();
		for (const { t, ...event } of events) {
			state = fold(model, state, [{ ...event, ts: 1_777_000_000 + t }]);
			const read = (sensitivity: keyof typeof counts) => readMood(model, state, 0, sensitivity);
			const acts = (sensitivity: keyof typeof counts) => read(sensitivity).suggested_action !== "no_action";
			if (acts("low")) expect(acts("normal")).toBe(true);
			if (acts("normal")) expect(acts("high")).toBe(true);
			if (acts("high")) expect(read("high").confidence).toBeGreaterThanOrEqual(0.6);
			for (const each of ["low", "normal", "high"] as const) if (acts(each)) counts[each] += 1;
		}
	}
	expect(counts.low).toBeLessThan(counts.normal);
	expect(counts.normal).toBeLessThan(counts.high);
});
