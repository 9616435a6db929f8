import { invalidField } from "../../errors.ts";
import type { Lang } from "../languages.ts";
import { detectLanguage } from "./detect-language.ts";

const MESSAGES = {
	russian:
		"This looks like Russian, which is not supported. Write it in Ukrainian, English or Spanish, or name the language in `lang`.",
	script: "Only Ukrainian, English and Spanish are supported. If this is one of them, name it in `lang`.",
};

/** The language the caller named, else the one the texts are in; a fault on `field` when it is none of ours. */
export async function requireLanguage(
	texts: readonly string[],
	named: Lang | undefined,
	field: string,
): Promise<Lang> {
	if (named) return named;
	const detected = await detectLanguage(texts);
	if ("lang" in detected) return detected.lang;
	throw invalidField(field, MESSAGES[detected.unsupported]);
}
