import { z } from "@hono/zod-openapi";
import type { ZodType } from "zod";
import { requireUser } from "../auth/require-user.ts";
import { limitBody } from "../http/middleware/body-limit.ts";
import { json } from "../http/openapi.ts";

const JournalError = z
	.object({
		success: z.literal(false),
		error: z.string().openapi({ description: "What is wrong", example: "Validation failed" }),
		details: z
			.array(z.object({ field: z.string().openapi({ example: "days" }), message: z.string() }))
			.optional()
			.openapi({ description: "On a 400: which fields are wrong, and how" }),
	})
	.openapi("JournalError");

/** A refusal of the journal. */
export const refusal = (description: string) => json(description, JournalError);

/** A success of the journal: the data in its envelope. */
export const success = <S extends ZodType>(description: string, data: S) =>
	json(description, z.object({ success: z.literal(true), data }));

/** A success that has nothing to tell but that it is one. */
export const successMessage = (message: string) =>
	json(message, z.object({ success: z.literal(true), message: z.string().openapi({ example: message }) }));

export const succeeded = <T>(data: T) => ({ success: true as const, data });

/** For every route of a signed-in person. */
export const signedIn = { security: [{ bearer: [] }], middleware: requireUser };

/** Bytes of a body but for recordings and whole journals: far more than any of them needs. */
const MAX_BODY = 64 * 1024;

/** For every route of a signed-in person that takes JSON. */
export const sending = { security: [{ bearer: [] }], middleware: [requireUser, limitBody(MAX_BODY)] };

export const unauthenticated = { 401: refusal("Invalid or missing token") };
