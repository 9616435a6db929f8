import type { Problem } from "../errors.ts";
import type { ProblemAnswer } from "../http/problem-answer.ts";
import { v1Problem } from "./v1.ts";

const failed = (error: string, details?: readonly { field: string; message: string }[]) => ({
	success: false,
	error,
	...(details && { details }),
});

/** Contract B: `{ "success": false, "error": "…" }`, on 400 also `details`. */
export function journalProblem(problem: Problem): ProblemAnswer {
	switch (problem.code) {
		case "invalid_json":
			return {
				status: 400,
				body: failed("Invalid JSON", [{ field: "body", message: "The body is not valid JSON" }]),
			};
		case "invalid_input": {
			const details = problem.issues.map(({ field, message }) => ({ field, message }));
			return { status: 400, body: failed("Validation failed", details) };
		}
		case "payload_too_large": {
			const message = `At most ${problem.limit} bytes are accepted`;
			return { status: 400, body: failed("Payload too large", [{ field: "body", message }]) };
		}
		case "unauthenticated":
			return {
				status: 401,
				body: failed("Invalid or missing token"),
				headers: { "WWW-Authenticate": "Bearer" },
			};
		case "forbidden":
		case "not_found":
		case "conflict":
		case "precondition_failed":
		case "unavailable": {
			const { status } = v1Problem(problem);
			return { status, body: failed(problem.message) };
		}
		default: {
			const { status, body, headers } = v1Problem(problem);
			return { status, body: failed(String(body.error)), ...(headers && { headers }) };
		}
	}
}
