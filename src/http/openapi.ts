import { z } from "@hono/zod-openapi";
import type { ZodType } from "zod";

/** A JSON answer, for `responses` of a route. */
export const json = <S extends ZodType>(description: string, schema: S) => ({
	description,
	content: { "application/json": { schema } },
});

/** A JSON body that must be there, for `request.body` of a route. */
export const jsonBody = <S extends ZodType>(schema: S) => ({
	required: true as const,
	content: { "application/json": { schema } },
});

const V1Error = z
	.object({
		error: z.string().openapi({ example: "Missing required field" }),
		message: z.string().optional().openapi({ description: "What to do about it" }),
		field: z.string().optional().openapi({ example: "events" }),
		request_id: z.string().optional().openapi({ description: "On a 500: the id of the log line" }),
	})
	.catchall(z.unknown())
	.openapi("Error");

/** A refusal of contract A. */
export const v1Error = (description: string) => json(description, V1Error);
