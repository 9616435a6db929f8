import type { Model } from "../overview/load-moods.ts";
import { t } from "../texts.ts";
import type { Intervention, InterventionBody } from "./change-interventions.ts";

/** An intervention as it is written in the form. */
export interface Draft {
	name: string;
	model: Model;
	moods: string[];
	/** Percent, and seconds. */
	share: string;
	holdout: string;
	seconds: string;
	cooldown: string;
	most: string;
	action: string;
	payload: string;
	goal: string;
}

export type Faults = Partial<Record<keyof Draft, string>>;

const MAX_PAYLOAD_BYTES = 4096;

export const draftOf = (intervention: Intervention | undefined): Draft => ({
	name: intervention?.name ?? "",
	model: (intervention?.model as Model | undefined) ?? "intent",
	moods: intervention?.when.moods ?? ["frustrated"],
	share: String(Math.round(100 * (intervention?.when.min_confidence ?? 0.7))),
	holdout: String(Math.round(100 * (intervention?.holdout ?? 0.1))),
	seconds: String(intervention?.when.for_seconds ?? 0),
	cooldown: String(intervention?.cooldown_seconds ?? 600),
	most: String(intervention?.max_per_session ?? 1),
	action: intervention?.action ?? "",
	payload: intervention?.payload == null ? "" : JSON.stringify(intervention.payload, null, 2),
	goal: intervention?.goal ?? "",
});

/** What is sent, or what is wrong with each field. */
export function bodyOf(draft: Draft): { body: InterventionBody } | { faults: Faults } {
	const payload = parsed(draft.payload);
	const faults: Faults = {
		...(draft.name.trim() === "" && { name: t("interventions.fault.missing") }),
		...(draft.action.trim() === "" && { action: t("interventions.fault.missing") }),
		...(draft.moods.length === 0 && { moods: t("interventions.fault.moods") }),
		...(payload === undefined && { payload: t("interventions.fault.payload") }),
		...outside(draft, "share", 0, 100),
		...outside(draft, "holdout", 0, 90),
		...outside(draft, "seconds", 0, 3_600),
		...outside(draft, "cooldown", 0, 86_400),
		...outside(draft, "most", 1, 100),
	};
	if (Object.keys(faults).length > 0 || payload === undefined) return { faults };
	return {
		body: {
			name: draft.name.trim(),
			model: draft.model,
			when: {
				moods: draft.moods,
				min_confidence: Number(draft.share) / 100,
				for_seconds: Number(draft.seconds),
			},
			action: draft.action.trim(),
			payload,
			cooldown_seconds: Number(draft.cooldown),
			max_per_session: Number(draft.most),
			holdout: Number(draft.holdout) / 100,
			goal: draft.goal.trim() || null,
		},
	};
}

function outside(
	draft: Draft,
	name: "share" | "holdout" | "seconds" | "cooldown" | "most",
	min: number,
	max: number,
): Faults {
	const text = draft[name].trim();
	const value = Number(text);
	const isRight = text !== "" && Number.isInteger(value) && value >= min && value <= max;
	return isRight ? {} : { [name]: t("interventions.fault.number", { min, max }) };
}

/** Undefined if it is no JSON, or too much. */
function parsed(text: string): unknown {
	if (text.trim() === "") return null;
	if (new TextEncoder().encode(text).length > MAX_PAYLOAD_BYTES) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
