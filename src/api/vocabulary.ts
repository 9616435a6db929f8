import { z } from "@hono/zod-openapi";
import type { PermittedAction } from "../auth/authority.ts";
import { requirePermission, requireUser } from "../auth/guards.ts";
import type { Problem } from "../errors.ts";
import { anyBodyIsJson, limitBody } from "../http/middleware/bodies.ts";
import { json } from "../http/openapi.ts";
import { ERROR_CODES, type ErrorFamily, headersOf, STATUS, TITLES } from "../http/problem-answer.ts";

const VocabularyError = z
	.object({
		error: z.string().openapi({ description: "What is wrong, for people", example: "Bad Request" }),
		code: z
			.enum(ERROR_CODES)
			.openapi({ description: "What is wrong, for programs", example: "invalid_input" }),
		message: z.string().optional().openapi({ description: "What to do about it" }),
		field: z.string().optional().openapi({ example: "keywords" }),
		limit: z.number().int().optional().openapi({ description: "Bytes of a body" }),
		request_id: z.string().optional().openapi({ description: "On a 500: the id of the log line" }),
	})
	.openapi("VocabularyError");

/** A refusal of contract C. */
export const refusal = (description: string) => json(description, VocabularyError);

const MAX_BODY_BYTES = 131_072;

export const security = [{ bearer: [] }];

export const signedIn = [requireUser];
export const sending = [requireUser, limitBody(MAX_BODY_BYTES), anyBodyIsJson];
/** Who changes the vocabulary holds a permission; it is asked for before the body is looked at. */
export const permitted = (action: PermittedAction) => [
	requireUser,
	requirePermission(action),
	limitBody(MAX_BODY_BYTES),
	anyBodyIsJson,
];

export const signedOut = { 401: refusal("No valid token") };
export const malformed = { 400: refusal("The body or an id is malformed; the answer names the field") };
export const unpermitted = (permission: PermittedAction) => ({
	...malformed,
	...signedOut,
	403: refusal(`Without the permission \`${permission}\``),
});
export const unknown = { 404: refusal("Nothing has this id") };
export const tooLarge = { 413: refusal("More than 128 KiB") };
export const contested = { 409: refusal("Others are changing it at the same time") };
export const deleted = { 204: { description: "Deleted" } };

function bodyOf(problem: Problem): { error: string; message?: string; field?: string; limit?: number } {
	const error = TITLES[problem.code];
	if (problem.code === "invalid_input") {
		const [{ field, message }] = problem.issues;
		return { error: "Bad Request", message, field };
	}
	if (problem.code === "unauthenticated") return { error, message: "A valid bearer token is required" };
	if (problem.code === "invalid_request") return { error: problem.message };
	if (problem.code === "payload_too_large") return { error, limit: problem.limit };
	if (problem.code === "method_not_allowed")
		return { error, message: `This path answers to ${problem.allow.join(", ")}.` };
	return "message" in problem ? { error, message: problem.message } : { error };
}

/** Contract C: `{ "error": "…", "code": "…", "message"?, "field"? }`. */
export const vocabularyErrors: ErrorFamily = {
	prefixes: ["/api/emotions", "/api/dialogs"],
	answer(problem) {
		const { error, ...help } = bodyOf(problem);
		return {
			status: STATUS[problem.code],
			body: { error, code: problem.code, ...help },
			headers: problem.code === "unauthenticated" ? { "WWW-Authenticate": "Bearer" } : headersOf(problem),
		};
	},
	failure: (requestId) => ({
		error: "Internal Server Error",
		code: "internal_error",
		request_id: requestId,
	}),
};
