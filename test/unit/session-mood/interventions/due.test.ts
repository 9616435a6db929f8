import { describe, expect, it } from "vitest";
import type { ModelReading } from "../../../../src/session-mood/engine/read.ts";
import type { ActiveIntervention } from "../../../../src/session-mood/interventions/active-intervention.ts";
import { decide, NO_PROMPTS, withGiven } from "../../../../src/session-mood/interventions/due.ts";

const NOW = 1_777_888_800_000;
const chat: ActiveIntervention = {
	id: "chat",
	name: "Chat",
	model: "intent",
	moods: ["frustrated"],
	minConfidence: 0.7,
	forSeconds: 0,
	signals: null,
	action: "show_live_chat",
	payload: "null",
	cooldownSeconds: 600,
	maxPerSession: 2,
	holdout: 0.1,
	round: 0,
	salt: "salt",
};
const tip: ActiveIntervention = { ...chat, id: "tip", cooldownSeconds: 60 };
const reading = (mood: string, confidence: number, signals: string[] = []): Record<string, ModelReading> => ({
	intent: { mood, confidence, signals, suggested_action: "no_action" },
});
const ANGRY = reading("frustrated", 0.9, ["repeated_errors"]);
const due = (
	interventions: ActiveIntervention[],
	readings: Record<string, ModelReading>,
	now = NOW,
	memory = NO_PROMPTS,
) => decide(interventions, memory, readings, now).due?.id;

describe("an intervention is due", () => {
	it("in its moods, from its confidence on, with one of its signals", () => {
		expect(due([chat], ANGRY)).toBe("chat");
		expect(due([chat], reading("frustrated", 0.69))).toBeUndefined();
		expect(due([chat], reading("browsing", 0.9))).toBeUndefined();
		expect(due([{ ...chat, signals: ["repeated_errors", "retry"] }], ANGRY)).toBe("chat");
		expect(due([{ ...chat, signals: ["retry"] }], ANGRY)).toBeUndefined();
		expect(due([chat], {})).toBeUndefined();
	});

	it("once that has been so for long enough, without a break", () => {
		const patient = { ...chat, forSeconds: 30 };
		const first = decide([patient], NO_PROMPTS, ANGRY, NOW);
		expect(first).toMatchObject({ heldSince: { chat: NOW }, due: undefined, nextAt: NOW + 30_000 });
		const memory = { ...NO_PROMPTS, heldSince: first.heldSince };
		expect(due([patient], ANGRY, NOW + 29_999, memory)).toBeUndefined();
		expect(due([patient], ANGRY, NOW + 30_000, memory)).toBe("chat");
		expect(decide([patient], memory, reading("browsing", 0.9), NOW + 10_000).heldSince).toEqual({});
	});

	it("the older one first", () => {
		expect(due([chat, tip], ANGRY)).toBe("chat");
		expect(due([tip, chat], ANGRY)).toBe("tip");
	});

	it("as often as it may be, and not within its cooldown", () => {
		const once = withGiven(NO_PROMPTS, chat, "treated", NOW);
		expect(decide([chat], once, ANGRY, NOW + 1000)).toMatchObject({ due: undefined, nextAt: NOW + 600_000 });
		expect(due([chat], ANGRY, NOW + 600_000, once)).toBe("chat");
		const twice = withGiven(once, chat, "treated", NOW + 600_000);
		expect(due([chat], ANGRY, NOW + 9_000_000, twice)).toBeUndefined();
	});

	it("not soon after another one, held out or not", () => {
		const memory = withGiven(NO_PROMPTS, chat, "held_out", NOW);
		expect(due([tip], ANGRY, NOW + 59_999, memory)).toBeUndefined();
		expect(due([tip], ANGRY, NOW + 60_000, memory)).toBe("tip");
	});
});
