import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import { callObject } from "../../outages.ts";
import type { ListedSession } from "../account/messages.ts";
import type { MoodModel } from "../engine/types.ts";
import { sessionStub } from "../sessions.ts";

/** The mood that the account knows of, not faded by the silence since. */
const AT_ITS_LATEST = 0;

export interface WantedSessions {
	model: MoodModel;
	mood: string | undefined;
	limit: number;
	cursor: string | undefined;
}

/** The account's sessions with their moods, those first that began last. The account knows which; each tells its own mood. */
export async function listSessions(
	context: Context,
	{ accountId }: ApiKeyActor,
	{ model, mood, limit, cursor }: WantedSessions,
) {
	if (mood !== undefined && !model.moods.some((known) => known.mood === mood)) {
		const names = model.moods.map((known) => known.mood).join(", ");
		throw invalidField("mood", `Not a mood of the model ${model.id}: ${names}`);
	}
	const after = cursor === undefined ? undefined : positionOf(cursor);
	const account = context.accounts.getByName(accountId);
	const query = { model: model.id, mood, limit, after };
	const { sessions, next } = await callObject(account.listSessions(query));
	const readings = await Promise.all(
		sessions.map(({ id }) =>
			callObject(sessionStub(context, accountId, id).read(model.id, false, AT_ITS_LATEST)),
		),
	);
	return {
		data: sessions.flatMap(({ id }, i) => {
			const reading = readings[i];
			// Erased meanwhile.
			if (!reading) return [];
			return [
				{
					session_id: id,
					mood: reading.mood,
					confidence: reading.confidence,
					event_count: reading.totalEvents,
					updated_at: new Date(reading.updatedAt * 1000).toISOString(),
				},
			];
		}),
		next_cursor: next && cursorOf(next),
	};
}

const cursorOf = ({ seenAt, id }: ListedSession): string =>
	new TextEncoder()
		.encode(JSON.stringify([seenAt, id]))
		.toBase64({ alphabet: "base64url", omitPadding: true });

function positionOf(cursor: string): ListedSession {
	try {
		const text = new TextDecoder().decode(Uint8Array.fromBase64(cursor, { alphabet: "base64url" }));
		const [seenAt, id] = JSON.parse(text);
		if (typeof seenAt === "number" && typeof id === "string") return { seenAt, id };
	} catch {
		// Not one of ours.
	}
	throw invalidField("cursor", "Not a cursor of this list");
}
