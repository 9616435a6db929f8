import { z } from "@hono/zod-openapi";
import type { ApiKeyAction } from "../auth/authority.ts";
import { requireApiKey } from "../auth/guards.ts";
import type { Problem } from "../errors.ts";
import { json } from "../http/openapi.ts";
import { ERROR_CODES, type ErrorFamily, problemHeaders, STATUS, TITLES } from "../http/problem-answer.ts";

const V1Error = z
	.object({
		error: z.string().openapi({ description: "Human-readable message", example: "Missing required field" }),
		code: z.enum(ERROR_CODES).openapi({ description: "Machine-readable code", example: "invalid_input" }),
		message: z.string().optional().openapi({ description: "Details, or how to fix it" }),
		field: z.string().optional().openapi({ example: "events" }),
		session_id: z.string().optional().openapi({ description: "The session that was not found" }),
		invalid: z.array(z.string()).optional().openapi({ description: "The unknown event types" }),
		valid_types: z.array(z.string()).optional(),
		valid_models: z.array(z.string()).optional(),
		valid_plans: z.array(z.string()).optional(),
		plan: z.string().optional().openapi({ description: "The plan whose quota is exhausted" }),
		limit: z.number().int().optional().openapi({ description: "Bytes per body, or sessions per month" }),
		reset_at: z.iso.datetime().optional().openapi({ description: "When the quota resets" }),
		request_id: z.string().optional().openapi({ description: "On a 500: the request id in the log" }),
	})
	.openapi("Error");

type V1Error = z.infer<typeof V1Error>;

/** An error response of `/v1`. */
export const v1Error = (description: string) => json(description, V1Error);

/** For routes that require an API key. */
export const withApiKey = (action: ApiKeyAction) => ({
	security: [{ apiKey: [] }, { bearer: [] }],
	middleware: requireApiKey(action),
});

function bodyOf(problem: Problem): Omit<V1Error, "code"> {
	const error = TITLES[problem.code];
	switch (problem.code) {
		case "invalid_json":
		case "range_not_satisfiable":
			return { error };
		case "invalid_input": {
			const [{ field, message, missing }] = problem.issues;
			return missing ? { error: "Missing required field", field } : { error, field, message };
		}
		case "invalid_request":
			return { error: problem.message };
		case "not_found":
			return {
				error: problem.message,
				...(problem.sessionId !== undefined && { session_id: problem.sessionId }),
			};
		case "unknown_event_types":
			return { error, invalid: [...problem.invalid], valid_types: [...problem.validTypes] };
		case "unknown_model":
			return { error, valid_models: [...problem.validModels] };
		case "unknown_plan":
			return { error, valid_plans: [...problem.validPlans] };
		case "payload_too_large":
			return { error, limit: problem.limit };
		case "unauthenticated":
			return { error, message: "Missing or invalid API key" };
		case "forbidden":
		case "conflict":
		case "precondition_failed":
		case "unavailable":
			return { error, message: problem.message };
		case "method_not_allowed":
			return { error, message: `This path supports ${problem.allow.join(", ")}.` };
		case "idempotency_mismatch":
			return {
				error,
				message:
					"This Idempotency-Key was used with a different body within the last 24 hours. Use a new key.",
			};
		case "quota_exceeded":
			return { error, plan: problem.plan, limit: problem.limit, reset_at: problem.resetAt };
		case "rate_limited":
			return { error, message: `Try again in ${problem.retryAfterSeconds} seconds.` };
	}
}

/** Errors of `/v1`: `{ "error": "…", "code": "…" }` with further fields by code. */
export const v1Errors: ErrorFamily = {
	prefixes: ["/v1"],
	answer(problem) {
		const { error, ...help } = bodyOf(problem);
		const body = { error, code: problem.code, ...help };
		return { status: STATUS[problem.code], body, headers: problemHeaders(problem) };
	},
	failure: (requestId) => ({
		error: "Internal Server Error",
		code: "internal_error",
		request_id: requestId,
	}),
};
