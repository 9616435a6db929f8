import { compileObject } from "../http/compiled-object.ts";
import { parseWith } from "../http/field-issues.ts";
import { asBatch, EventsBody, MoodEvent } from "./contract.ts";
import type { PostedEvent } from "./session/session-state.ts";

const parseEvent = compileObject(MoodEvent);

/** The events of a body, as `EventsBody` parses it. Throws `invalid_input`, in the schema's own words. */
export const parseEvents = (body: unknown): readonly PostedEvent[] =>
	parseValidEvents(body) ?? parseWith(EventsBody, body).events;

/** The events of a valid body; undefined for any other. */
export function parseValidEvents(body: unknown): PostedEvent[] | undefined {
	const { events } = asBatch(body) as { events?: readonly unknown[] };
	if (events === undefined) return undefined;
	const parsed: PostedEvent[] = [];
	for (const event of events) {
		const valid = parseEvent(event);
		if (valid === undefined) return undefined;
		parsed.push(valid);
	}
	return parsed;
}
