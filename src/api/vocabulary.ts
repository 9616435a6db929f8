import type { Problem } from "../errors.ts";
import type { ProblemAnswer } from "../http/problem-answer.ts";
import { v1Problem } from "./v1.ts";

/** Contract C: `{ "error": "…", "message"?, "field"? }`. */
export function vocabularyProblem(problem: Problem): ProblemAnswer {
	switch (problem.code) {
		case "invalid_input": {
			const [{ field, message }] = problem.issues;
			return { status: 400, body: { error: "Bad Request", message, field } };
		}
		case "unauthenticated":
			return {
				status: 401,
				body: { error: "Unauthorized", message: "A valid bearer token is required" },
				headers: { "WWW-Authenticate": "Bearer" },
			};
		case "not_found":
			return { status: 404, body: { error: "Not found", message: problem.message } };
		default:
			return v1Problem(problem);
	}
}
