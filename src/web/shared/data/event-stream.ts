import { EventSourceParserStream } from "eventsource-parser/stream";
import { DataError, kindOf } from "./data-error.ts";
import type { Connect } from "./live.ts";

/**
 * Server-sent events by `fetch`, since neither `EventSource` nor `WebSocket` can send the header that a secret key goes
 * into. An event's id is the cursor. `open` asks for the stream with the headers it is given.
 */
export function overEventStream<M>(open: (init: RequestInit) => Promise<Response>): Connect<M> {
	return async ({ after, signal, onOpen, onMessage }) => {
		const resumed = after === undefined ? {} : { "Last-Event-ID": after };
		const answer = await open({ signal, headers: { Accept: "text/event-stream", ...resumed } });
		if (!answer.ok) throw new DataError(kindOf(answer.status), await answer.json().catch(() => ({})));
		if (!answer.body) return;
		onOpen();
		const events = answer.body
			.pipeThrough(new TextDecoderStream())
			.pipeThrough(new EventSourceParserStream());
		const reader = events.getReader();
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			onMessage(JSON.parse(next.value.data), next.value.id);
		}
	};
}
