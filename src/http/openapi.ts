import type { ZodType } from "zod";

/** A JSON response, for a route's `responses`. */
export const json = <S extends ZodType>(description: string, schema: S) => ({
	description,
	content: { "application/json": { schema } },
});

/** A required JSON body, for a route's `request.body`. */
export const jsonBody = <S extends ZodType>(schema: S) => ({
	required: true as const,
	content: { "application/json": { schema } },
});

/** Response headers as name and description, for a route's `responses`. */
export const headers = (descriptions: Readonly<Record<string, string>>) => ({
	headers: Object.fromEntries(
		Object.entries(descriptions).map(([name, description]) => [
			name,
			{ description, schema: { type: "string" as const } },
		]),
	),
});

export const etag = headers({ ETag: "The version of the resource, for `If-None-Match` and `If-Match`" });
