import { z } from "@hono/zod-openapi";
import { SENSITIVITIES } from "../key-settings.ts";
import { PLANS } from "../plans.ts";

export const GenerateKeyBody = z
	.object({
		customer_name: z.string().max(200).nullish().openapi({
			type: "string",
			maxLength: 200,
			description: "Required. The name of the customer",
			example: "Acme Inc",
		}),
		email: z
			.string()
			.max(320)
			.nullish()
			.openapi({ description: "The customer's e-mail address", example: "dev@acme.com" }),
		plan: z
			.unknown()
			.default("starter")
			.openapi({
				type: "string",
				default: "starter",
				description: "Sets the number of sessions per month",
				enum: [...PLANS],
			}),
	})
	.openapi("GenerateKeyBody");

export const GeneratedKey = z
	.object({
		api_key: z
			.string()
			.openapi({ description: "The secret key, shown once", example: `sm_${"0123456789abcdef".repeat(3)}` }),
		customer: z.string().openapi({ example: "Acme Inc" }),
		email: z.string().nullable().openapi({ example: "dev@acme.com" }),
		plan: z.enum(PLANS).openapi({ example: "starter" }),
		limits: z.string().openapi({ example: "5,000 sessions/month" }),
		message: z.string().openapi({ example: "Store this key safely - it won't be shown again." }),
	})
	.openapi("GeneratedKey");

/** Such as `https://shop.example`, without a path, exactly as browsers send it in `Origin`. */
const Origin = z
	.string()
	.max(255)
	.refine((text) => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
		error: "An origin is a scheme, host and optional port, such as https://shop.example, without a path",
	});

const AllowedOrigins = z
	.array(Origin)
	.min(1)
	.max(50)
	.openapi({
		description: "The origins of the pages that may use the key",
		example: ["https://shop.example"],
	});

const Label = z
	.string()
	.trim()
	.min(1)
	.max(100)
	.nullish()
	.openapi({ description: "A name of your choice", example: "Web shop" });

export const CreateKeyBody = z
	.object({ allowed_origins: AllowedOrigins, label: Label })
	.openapi("CreateKeyBody");

export const KeySettings = z
	.object({
		ignore: z
			.array(z.string().trim().min(1).max(200))
			.max(20)
			.openapi({
				description:
					"CSS selectors of elements of which the snippet reports no clicks, hovers and fields. Holds from a visitor's second request on",
				example: [".game-board", "#whiteboard"],
			}),
		rage_clicks: z
			.boolean()
			.openapi({ description: "`false`: rapid repeated clicks are no sign of frustration", example: true }),
		sensitivity: z.enum(SENSITIVITIES).openapi({
			description:
				"How sure a reading has to be before it suggests an action: `low` asks for 0.15 more confidence, `high` for up to 0.15 less, never under 0.6",
			example: "normal",
		}),
	})
	.openapi("KeySettings");

export const ChangeKeyBody = z
	.object({
		label: Label,
		allowed_origins: AllowedOrigins.optional().openapi({ description: "Of a publishable key only" }),
		settings: KeySettings.partial().optional().openapi({ description: "Settings left out stay as they are" }),
	})
	.openapi("ChangeKeyBody");

export const KeySummary = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		kind: z.enum(["secret", "publishable"]).openapi({ example: "publishable" }),
		hint: z.string().openapi({ description: "The start of the key", example: "sm_pub_3f9a…" }),
		label: z.string().nullable().openapi({ example: "Web shop" }),
		allowed_origins: z
			.array(z.string())
			.nullable()
			.openapi({ description: "Null for a secret key", example: ["https://shop.example"] }),
		created_at: z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" }),
		settings: KeySettings,
		expires_at: z.iso.datetime().nullable().openapi({
			description: "When a rotated key stops working; null for other keys",
			example: null,
		}),
	})
	.openapi("ApiKey");

/** The public projection of a key: without the key itself and its digest. */
export type ApiKeySummary = z.infer<typeof KeySummary>;

export const CreatedKey = KeySummary.extend({
	key: z.string().openapi({
		description: "The publishable key, shown once",
		example: `sm_pub_${"0123456789abcdef".repeat(3)}`,
	}),
}).openapi("CreatedKey");

export const RotateKeyBody = z
	.object({
		overlap_hours: z.number().min(0).max(720).default(168).openapi({
			description: "How many hours the account's other secret keys keep working, at most 30 days",
			example: 168,
		}),
	})
	.openapi("RotateKeyBody");

export const RotatedKey = KeySummary.extend({
	key: z.string().openapi({
		description: "The new secret key, shown once",
		example: `sm_${"0123456789abcdef".repeat(3)}`,
	}),
	previous: z.array(KeySummary).openapi({ description: "The other secret keys, each with its new expiry" }),
}).openapi("RotatedKey");

/** A new secret key and those that it replaces. */
export type RotatedKey = z.infer<typeof RotatedKey>;

export const ACCOUNT_ERASED = "The account and its keys are erased; its sessions follow within minutes.";

export const ErasedAccount = z
	.object({
		deleted: z.literal(true),
		message: z.string().openapi({ example: ACCOUNT_ERASED }),
	})
	.openapi("ErasedAccount");

export const KeyList = z.object({ keys: z.array(KeySummary) }).openapi("ApiKeyList");

export const RevokedKey = z
	.object({ id: z.string(), revoked: z.literal(true).openapi({ example: true }) })
	.openapi("RevokedKey");
