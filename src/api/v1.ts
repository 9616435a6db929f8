import type { Problem } from "../errors.ts";
import type { ProblemAnswer } from "../http/problem-answer.ts";

/** Contract A: `{ "error": "…" }` and, beside it, what helps. */
export function v1Problem(problem: Problem): ProblemAnswer {
	switch (problem.code) {
		case "invalid_json":
			return { status: 400, body: { error: "Invalid JSON" } };
		case "invalid_input": {
			const [{ field, message, missing }] = problem.issues;
			if (missing) return { status: 400, body: { error: "Missing required field", field } };
			return { status: 400, body: { error: "Invalid field", field, message } };
		}
		case "invalid_request":
			return { status: 400, body: { error: problem.message } };
		case "unknown_event_types":
			return {
				status: 400,
				body: { error: "Invalid event type(s)", invalid: problem.invalid, valid_types: problem.validTypes },
			};
		case "unknown_model":
			return { status: 400, body: { error: "Invalid model", valid_models: problem.validModels } };
		case "unknown_plan":
			return { status: 400, body: { error: "Invalid plan", valid_plans: problem.validPlans } };
		case "payload_too_large":
			return { status: 413, body: { error: "Payload too large", limit: problem.limit } };
		case "unauthenticated":
			return { status: 401, body: { error: "Unauthorized", message: "Missing or invalid API key" } };
		case "forbidden":
			return { status: 403, body: { error: "Forbidden", message: problem.message } };
		case "not_found":
			return {
				status: 404,
				body: {
					error: problem.message,
					...(problem.sessionId !== undefined && { session_id: problem.sessionId }),
				},
			};
		case "method_not_allowed":
			return {
				status: 405,
				body: { error: "Method not allowed", message: `This path answers to ${problem.allow.join(", ")}.` },
				headers: { Allow: problem.allow.join(", ") },
			};
		case "conflict":
			return { status: 409, body: { error: "Conflict", message: problem.message } };
		case "precondition_failed":
			return { status: 412, body: { error: "Precondition failed", message: problem.message } };
		case "range_not_satisfiable":
			return {
				status: 416,
				body: { error: "Range not satisfiable" },
				headers: { "Content-Range": `bytes */${problem.size}` },
			};
		case "idempotency_mismatch":
			return {
				status: 422,
				body: {
					error: "Idempotency key reused",
					message: "This Idempotency-Key came with another body within the last 24 hours. Use a new key.",
				},
			};
		case "quota_exceeded": {
			const { plan, limit, resetAt, retryAfterSeconds } = problem;
			return {
				status: 429,
				body: { error: "Rate limit exceeded", plan, limit, reset_at: resetAt },
				headers: { "Retry-After": String(retryAfterSeconds) },
			};
		}
		case "rate_limited":
			return {
				status: 429,
				body: {
					error: "Too many requests",
					message: `Try again in ${problem.retryAfterSeconds} seconds.`,
				},
				headers: { "Retry-After": String(problem.retryAfterSeconds) },
			};
		case "unavailable":
			return { status: 503, body: { error: "Service unavailable", message: problem.message } };
	}
}
