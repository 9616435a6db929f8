import { createRoute, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { v1Error, withApiKey } from "../api/v1.ts";
import { Fault } from "../errors.ts";
import { json, jsonBody } from "../http/openapi.ts";
import { type AppEnv, createRouter } from "../http/router.ts";
import { isPlan, PLANS, SESSIONS_PER_MONTH } from "../plans.ts";
import {
	changeApiKey,
	createPublishableKey,
	generateAccountKey,
	listApiKeys,
	revokeApiKey,
	rotateSecretKey,
} from "./api-keys.ts";
import {
	ACCOUNT_ERASED,
	ChangeKeyBody,
	CreatedKey,
	CreateKeyBody,
	ErasedAccount,
	GeneratedKey,
	GenerateKeyBody,
	KeyList,
	KeySummary,
	RevokedKey,
	RotatedKey,
	RotateKeyBody,
} from "./contract.ts";
import { eraseAccount } from "./erase-account.ts";

/** Must match the limit in wrangler.toml: 60 requests per minute. */
const RATE_LIMIT_PERIOD_SECONDS = 60;

/** The endpoint needs no authentication, so each client address is rate-limited. */
export const limitKeyGeneration = createMiddleware<AppEnv>(async function limitKeyGeneration(c, next) {
	const key = c.req.header("CF-Connecting-IP") ?? "local";
	const { success } = await c.var.context.keyGenerationLimit.limit({ key });
	if (!success) throw new Fault({ code: "rate_limited", retryAfterSeconds: RATE_LIMIT_PERIOD_SECONDS });
	await next();
});

const tags = ["API keys"];

const generate = createRoute({
	operationId: "generateKey",
	method: "post",
	path: "/keys/generate",
	tags,
	summary: "Open an account and get its secret key",
	middleware: [limitKeyGeneration] as const,
	request: { body: jsonBody(GenerateKeyBody) },
	responses: {
		201: json("The key, shown only once", GeneratedKey),
		400: v1Error("Missing customer name or unknown plan"),
		403: v1Error("A plan that this deployment does not offer for self-service"),
		429: v1Error("More than 60 requests per minute from one address; see `Retry-After`"),
	},
});

const create = createRoute({
	operationId: "createPublishableKey",
	method: "post",
	path: "/keys",
	tags,
	summary: "Create a publishable key for web pages",
	description: "The key can only post events and read a session's mood, and only from the given origins.",
	...withApiKey("key:create"),
	request: { body: jsonBody(CreateKeyBody) },
	responses: {
		201: json("The key, shown only once", CreatedKey),
		400: v1Error("An origin is malformed"),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
		409: v1Error("The account has 100 active publishable keys"),
	},
});

const list = createRoute({
	operationId: "listKeys",
	method: "get",
	path: "/keys",
	tags,
	summary: "List active keys",
	...withApiKey("key:list"),
	responses: {
		200: json("Newest first, without the keys themselves", KeyList),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
	},
});

const change = createRoute({
	operationId: "changeKey",
	method: "patch",
	path: "/keys/{id}",
	tags,
	summary: "Change a key's name, origins or settings, everywhere within a minute",
	description:
		"With settings you say what is normal on your pages: elements to ignore, rapid clicks that mean nothing, and how soon to act.",
	...withApiKey("key:change"),
	request: { params: z.object({ id: z.string() }), body: jsonBody(ChangeKeyBody) },
	responses: {
		200: json("The key as it is now", KeySummary),
		400: v1Error("An origin or a setting is malformed, or a secret key would get origins"),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
		404: v1Error("No active key with this id"),
	},
});

const revoke = createRoute({
	operationId: "revokeKey",
	method: "delete",
	path: "/keys/{id}",
	tags,
	summary: "Revoke a key, everywhere within a minute",
	description: "The last secret key cannot be revoked: rotate it, or erase the account.",
	...withApiKey("key:revoke"),
	request: { params: z.object({ id: z.string() }) },
	responses: {
		200: json("Revoked", RevokedKey),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
		404: v1Error("No active key with this id"),
		409: v1Error("The account's last secret key"),
	},
});

const rotate = createRoute({
	operationId: "rotateKey",
	method: "post",
	path: "/keys/rotate",
	tags,
	summary: "Replace the secret key; the old one keeps working for a while",
	...withApiKey("key:rotate"),
	request: { body: jsonBody(RotateKeyBody) },
	responses: {
		201: json("The key, shown only once", RotatedKey),
		400: v1Error("The overlap is not between 0 and 720 hours"),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
	},
});

const eraseOwn = createRoute({
	operationId: "eraseAccount",
	method: "delete",
	path: "/account",
	tags,
	summary: "Erase the account and everything in it",
	description:
		"Keys, name and e-mail address are erased at once; sessions, moods and feedback within minutes, even if something fails meanwhile.",
	...withApiKey("account:erase"),
	responses: {
		200: json("Erased", ErasedAccount),
		401: v1Error("Missing or invalid API key"),
		403: v1Error("Not with a publishable key"),
	},
});

/** `/v1/keys` and `/v1/account`. */
export function accountRoutes() {
	return createRouter()
		.openapi(generate, async (c) => {
			const { customer_name: name, email = null, plan } = c.req.valid("json");
			const customerName = name?.trim();
			if (!customerName) throw new Fault({ code: "invalid_request", message: "customer_name is required" });
			if (!isPlan(plan)) throw new Fault({ code: "unknown_plan", validPlans: PLANS });
			if (!c.var.context.config.selfServicePlans.includes(plan)) {
				throw new Fault({
					code: "forbidden",
					message: `The plan ${plan} is not available by self-service here.`,
				});
			}
			return c.json(
				{
					api_key: await generateAccountKey(c.var.context, { customerName, email, plan }),
					customer: customerName,
					email,
					plan,
					limits: `${SESSIONS_PER_MONTH[plan].toLocaleString("en-US")} sessions/month`,
					message: "Store this key safely - it won't be shown again.",
				},
				201,
			);
		})
		.openapi(create, async (c) => {
			const { allowed_origins: allowedOrigins, label = null } = c.req.valid("json");
			return c.json(await createPublishableKey(c.var.context, c.var.apiKey, { allowedOrigins, label }), 201);
		})
		.openapi(list, async (c) => c.json({ keys: await listApiKeys(c.var.context, c.var.apiKey) }, 200))
		.openapi(change, async (c) => {
			const { id } = c.req.valid("param");
			const { label, allowed_origins: allowedOrigins, settings } = c.req.valid("json");
			const key = await changeApiKey(c.var.context, c.var.apiKey, id, { label, allowedOrigins, settings });
			return c.json(key, 200);
		})
		.openapi(revoke, async (c) => {
			const { id } = c.req.valid("param");
			await revokeApiKey(c.var.context, c.var.apiKey, id);
			return c.json({ id, revoked: true as const }, 200);
		})
		.openapi(rotate, async (c) => {
			const { overlap_hours: overlapHours } = c.req.valid("json");
			return c.json(await rotateSecretKey(c.var.context, c.var.apiKey, { overlapHours }), 201);
		})
		.openapi(eraseOwn, async (c) => {
			await eraseAccount(c.var.context, c.var.apiKey);
			return c.json({ deleted: true as const, message: ACCOUNT_ERASED }, 200);
		});
}
