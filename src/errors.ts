/** One validation error in one field. `field` is a path such as `events[2].duration_ms`. */
export interface FieldIssue {
	field: string;
	message: string;
	/** The field is required and absent. */
	missing: boolean;
}

/** Every expected error. Free of HTTP: src/api maps each one to a status and a body. */
export type Problem =
	| { code: "invalid_json" }
	| { code: "invalid_input"; issues: readonly [FieldIssue, ...FieldIssue[]] }
	/** An error whose whole sentence the contract specifies. */
	| { code: "invalid_request"; message: string }
	| { code: "unknown_event_types"; invalid: readonly string[]; validTypes: readonly string[] }
	| { code: "unknown_model"; validModels: readonly string[] }
	| { code: "unknown_plan"; validPlans: readonly string[] }
	/** `advice` says what to do instead, where that is more than to send less. */
	| { code: "payload_too_large"; limit: number; advice?: string }
	| { code: "unauthenticated" }
	| { code: "forbidden"; message: string }
	| { code: "not_found"; message: string; sessionId?: string }
	| { code: "method_not_allowed"; allow: readonly string[] }
	| { code: "conflict"; message: string }
	| { code: "precondition_failed"; message: string }
	| { code: "idempotency_mismatch" }
	| { code: "range_not_satisfiable"; size: number }
	| { code: "quota_exceeded"; plan: string; limit: number; resetAt: string; retryAfterSeconds: number }
	| { code: "rate_limited"; retryAfterSeconds: number }
	| { code: "unavailable"; message: string; retryAfterSeconds?: number };

/** An expected error that the caller can act on. Anything else that is thrown becomes a 500. */
export class Fault extends Error {
	override name = "Fault";
	readonly problem: Problem;

	/** `cause` is logged where the fault is not the caller's. */
	constructor(problem: Problem, options?: ErrorOptions) {
		super(problem.code, options);
		this.problem = problem;
	}
}

/** A validation error in one field: 400 in every API family. */
export const invalidField = (field: string, message: string): Fault =>
	new Fault({ code: "invalid_input", issues: [{ field, message, missing: false }] });
