import { z } from "@hono/zod-openapi";
import { LANGS } from "./languages.ts";

const isWellFormed = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** Text of at most `most` characters that survives a database: no half of a surrogate pair, no NUL. */
export const textOf = (most: number) =>
	z
		.string()
		.max(most, `at most ${most} characters are allowed`)
		.refine(isWellFormed, "it contains characters that are not text");

/** The same, and not blank. */
export const wordsOf = (most: number) =>
	textOf(most).refine((text) => text.trim() !== "", "it must not be blank");

export const Id = z
	.guid("this is not a UUID")
	.transform((id) => id.toLowerCase())
	.openapi({ type: "string", format: "uuid", example: "3f2b8c1e-5a77-4f0e-9d2b-6c1a0e9f4b21" });

export const Language = z
	.enum(LANGS)
	.openapi({ description: "Ukrainian, English or Spanish", example: "en" });

export const Timestamp = z.iso.datetime().openapi({ example: "2026-11-22T09:30:00.000Z" });

/** One thing in every language. */
export const inEveryLanguage = <S extends z.ZodType>(schema: S) =>
	z.object({ uk: schema, en: schema, es: schema });

export const lang = Language.optional().openapi({
	description: "Language of what is sent; detected when left out",
});

export const IdParams = z.object({ id: Id.openapi({ param: { name: "id", in: "path" } }) });
