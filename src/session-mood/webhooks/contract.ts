import { z } from "@hono/zod-openapi";
import { DEFAULT_MODEL, MODELS } from "../models/index.ts";
import { EVENT_TYPES } from "./event-types.ts";

const modelIds = MODELS.map(({ id }) => id);
const moodNames = [...new Set(MODELS.flatMap(({ moods }) => moods.map(({ mood }) => mood)))];

const shape = {
	url: z.string().max(2000).openapi({
		description: "https, on the public internet, without credentials. Redirects are not followed",
		example: "https://example.com/undertone",
	}),
	types: z
		.array(z.enum(EVENT_TYPES))
		.min(1)
		.max(EVENT_TYPES.length)
		.openapi({ example: ["mood.changed"] }),
	moods: z
		.array(z.enum(moodNames as [string, ...string[]]))
		.min(1)
		.max(20)
		.nullable()
		.openapi({
			description: "Of `mood.changed`: only changes to these; null: to any",
			example: ["frustrated"],
		}),
	model: z
		.enum(modelIds as [string, ...string[]])
		.openapi({ description: "Of `mood.changed`: whose moods", example: "intent" }),
	description: z.string().trim().max(200).nullable().openapi({ example: "Support desk" }),
};

export const CreateWebhookBody = z
	.object({
		...shape,
		types: shape.types.default([...EVENT_TYPES]),
		moods: shape.moods.default(null),
		model: shape.model.default(DEFAULT_MODEL.id),
		description: shape.description.default(null),
	})
	.openapi("CreateWebhookBody");

export const ChangeWebhookBody = z
	.object({ ...shape, active: z.boolean() })
	.partial()
	.openapi("ChangeWebhookBody");

export const Webhook = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		...shape,
		active: z.boolean().openapi({ example: true }),
		disabled_reason: z.string().nullable().openapi({
			description: "Why it was switched off by itself: the address answered 410, or failed for five days",
			example: null,
		}),
		created_at: z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" }),
	})
	.openapi("Webhook");
export type Webhook = z.infer<typeof Webhook>;

export const CreatedWebhook = Webhook.extend({
	secret: z.string().openapi({
		description: "Signs every message (Standard Webhooks); shown once",
		example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
	}),
}).openapi("CreatedWebhook");

export const WebhookList = z.object({ data: z.array(Webhook), next_cursor: z.null() }).openapi("WebhookList");

export const Delivery = z
	.object({
		id: z.string().openapi({ description: "The `webhook-id` of the message", example: "msg_2b1c" }),
		type: z.string().openapi({ example: "mood.changed" }),
		status: z.enum(["pending", "delivered", "failed"]).openapi({ example: "delivered" }),
		attempts: z.number().int().openapi({ example: 1 }),
		response: z.string().nullable().openapi({ description: "What the last attempt met", example: "200" }),
		latency_ms: z.number().int().nullable().openapi({ example: 84 }),
		created_at: z.iso.datetime(),
		next_attempt_at: z.iso.datetime().nullable(),
	})
	.openapi("Delivery");
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryList = z
	.object({ data: z.array(Delivery), next_cursor: z.null() })
	.openapi("DeliveryList");

export const TestSent = z.object({ id: z.string(), sent: z.literal(true) }).openapi("TestSent");
