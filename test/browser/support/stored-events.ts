import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inject } from "vitest";
import type { CapturedEvent } from "../../../src/sdk/public.d.ts";

/** In order of time, and for the same millisecond in some order that is always the same. */
export const inOrder = (events: readonly CapturedEvent[]): CapturedEvent[] =>
	events.toSorted((a, b) => a.ts - b.ts || JSON.stringify(a).localeCompare(JSON.stringify(b)));

/** An event as it was when it was captured: whether the page answered a click is written into it later. */
export const asCaptured = ({ answered: _, ...event }: CapturedEvent): CapturedEvent => event;

/** Events without their times, which the server corrects where a page's clock is put forward. */
export const withoutTimes = (events: readonly CapturedEvent[]) =>
	events.map(({ ts: _, ...event }) => JSON.stringify(event)).sort();

/** The events of a session as they stand in its object's own database on disk, in order of time. */
export function storedEvents(
	session: string,
	answers: "as captured" | "with answers" = "as captured",
): CapturedEvent[] {
	const files = globSync(join(inject("state"), "v3/do/*SessionObject/*.sqlite"));
	const events = inOrder(files.flatMap((file) => eventsIn(file, session)));
	return answers === "as captured" ? events.map(asCaptured) : events;
}

function eventsIn(file: string, session: string): CapturedEvent[] {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		const isSessionLog = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'batches'").get();
		if (!isSessionLog) return [];
		return database
			.prepare("SELECT state, events FROM batches")
			.all()
			.filter(({ state }) => JSON.parse(String(state)).sessionId === session)
			.flatMap(({ events }): CapturedEvent[] => JSON.parse(String(events)));
	} finally {
		database.close();
	}
}
