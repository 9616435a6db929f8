import { type ByLang, eachOf, LANGS, type Lang, type Provenance } from "../languages.ts";
import { translateByLexicon } from "./translate-by-lexicon.ts";

/** Puts words into another language, each on its own; null where it cannot. It never throws for an outage. */
export type Translator = (words: readonly string[], from: Lang, to: Lang) => Promise<(string | null)[]>;

export interface Translations {
	words: ByLang<string[]>;
	provenance: ByLang<Provenance[]>;
}

/** A word in one language with who put it there. */
interface Rendered {
	word: string;
	by: Provenance;
}

async function render(
	words: readonly string[],
	from: Lang,
	to: Lang,
	machine?: Translator,
): Promise<Rendered[]> {
	if (from === to) return words.map((word) => ({ word, by: "human" }));
	const translated = await machine?.(words, from, to);
	return words.map((word, i) => {
		const byMachine = translated?.[i];
		if (byMachine) return { word: byMachine, by: "machine" };
		const byLexicon = translateByLexicon(word, from, to);
		return byLexicon === null ? { word, by: "none" } : { word: byLexicon, by: "lexicon" };
	});
}

/**
 * Words in every language, aligned by position. The machine comes first where there is one, then the lexicon; a word
 * that neither knows stands as it was written, marked `none`.
 */
export async function translateWords(
	words: readonly string[],
	from: Lang,
	machine?: Translator,
): Promise<Translations> {
	const rendered = await Promise.all(LANGS.map((to) => render(words, from, to, machine)));
	const of = <T>(pick: (one: Rendered) => T) =>
		eachOf((lang) => (rendered[LANGS.indexOf(lang)] ?? []).map(pick));
	return { words: of((one) => one.word), provenance: of((one) => one.by) };
}
