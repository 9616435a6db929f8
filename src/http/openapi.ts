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
