import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { journalProblem } from "../api/journal.ts";
import { v1Problem } from "../api/v1.ts";
import { vocabularyProblem } from "../api/vocabulary.ts";
import { Fault, invalidField, type Problem } from "../errors.ts";
import type { AppEnv } from "./app-env.ts";
import { logFailure } from "./middleware/request-log.ts";
import type { ProblemAnswer } from "./problem-answer.ts";

const VOCABULARY = /^\/api\/(emotions|dialogs)(\/|$)/;

/** Every contract has its own error body; the path says which one applies. */
export function problemAnswer(path: string, problem: Problem): ProblemAnswer {
	if (VOCABULARY.test(path)) return vocabularyProblem(problem);
	return path.startsWith("/api/") ? journalProblem(problem) : v1Problem(problem);
}

function failureBody(path: string, requestId: string): Record<string, unknown> {
	const error = "Internal Server Error";
	return path.startsWith("/api/") && !VOCABULARY.test(path)
		? { success: false, error, request_id: requestId }
		: { error, request_id: requestId };
}

/** The framework's own refusals: a body that is not JSON or not a form, or of a type that the route does not take. */
function asFault(error: Error): Fault | undefined {
	if (error instanceof Fault) return error;
	if (!(error instanceof HTTPException)) return undefined;
	if (error.status === 400) return new Fault({ code: "invalid_json" });
	return error.status === 415
		? invalidField("body", "Send JSON, with Content-Type: application/json")
		: undefined;
}

/** Turns what was thrown into an answer. What is unknown gives a request id only. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
	const fault = asFault(error);
	if (fault) {
		const { status, body, headers } = problemAnswer(c.req.path, fault.problem);
		return c.json(body, status, headers);
	}
	logFailure(c, error);
	return c.json(failureBody(c.req.path, c.var.requestId), 500);
};
