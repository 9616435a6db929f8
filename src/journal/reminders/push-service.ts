import { buildPushPayload } from "@block65/webcrypto-web-push";

/** How this server signs: keys in base64url, and where to complain, a mailto: or https: address. */
export interface PushSigner {
	publicKey: string;
	privateKey: string;
	subject: string;
}

/** A browser that wants messages. */
export interface PushTarget {
	endpoint: string;
	p256dh: string;
	auth: string;
}

/** What a notification shows. */
export interface PushMessage {
	title: string;
	body: string;
	/** Where a click leads. */
	url: string;
}

/** `gone`: the browser took its subscription back. `failed`: it may work later. */
export type PushOutcome = "delivered" | "gone" | "failed";

/** Delivers a message, or says why not. It never throws. */
export type PushSender = (target: PushTarget, message: PushMessage) => Promise<PushOutcome>;

/** Seconds after which a push service drops a reminder: hours late it is of no use. */
const TIME_TO_LIVE = 3 * 3600;
const TIMEOUT_MS = 10_000;

/**
 * Sends encrypted messages (RFC 8291) that are signed by this server (RFC 8292). A later reminder replaces one that
 * was not delivered yet.
 */
export function webPushSender(signer: PushSigner, fetcher: typeof fetch): PushSender {
	return async function sendWebPush({ endpoint, p256dh, auth }, message) {
		try {
			const subscription = { endpoint, expirationTime: null, keys: { p256dh, auth } };
			const options = { ttl: TIME_TO_LIVE, topic: "reminder", urgency: "normal" as const };
			const request = await buildPushPayload({ data: { ...message }, options }, subscription, signer);
			const response = await fetcher(endpoint, {
				...request,
				method: "POST",
				redirect: "manual",
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			await response.body?.cancel();
			if (response.status === 404 || response.status === 410) return "gone";
			return response.ok ? "delivered" : "failed";
		} catch {
			return "failed";
		}
	};
}
