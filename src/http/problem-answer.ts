import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../errors.ts";

/** Beside a sentence for people, every refusal has one of these codes for programs. They are never renamed. */
export type ErrorCode = Problem["code"] | "internal_error";

/** The status of each kind of refusal. The journal answers 400 where this says 413. */
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

/** All codes, for the error schemas of the API families. */
export const ERROR_CODES = [...(Object.keys(STATUS) as Problem["code"][]), "internal_error"] as const;

/** A few words for each kind of refusal, the same in every API family that has none of its own. */
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

/** The headers that belong to a refusal in every API family. */
export function headersOf(problem: Problem): Record<string, string> {
	switch (problem.code) {
		case "method_not_allowed":
			return { Allow: problem.allow.join(", ") };
		case "range_not_satisfiable":
			return { "Content-Range": `bytes */${problem.size}` };
		case "quota_exceeded":
		case "rate_limited":
			return { "Retry-After": String(problem.retryAfterSeconds) };
		default:
			return {};
	}
}

/** A refusal as one API family tells it. */
export interface ProblemAnswer {
	status: ContentfulStatusCode;
	body: Record<string, unknown>;
	headers: Record<string, string>;
}

/** How one family of routes words its refusals. */
export interface ErrorFamily {
	/** A path belongs to the first family of which it has a prefix: `/api` is a prefix of `/api` and of `/api/moods`. */
	readonly prefixes: readonly string[];
	answer(problem: Problem): ProblemAnswer;
	/** The body of a 500: it says nothing but where to find the log line. */
	failure(requestId: string): Record<string, unknown>;
}
