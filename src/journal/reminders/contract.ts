import { z } from "@hono/zod-openapi";
import { Instant } from "../contract-fields.ts";

const isPushEndpoint = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, username, port } = new URL(text);
	return protocol === "https:" && username === "" && port === "";
};

const Endpoint = z
	.string()
	.max(2048)
	.refine(isPushEndpoint, { error: "This must be the https address of a push service" })
	.openapi({
		description: "As `PushManager.subscribe` gave it",
		example: "https://updates.push.services.mozilla.com/wpush/v2/abc",
	});

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
