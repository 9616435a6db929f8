import { z } from "@hono/zod-openapi";
import type { PermittedAction } from "../auth/authority.ts";
import { requirePermission, requireUser } from "../auth/guards.ts";
import type { Problem } from "../errors.ts";
import { limitBody, readBodyAsJson, refuseDeepJson } from "../http/middleware/bodies.ts";
import { json } from "../http/openapi.ts";
import { ERROR_CODES, type ErrorFamily, problemHeaders, STATUS, TITLES } from "../http/problem-answer.ts";

const VocabularyError = z
	.object({
		error: z.string().openapi({ description: "Human-readable message", example: "Bad Request" }),
		code: z.enum(ERROR_CODES).openapi({ description: "Machine-readable code", example: "invalid_input" }),
		message: z.string().optional().openapi({ description: "Details, or how to fix it" }),
		field: z.string().optional().openapi({ example: "keywords" }),
		limit: z.number().int().optional().openapi({ description: "Bytes per body" }),
		request_id: z.string().optional().openapi({ description: "On a 500: the request id in the log" }),
	})
	.openapi("VocabularyError");

/** An error response of the vocabulary. */
export const refusal = (description: string) => json(description, VocabularyError);

const MAX_BODY_BYTES = 131_072;

export const security = [{ bearer: [] }];

export const signedIn = [requireUser];
export const takesJson = [requireUser, limitBody(MAX_BODY_BYTES), readBodyAsJson, refuseDeepJson];
/** Changing the vocabulary requires a permission, which is checked before the body is read. */
export const withPermission = (action: PermittedAction) => [
	requireUser,
	requirePermission(action),
	limitBody(MAX_BODY_BYTES),
	readBodyAsJson,
	refuseDeepJson,
];

export const unauthenticated = { 401: refusal("Missing or invalid token") };
export const malformed = { 400: refusal("The body or an id is malformed; `field` names it") };
export const forbidden = (permission: PermittedAction) => ({
	...malformed,
	...unauthenticated,
	403: refusal(`The permission \`${permission}\` is missing`),
});
export const notFound = { 404: refusal("Not found") };
export const tooLarge = { 413: refusal("The body is larger than 128 KiB") };
export const conflict = { 409: refusal("Too many concurrent changes") };
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
		return { error, message: `This path supports ${problem.allow.join(", ")}.` };
	return "message" in problem ? { error, message: problem.message } : { error };
}

/** Errors of the vocabulary: `{ "error": "…", "code": "…", "message"?, "field"? }`. */
export const vocabularyErrors: ErrorFamily = {
	prefixes: ["/api/emotions", "/api/dialogs"],
	answer(problem) {
		const { error, ...help } = bodyOf(problem);
		return {
			status: STATUS[problem.code],
			body: { error, code: problem.code, ...help },
			headers:
				problem.code === "unauthenticated" ? { "WWW-Authenticate": "Bearer" } : problemHeaders(problem),
		};
	},
	failure: (requestId) => ({
		error: "Internal Server Error",
		code: "internal_error",
		request_id: requestId,
	}),
};
