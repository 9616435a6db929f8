import { stemmer as english } from "@orama/stemmers/english";
import { LRUCache } from "lru-cache";
import { eachOf, type Lang } from "../languages.ts";
import { spanishStem } from "./spanish-stemmer.ts";
import { ukrainianStems } from "./ukrainian-stemmer.ts";

/** A word of a text, with its place in UTF-16 code units as JavaScript's `slice` counts them. */
export interface Token {
	/** Lower case, composed, with plain apostrophes and without stress marks. */
	word: string;
	start: number;
	end: number;
	/** Punctuation that ends a clause stands between this word and the one before. */
	opensClause: boolean;
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ`´‘-][\p{L}\p{M}]+)*/gu;
const CLAUSE_END = /[.,;:!?…()\n—–«»"“”¡¿]/u;
const COMBINING = /\p{M}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const STRESS = /\u0301/g;

/** Lower case and one spelling of apostrophes and accents. A stress mark on a Cyrillic vowel is dropped. */
export function normalise(word: string): string {
	const plain = word.toLowerCase().replace(/[’ʼ`´‘]/g, "'");
	if (!COMBINING.test(plain)) return plain;
	return (CYRILLIC.test(plain) ? plain.replace(STRESS, "") : plain).normalize("NFC");
}

/** The words of a text in order. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let before = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		const between = text.slice(before, index);
		const opensClause = between !== " " && CLAUSE_END.test(between);
		before = index + word.length;
		tokens.push({ word: normalise(word), start: index, end: before, opensClause });
	}
	return tokens;
}

/** "Panicked" without its k, "joyfully" without its -ly and "happier" without its -er, which the stemmer keeps. */
const plainEnglish = (word: string): string =>
	word
		.replace(/'s$/, "")
		.replace(/(?<=[aeiou][^aeiou]+ic)k(?=ed$|ing$)/, "")
		.replace(/ily$/, "y")
		.replace(/(?<=.{3})ie(?:r|st)$/, "y")
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
