import type { ModelReading } from "../engine/read.ts";
import type { ActiveIntervention, Arm } from "./active-intervention.ts";

/** What a session remembers of one intervention. */
export interface Given {
	arm: Arm;
	times: number;
	/** Unix milliseconds. */
	lastAt: number;
}

/** What a session remembers of its account's interventions. Times are in Unix milliseconds. */
export interface PromptMemory {
	/** By intervention: since when its condition has held. */
	heldSince: Readonly<Record<string, number>>;
	given: Readonly<Record<string, Given>>;
	/** The latest prompt of all, and its cooldown. */
	last: { at: number; cooldownSeconds: number } | null;
}

export const NO_PROMPTS: PromptMemory = { heldSince: {}, given: {}, last: null };

export interface Decision {
	heldSince: Readonly<Record<string, number>>;
	/** The oldest that is due now. */
	due: ActiveIntervention | undefined;
	/** When another one is due if nothing changes. */
	nextAt: number | undefined;
}

/**
 * Which intervention is due by the readings of a session at `now` (Unix ms). `interventions` are the account's active
 * ones, oldest first; `readings` are by model.
 */
export function decide(
	interventions: readonly ActiveIntervention[],
	memory: PromptMemory,
	readings: Readonly<Record<string, ModelReading>>,
	now: number,
): Decision {
	const holding = interventions.filter((each) => holds(each, readings[each.model]));
	const heldSince = Object.fromEntries(holding.map(({ id }) => [id, memory.heldSince[id] ?? now]));
	const times = holding
		.filter(({ id, maxPerSession }) => (memory.given[id]?.times ?? 0) < maxPerSession)
		.map((each) => ({ each, at: dueAt(each, heldSince[each.id] ?? now, memory) }));
	const due = times.find(({ at }) => at <= now)?.each;
	const later = times.map(({ at }) => at).filter((at) => at > now);
	return { heldSince, due, nextAt: later.length > 0 ? Math.min(...later) : undefined };
}

function holds(
	{ moods, minConfidence, signals }: ActiveIntervention,
	reading: ModelReading | undefined,
): boolean {
	if (!reading || !moods.includes(reading.mood) || reading.confidence < minConfidence) return false;
	return signals === null || signals.some((id) => reading.signals.includes(id));
}

/** Once it has held for long enough, and the cooldowns are over: its own, and the shorter of it and the latest one's. */
function dueAt(intervention: ActiveIntervention, heldSince: number, { given, last }: PromptMemory): number {
	const { id, forSeconds, cooldownSeconds } = intervention;
	const own = given[id];
	return Math.max(
		heldSince + forSeconds * 1000,
		own ? own.lastAt + cooldownSeconds * 1000 : 0,
		last ? last.at + Math.min(cooldownSeconds, last.cooldownSeconds) * 1000 : 0,
	);
}

/** The memory after a prompt was given, or would have been to a session that is held out. */
export function withGiven(
	memory: PromptMemory,
	{ id, cooldownSeconds }: ActiveIntervention,
	arm: Arm,
	now: number,
): PromptMemory {
	const times = (memory.given[id]?.times ?? 0) + 1;
	return {
		...memory,
		given: { ...memory.given, [id]: { arm, times, lastAt: now } },
		last: { at: now, cooldownSeconds },
	};
}
