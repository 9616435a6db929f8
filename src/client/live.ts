import { EventSourceParserStream } from "eventsource-parser/stream";
import type { components } from "./api.d.ts";

/** What `GET /v1/sessions/:id/live` tells. */
export type LiveMessage = components["schemas"]["LiveMessage"];
/** What `GET /v1/live` tells. */
export type AccountMessage = components["schemas"]["AccountMessage"];

export interface LiveOptions {
	/** The address of the API, for example `https://api.example.com`. */
	baseUrl: string;
	/** A secret key; of a session also a publishable one, in pages of its origins. */
	apiKey: string;
	/** The mood model. Default: `intent`. */
	model?: string;
	/** Ends it. */
	signal?: AbortSignal;
	/** The function that sends requests. Default: the global `fetch`. */
	fetch?: (request: Request) => Promise<Response>;
}

export interface AccountLiveOptions extends LiveOptions {
	/** Only changes to these moods. */
	moods?: readonly string[];
	/** Continues after the change with this cursor: nothing is missed that is still kept, and nothing comes twice. */
	after?: string;
}

/** A refusal, which trying again does not change: the status and what the API says. */
export class LiveError extends Error {
	override name = "LiveError";
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;

/**
 * Moods and interventions of one session as they come, as server-sent events over `fetch`, which runs everywhere. A
 * connection that is cut is made again with growing pauses. Throws `LiveError` if the API refuses.
 */
export const watchSession = (sessionId: string, options: LiveOptions): AsyncGenerator<LiveMessage> =>
	messages<LiveMessage>(`/v1/sessions/${encodeURIComponent(sessionId)}/live`, new URLSearchParams(), options);

/** Every change of mood of the account's sessions; after a cut it goes on where it was. Throws as `watchSession`. */
export function watchAccount(options: AccountLiveOptions): AsyncGenerator<AccountMessage> {
	const query = new URLSearchParams();
	if (options.moods) query.set("moods", options.moods.join());
	return messages<AccountMessage>("/v1/live", query, options, options.after);
}

async function* messages<T>(
	path: string,
	query: URLSearchParams,
	{ baseUrl, apiKey, model, signal, fetch = globalThis.fetch }: LiveOptions,
	after?: string,
): AsyncGenerator<T> {
	if (model !== undefined) query.set("model", model);
	let last = after;
	for (let failures = 0; !signal?.aborted; failures++) {
		try {
			const headers = {
				Accept: "text/event-stream",
				"X-Api-Key": apiKey,
				...(last !== undefined && { "Last-Event-ID": last }),
			};
			const request = new Request(`${baseUrl}${path}?${query}`, { headers, ...(signal && { signal }) });
			const response = await fetch(request);
			if (response.status < 500 && !response.ok) throw await refusalOf(response);
			if (response.ok && response.body) {
				const events = response.body
					.pipeThrough(new TextDecoderStream())
					.pipeThrough(new EventSourceParserStream());
				for await (const { id, data } of events) {
					failures = 0;
					last = id ?? last;
					yield JSON.parse(data);
				}
			}
		} catch (error) {
			if (error instanceof LiveError) throw error;
		}
		await pause(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (0.5 + Math.random() / 2), signal);
	}
}

async function refusalOf(response: Response): Promise<LiveError> {
	const body = (await response.json().catch(() => ({}))) as { error?: string; message?: string };
	return new LiveError(response.status, body.message ?? body.error ?? `HTTP ${response.status}`);
}

const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
	new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			resolve();
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", done);
			resolve();
		}, milliseconds);
		signal?.addEventListener("abort", done, { once: true });
		if (signal?.aborted) done();
	});
