import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../errors.ts";

/** The machine-readable code of every error response, beside its human-readable sentence. Codes are never renamed. */
export type ErrorCode = Problem["code"] | "internal_error";

/** The HTTP status of each problem. The journal responds with 400 in place of 413. */
export const STATUS: Readonly<Record<Problem["code"], ContentfulStatusCode>> = {
	invalid_json: 400,
	invalid_input: 400,
	invalid_request: 400,
	unknown_event_types: 400,
	unknown_model: 400,
	unknown_plan: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	method_not_allowed: 405,
	conflict: 409,
	precondition_failed: 412,
	payload_too_large: 413,
	range_not_satisfiable: 416,
	idempotency_mismatch: 422,
	quota_exceeded: 429,
	rate_limited: 429,
	unavailable: 503,
};

/** All codes, for the error schemas of each API family. */
export const ERROR_CODES = [...(Object.keys(STATUS) as Problem["code"][]), "internal_error"] as const;

/** The default title of each problem, for API families without their own wording. */
export const TITLES: Readonly<Record<Problem["code"], string>> = {
	invalid_json: "Invalid JSON",
	invalid_input: "Invalid field",
	invalid_request: "Invalid request",
	unknown_event_types: "Invalid event type(s)",
	unknown_model: "Invalid model",
	unknown_plan: "Invalid plan",
	unauthenticated: "Unauthorized",
	forbidden: "Forbidden",
	not_found: "Not found",
	method_not_allowed: "Method not allowed",
	conflict: "Conflict",
	precondition_failed: "Precondition failed",
	payload_too_large: "Payload too large",
	range_not_satisfiable: "Range not satisfiable",
	idempotency_mismatch: "Idempotency key reused",
	quota_exceeded: "Rate limit exceeded",
	rate_limited: "Too many requests",
	unavailable: "Service unavailable",
};

/** The response headers of a problem, the same in every API family. */
export function problemHeaders(problem: Problem): Record<string, string> {
	switch (problem.code) {
		case "method_not_allowed":
			return { Allow: problem.allow.join(", ") };
		case "range_not_satisfiable":
			return { "Content-Range": `bytes */${problem.size}` };
		case "quota_exceeded":
		case "rate_limited":
			return { "Retry-After": String(problem.retryAfterSeconds) };
		case "unavailable":
			return { "Retry-After": String(problem.retryAfterSeconds ?? 5) };
		default:
			return {};
	}
}

/** A problem as an HTTP response in the format of one API family. */
export interface ProblemAnswer {
	status: ContentfulStatusCode;
	body: Record<string, unknown>;
	headers: Record<string, string>;
}

/** The error format of one family of routes. */
export interface ErrorFamily {
	/** A path belongs to the first family with a matching prefix: `/api` matches `/api` and `/api/moods`. */
	readonly prefixes: readonly string[];
	answer(problem: Problem): ProblemAnswer;
	/** The body of a 500: only the request id, which identifies the log line. */
	failure(requestId: string): Record<string, unknown>;
}
