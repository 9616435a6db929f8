import { stemmer as english } from "@orama/stemmers/english";
import { LRUCache } from "lru-cache";
import { eachOf, type Lang } from "../languages.ts";
import { spanishStem } from "./spanish-stemmer.ts";
import { ukrainianStems } from "./ukrainian-stemmer.ts";

/** "Panicked" without its k and "joyfully" without its -ly, which the stemmer keeps. */
const plainEnglish = (word: string): string =>
	word
		.replace(/'s$/, "")
		.replace(/(?<=[aeiou][^aeiou]+ic)k(?=ed$|ing$)/, "")
		.replace(/ily$/, "y")
		.replace(/(?<=.{2}ful)ly$/, "");

const STEMS: Record<Lang, (word: string) => string[]> = {
	uk: ukrainianStems,
	// "cried" and "crying" leave "cri" and "cry".
	en: (word) => [english(plainEnglish(word)).replace(/i$/, "y")],
	es: (word) => [spanishStem(word)],
};

/** Texts repeat their words: a long dialog has fifty thousand, a few thousand of them different. */
const known = eachOf(() => new LRUCache<string, readonly string[]>({ max: 10_000 }));

/** Stems of a normalised word, one or more; two words are forms of one when they share a stem. */
export function stemsOf(lang: Lang, word: string): readonly string[] {
	const found = known[lang].get(word);
	if (found) return found;
	const stems = STEMS[lang](word);
	known[lang].set(word, stems);
	return stems;
}
