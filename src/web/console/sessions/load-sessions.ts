import type { AccountMessage, components } from "../../../client/index.ts";
import { overEventStream } from "../../shared/data/event-stream.ts";
import type { Connect } from "../../shared/data/live.ts";
import type { Model } from "../overview/load-moods.ts";
import { ask } from "../session/ask.ts";
import { credential } from "../session/credential.ts";

export type ListedSession = components["schemas"]["SessionList"]["data"][number];

export interface Filter {
	model: Model;
	/** Empty: any. */
	mood: string;
}

export interface SessionPage {
	sessions: ListedSession[];
	/** Where the next page begins. */
	next: string | null;
}

/** The sessions that began last, and that are in the mood. */
export async function loadSessions(
	{ model, mood }: Filter,
	signal?: AbortSignal,
	cursor?: string,
): Promise<SessionPage> {
	const query = { model, limit: 25, ...(mood && { mood }), ...(cursor && { cursor }) };
	const { data, next_cursor: next } = await ask((client) =>
		client.GET("/v1/sessions", { params: { query }, ...(signal && { signal }) }),
	);
	return { sessions: data, next };
}

/** Changes of mood as they happen. */
export const connectToMoods = (model: Model): Connect<AccountMessage> =>
	overEventStream(({ headers, ...init }) =>
		fetch(`/v1/live?model=${model}`, {
			...init,
			headers: { ...headers, "X-Api-Key": credential.peek() ?? "" },
		}),
	);

/** The page after something has happened: who is read anew stands first, who is erased is gone. */
export function afterMessage(page: SessionPage, message: AccountMessage, { mood }: Filter): SessionPage {
	if (message.type === "gap") return page;
	const others = page.sessions.filter(({ session_id }) => session_id !== message.session_id);
	if (message.type === "erased" || (mood !== "" && message.mood !== mood))
		return { ...page, sessions: others };
	const { session_id, confidence, event_count, updated_at } = message;
	return {
		...page,
		sessions: [{ session_id, mood: message.mood, confidence, event_count, updated_at }, ...others],
	};
}
