import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { LRUCache } from "lru-cache";
import { eachOf, type Lang } from "../languages.ts";
import { ukrainianStems } from "./ukrainian-stemmer.ts";

const withoutAccents = (word: string): string =>
	word
		.normalize("NFD")
		.replace(/[\u0300-\u0302]/g, "")
		.normalize("NFC");

const STEMS: Record<Lang, (word: string) => string[]> = {
	uk: ukrainianStems,
	// "cried" and "crying" leave "cri" and "cry".
	en: (word) => [english(word.replace(/'s$/, "").replace(/ily$/, "y")).replace(/i$/, "y")],
	// "felices" and "feliz" leave "felic" and "feliz".
	es: (word) => [withoutAccents(spanish(word)).replace(/c$/, "z")],
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
