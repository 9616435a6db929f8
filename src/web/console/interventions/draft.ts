import { knownMoods, type Model, type Mood } from "../moods/moods-of.ts";
import type { Intervention, InterventionBody } from "./change-interventions.ts";

/** An intervention as it is being written: numbers are texts, shares are percent. */
export interface Draft {
	name: string;
	model: Model;
	moods: Mood[];
	confidence: string;
	seconds: string;
	action: string;
	payload: string;
	cooldown: string;
	most: string;
	holdout: string;
	goal: string;
}

export const EMPTY_DRAFT: Draft = {
	name: "",
	model: "intent",
	moods: [],
	confidence: "70",
	seconds: "0",
	action: "",
	payload: "",
	cooldown: "600",
	most: "1",
	holdout: "10",
	goal: "",
};

/** What may stand in the fields of numbers. */
const RANGES = {
	confidence: { min: 0, max: 100 },
	seconds: { min: 0, max: 3_600, isWhole: true },
	cooldown: { min: 0, max: 86_400, isWhole: true },
	most: { min: 1, max: 100, isWhole: true },
	holdout: { min: 0, max: 90 },
} as const;
const MAX_PAYLOAD_BYTES = 4_096;

export type Fault =
	| { kind: "missing" | "moods" | "json" | "long" }
	| { kind: "number" | "whole"; min: number; max: number };
export type Faults = Partial<Record<keyof Draft, Fault>>;

/** Shares in percent without the dust of binary fractions. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const percentOf = (share: number): string => String(rounded(100 * share, 4));

/** An intervention, to be changed. */
export const draftOf = ({ name, model, when, action, payload, goal, ...rest }: Intervention): Draft => ({
	name,
	model,
	moods: knownMoods(model, when.moods),
	confidence: percentOf(when.min_confidence),
	seconds: String(when.for_seconds),
	action,
	payload: payload === null ? "" : JSON.stringify(payload, null, 2),
	cooldown: String(rest.cooldown_seconds),
	most: String(rest.max_per_session),
	holdout: percentOf(rest.holdout),
	goal: goal ?? "",
});

/** What a draft says, or what is wrong in it, by field. */
export function readDraft(draft: Draft): { body: InterventionBody } | { faults: Faults } {
	const faults: Faults = {};
	const textIn = (field: "name" | "action"): string => {
		const text = draft[field].trim();
		if (!text) faults[field] = { kind: "missing" };
		return text;
	};
	const numberIn = (field: keyof typeof RANGES): number => {
		const { min, max, ...range } = RANGES[field];
		const isWhole = "isWhole" in range;
		const text = draft[field].trim().replace(",", ".");
		const value = Number(text);
		const isRight = text !== "" && value >= min && value <= max && (!isWhole || Number.isInteger(value));
		if (!isRight) faults[field] = { kind: isWhole ? "whole" : "number", min, max };
		return value;
	};
	if (draft.moods.length === 0) faults.moods = { kind: "moods" };
	const payload = readPayload(draft.payload);
	if ("fault" in payload) faults.payload = { kind: payload.fault };
	const body: InterventionBody = {
		name: textIn("name"),
		model: draft.model,
		when: {
			moods: draft.moods,
			min_confidence: rounded(numberIn("confidence") / 100, 6),
			for_seconds: numberIn("seconds"),
		},
		action: textIn("action"),
		...("value" in payload && { payload: payload.value }),
		cooldown_seconds: numberIn("cooldown"),
		max_per_session: numberIn("most"),
		holdout: rounded(numberIn("holdout") / 100, 6),
		goal: draft.goal.trim() || null,
	};
	return Object.keys(faults).length > 0 ? { faults } : { body };
}

type Payload = NonNullable<InterventionBody["payload"]>;

/** JSON as text; nothing at all is null. Its size is that of the JSON without the spaces between. */
function readPayload(text: string): { value: Payload } | { fault: "json" | "long" } {
	try {
		const value: Payload = JSON.parse(text.trim() || "null");
		const { length } = new TextEncoder().encode(JSON.stringify(value));
		return length > MAX_PAYLOAD_BYTES ? { fault: "long" } : { value };
	} catch {
		return { fault: "json" };
	}
}
