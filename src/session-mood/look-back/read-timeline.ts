import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { callObject } from "../../outages.ts";
import type { MoodModel } from "../engine/types.ts";
import { dueAnswer } from "../session/answers.ts";
import { sessionNotFound, sessionStub } from "../sessions.ts";

const MAX_EVENTS = 500;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** One session's story: its moods, its events and what was shown. Throws `not_found` if it has no stored events. */
export async function readTimeline(
	context: Context,
	{ accountId }: ApiKeyActor,
	sessionId: string,
	model: MoodModel,
) {
	const story = await callObject(sessionStub(context, accountId, sessionId).story(model.id, MAX_EVENTS));
	if (!story) throw sessionNotFound(sessionId);
	const { spans, events, shown, keptUntil } = story;
	return {
		session_id: sessionId,
		moods: spans.map(({ mood, confidence, from, to }) => ({
			mood,
			confidence,
			from: iso(from),
			to: iso(to),
		})),
		events: JSON.parse(events),
		interventions: shown.map((each) => ({ ...dueAnswer(each), at: iso(each.at / 1000) })),
		events_kept_until: iso(keptUntil / 1000),
	};
}
