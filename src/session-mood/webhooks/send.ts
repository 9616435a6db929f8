import { Webhook } from "standardwebhooks";

const TIMEOUT_MS = 15_000;
export const GONE = 410;

export interface Message {
	id: string;
	/** JSON. */
	body: string;
}

/** How an attempt went. */
export interface Attempt {
	isDelivered: boolean;
	/** The status, or what went wrong. */
	response: string;
	latencyMs: number;
}

/** Sends a message, signed by Standard Webhooks (standardwebhooks.com). Never throws. `now` in Unix milliseconds. */
export async function send(
	{ url, secret }: { url: string; secret: string },
	{ id, body }: Message,
	now: number,
): Promise<Attempt> {
	const at = new Date(now);
	// Not AbortSignal.timeout, whose timer would keep the object awake after the answer.
	const ending = new AbortController();
	const timer = setTimeout(() => ending.abort(), TIMEOUT_MS);
	const began = Date.now();
	const attempt = (isDelivered: boolean, response: string): Attempt => ({
		isDelivered,
		response,
		latencyMs: Date.now() - began,
	});
	try {
		const {
			ok,
			status,
			body: rest,
		} = await fetch(url, {
			method: "POST",
			body,
			redirect: "manual",
			signal: ending.signal,
			headers: {
				"Content-Type": "application/json",
				"User-Agent": "Undertone-Webhooks/1",
				"webhook-id": id,
				"webhook-timestamp": String(Math.floor(now / 1000)),
				"webhook-signature": new Webhook(secret).sign(id, at, body),
			},
		});
		await rest?.cancel();
		return attempt(ok, String(status));
	} catch {
		return attempt(false, ending.signal.aborted ? "no answer within 15 s" : "no connection");
	} finally {
		clearTimeout(timer);
	}
}
