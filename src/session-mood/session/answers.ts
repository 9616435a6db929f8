import type { Explanation } from "../contract-explanation.ts";
import type { ModelReading } from "../engine/read.ts";
import type { DueIntervention } from "../interventions/contract.ts";
import type { Shown } from "./session-prompts.ts";

export interface SessionReading extends ModelReading {
	totalEvents: number;
	/** Unix seconds. */
	updatedAt: number;
	/** When the latest batch arrived, and how long ago that is: Unix milliseconds, and milliseconds. */
	observedAt: number;
	age: number;
	explanation?: Explanation;
}

/** A reading in the API's field names. */
export function readingAnswer(sessionId: string, reading: SessionReading) {
	const {
		mood,
		confidence,
		signals,
		suggested_action,
		totalEvents,
		updatedAt,
		observedAt,
		age,
		explanation,
	} = reading;
	return {
		session_id: sessionId,
		mood,
		confidence,
		signals,
		suggested_action,
		event_count: totalEvents,
		updated_at: new Date(updatedAt * 1000).toISOString(),
		observed_at: new Date(observedAt).toISOString(),
		age_seconds: Math.round(age / 1000),
		...(explanation && { explanation }),
	};
}

/** An intervention that is due, in the API's field names. */
export const dueAnswer = ({ id, interventionId, name, action, payload }: Shown): DueIntervention => ({
	id,
	intervention_id: interventionId,
	name,
	action,
	payload: JSON.parse(payload),
});
