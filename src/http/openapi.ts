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

/** Response headers by name, each a text with what it says, for `responses` of a route. */
export const headers = (descriptions: Readonly<Record<string, string>>) => ({
	headers: Object.fromEntries(
		Object.entries(descriptions).map(([name, description]) => [
			name,
			{ description, schema: { type: "string" as const } },
		]),
	),
});

export const etag = headers({ ETag: "The version of what is answered, for `If-None-Match` and `If-Match`" });
