import { z } from "@hono/zod-openapi";
import type { ZodType } from "zod";
import { requireUser } from "../auth/guards.ts";
import type { FieldIssue, Problem } from "../errors.ts";
import { limitBody, refuseDeepJson } from "../http/middleware/bodies.ts";
import { json } from "../http/openapi.ts";
import { ERROR_CODES, type ErrorFamily, problemHeaders, STATUS, TITLES } from "../http/problem-answer.ts";

const JournalError = z
	.object({
		success: z.literal(false),
		error: z.string().openapi({ description: "Human-readable message", example: "days: At least 1" }),
		code: z.enum(ERROR_CODES).openapi({ description: "Machine-readable code", example: "invalid_input" }),
		details: z
			.array(z.object({ field: z.string().openapi({ example: "days" }), message: z.string() }))
			.optional()
			.openapi({ description: "On a 400: the invalid fields, each with a message" }),
		request_id: z.string().optional().openapi({ description: "On a 500: the request id in the log" }),
	})
	.openapi("JournalError");

/** An error response of the journal. */
export const refusal = (description: string) => json(description, JournalError);

/** A success response of the journal: `data` in its envelope. */
export const success = <S extends ZodType>(description: string, data: S) =>
	json(description, z.object({ success: z.literal(true), data }));

/** A success response without data. */
export const successMessage = (message: string) =>
	json(message, z.object({ success: z.literal(true), message: z.string().openapi({ example: message }) }));

export const succeeded = <T>(data: T) => ({ success: true as const, data });

/** For routes that require sign-in. */
export const signedIn = { security: [{ bearer: [] }], middleware: requireUser };

/** The size limit of JSON bodies; uploads and imports have their own. */
export const MAX_BODY_BYTES = 64 * 1024;

/** For routes that require sign-in and take JSON. */
export const takesJson = {
	security: [{ bearer: [] }],
	middleware: [requireUser, limitBody(MAX_BODY_BYTES), refuseDeepJson],
};

export const unauthenticated = { 401: refusal("Invalid or missing token") };

type Details = z.infer<typeof JournalError>["details"];

/** The invalid fields of a 400. */
function detailsOf(problem: Problem): Details {
	switch (problem.code) {
		case "invalid_json":
			return [{ field: "body", message: "The body is not valid JSON" }];
		case "invalid_input":
			return problem.issues.map(({ field, message }) => ({ field, message }));
		case "payload_too_large":
			return [{ field: "body", message: tooLargeSentence(problem.limit, problem.advice) }];
		default:
			return undefined;
	}
}

/** Fields whose messages are sentences of their own. */
const SELF_EXPLAINING: ReadonlySet<string> = new Set(["body", "audio", "duration", "entryDate"]);

/** The first thing that is wrong, with its field where the sentence alone would not say what it is about. */
function sentenceOfIssues(issues: readonly [FieldIssue, ...FieldIssue[]]): string {
	const [{ field, message }, ...more] = issues;
	const others = more.length === 0 ? "" : ` (and ${more.length} more in details)`;
	const about = SELF_EXPLAINING.has(field) ? "" : `${field}: `;
	return `${about}${message}${others}`;
}

const tooLargeSentence = (limit: number, advice?: string): string =>
	`At most ${limit} bytes are accepted${advice ? `. ${advice}` : ""}`;

function sentenceOf(problem: Problem): string {
	if (problem.code === "invalid_input") return sentenceOfIssues(problem.issues);
	if (problem.code === "unauthenticated") return "Invalid or missing token";
	if (problem.code === "payload_too_large" && problem.advice)
		return tooLargeSentence(problem.limit, problem.advice);
	return "message" in problem ? problem.message : TITLES[problem.code];
}

/** Errors of the journal: `{ "success": false, "error": "…", "code": "…" }`, on 400 also `details`. */
export const journalErrors: ErrorFamily = {
	prefixes: ["/api"],
	answer(problem) {
		const details = detailsOf(problem);
		const isUnauthenticated = problem.code === "unauthenticated";
		return {
			// The contract has no 413; imports, which it does not cover, have one.
			status: problem.code === "payload_too_large" && !problem.advice ? 400 : STATUS[problem.code],
			body: { success: false, error: sentenceOf(problem), code: problem.code, ...(details && { details }) },
			headers: isUnauthenticated ? { "WWW-Authenticate": "Bearer" } : problemHeaders(problem),
		};
	},
	failure: (requestId) => ({
		success: false,
		error: "Internal Server Error",
		code: "internal_error",
		request_id: requestId,
	}),
};
