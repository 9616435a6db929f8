import { retryAfterMs } from "./backoff.ts";
import type { Intervention, MoodReading } from "./public.d.ts";
import type { Batch } from "./queue.ts";

const TIMEOUT_MS = 15_000;

/** What the site has set for its key. */
export interface KeySettings {
	/** CSS selectors of elements to report nothing of. */
	readonly ignore: readonly string[];
}

/** What the API answers to a batch that it has stored. */
export interface Answer {
	readonly reading?: MoodReading;
	readonly intervention?: Intervention;
	readonly settings?: KeySettings;
}

/** The outcome of one attempt to send a batch. */
export type Outcome =
	| ({ readonly kind: "stored" } & Answer)
	/** The API permanently rejects this batch; with `keyRefused`, all batches from this page. */
	| { readonly kind: "refused"; readonly keyRefused: boolean }
	/** Retry later, after `holdMs` milliseconds if the API sent `Retry-After`. */
	| { readonly kind: "later"; readonly holdMs: number };

export type Post = (batch: Batch, signal: AbortSignal) => Promise<Outcome>;

/**
 * Sends batches to the API at the given origin. A plain text body without custom headers needs no CORS preflight, so it
 * also works while the page unloads. `keepalive` lets a request outlive the page and, unlike `sendBeacon`, allows
 * `no-referrer`, so that the page's query string is not leaked.
 */
export function createPost(api: string, key: string, now: () => number): Post {
	const sessions = `${api}/v1/sessions`;
	return async (batch, signal) => {
		const query = new URLSearchParams({
			key,
			idempotency_key: batch.id,
			reading: "true",
			sent_at: String(now() / 1_000),
		});
		const attempt = new AbortController();
		const abort = () => attempt.abort();
		const timeout = setTimeout(abort, TIMEOUT_MS);
		signal.addEventListener("abort", abort);
		// In Firefox a request that was under way when the page was kept for a return does not end by itself.
		const aborted = new Promise<never>((_, reject) => attempt.signal.addEventListener("abort", reject));
		try {
			const response = await Promise.race([
				aborted,
				fetch(`${sessions}/${encodeURIComponent(batch.session)}/${batch.path ?? "events"}?${query}`, {
					method: "POST",
					body: batch.body,
					keepalive: true,
					credentials: "omit",
					referrerPolicy: "no-referrer",
					signal: attempt.signal,
				}),
			]);
			return await outcomeOf(response, now());
		} catch {
			return { kind: "later", holdMs: 0 };
		} finally {
			clearTimeout(timeout);
			signal.removeEventListener("abort", abort);
		}
	};
}

async function outcomeOf(response: Response, now: number): Promise<Outcome> {
	const { status } = response;
	if (response.ok) return { kind: "stored", ...(await answerIn(response)) };
	if (status === 429 || status >= 500) {
		return { kind: "later", holdMs: retryAfterMs(response.headers.get("Retry-After"), now) };
	}
	return { kind: "refused", keyRefused: status === 401 || status === 403 };
}

/** Empty if the response is cut off: the batch is stored all the same, so this is not a failure. */
async function answerIn(response: Response): Promise<Answer> {
	try {
		const { reading, intervention, settings = { ignore: [] } } = await response.json();
		return { reading, intervention, settings };
	} catch {
		return {};
	}
}
