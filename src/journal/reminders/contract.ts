import { z } from "@hono/zod-openapi";
import { Instant } from "../contract-fields.ts";

/** Push services are on the public web: an address inside a network is refused. */
const isPushEndpoint = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, port } = new URL(text);
	const isPublicName = /^(?=.*[a-z])[a-z0-9.-]+\.[a-z]{2,}$/i.test(hostname);
	return protocol === "https:" && username === "" && port === "" && isPublicName;
};

const Endpoint = z
	.string()
	.max(2048)
	.refine(isPushEndpoint, { error: "This must be the https address of a push service" })
	.openapi({ description: "As `PushManager.subscribe` gave it", example: "https://push.example/abc" });

export const PushSubscriptionBody = z
	.object({
		endpoint: Endpoint,
		keys: z.object({
			p256dh: z
				.string()
				.regex(/^[A-Za-z0-9_-]{87}=?$/, { error: "This must be an uncompressed P-256 key in base64url" })
				.openapi({ description: "The browser's public key" }),
			auth: z
				.string()
				.regex(/^[A-Za-z0-9_-]{22}(==)?$/, { error: "This must be 16 bytes in base64url" })
				.openapi({ description: "The browser's shared secret" }),
		}),
	})
	.openapi("PushSubscription");

export const PushRemoval = z.object({ endpoint: z.string().max(2048) }).openapi("PushRemoval");

export const PushState = z
	.object({
		publicKey: z
			.string()
			.nullable()
			.openapi({ description: "For `applicationServerKey`; null where this server sends no reminders" }),
		subscriptions: z.array(z.object({ id: z.string(), service: z.string(), createdAt: Instant })),
	})
	.openapi("PushState");

/** A browser as its owner sees it: by its push service, without what would let others push to it. */
export type PushBrowser = z.infer<typeof PushState>["subscriptions"][number];

export const StoredPush = z.object({ id: z.string() }).openapi("StoredPushSubscription");
