import type { Lang } from "../languages.ts";
import { requireLanguage } from "../translation/require-language.ts";

/** As much of a dialog as tells its language. */
const SAMPLE_CHARACTERS = 2_000;

/** The language named, else the one the beginning is in. */
export function dialogLanguage(
	title: string,
	texts: readonly string[],
	named: Lang | undefined,
): Promise<Lang> {
	const sample = texts.join(" ").slice(0, SAMPLE_CHARACTERS);
	return requireLanguage([sample.trim() === "" ? title : sample], named, "lang");
}
