import { invalidField } from "../../errors.ts";
import type { Lang } from "../languages.ts";
import { normalise, stemsOf, tokensOf } from "../words/stems.ts";
import { formsIn } from "./lexicon.ts";

export type Detected = { lang: Lang } | { unsupported: "russian" | "script" };

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const UKRAINIAN_ONLY = /[ґєії]|[бпвмфгґкхрдтзсцнл]'[яюєї]/gu;
const RUSSIAN_ONLY = /[ыэёъ]/gu;
/**
 * Spellings that Ukrainian does not have, for Russian words whose letters both share: a soft sign after a labial or a
 * hushing consonant ("любовь", "ночь"), "ие" and "ии", and endings. A few words stand for themselves.
 */
const RUSSIAN_SPELLING = new RegExp(
	[
		"[бпвмфжчшщ]ь|и[еи]|вств|^счаст",
		"(?<!^(?:г|к|тр))ость$|ция$|ск(?:ий|ая|ое)$|овать(?:ся)?$|(?<![рч])еть(?:ся)?$",
		"^(?:что|как|меня|очень|если|она|они|только|тоже|сейчас|скука|тоска|гнев|обида|надежда|восторг|одинокий)$",
	].join("|"),
	"u",
);
const SPANISH_ONLY = /[ñáíóúü¿¡]/iu;

/** From here on n-grams are surer than single words. */
const WORDS_FOR_NGRAMS = 8;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

const known = new Map<Lang, { forms: ReadonlySet<string>; stems: ReadonlySet<string> }>();

/** The lexicon's words and stems of a language, gathered once an isolate. */
function lexiconOf(lang: Lang) {
	let words = known.get(lang);
	if (!words) {
		const forms = formsIn(lang).flatMap(([form]) => [form, form.replace(/^to /, "")].map(normalise));
		const single = forms.filter((form) => !form.includes(" "));
		words = { forms: new Set(forms), stems: new Set(single.flatMap((form) => stemsOf(lang, form))) };
		known.set(lang, words);
	}
	return words;
}

/** How many of the phrases the lexicon knows: as they stand 2, by the stems of all their words 1. */
function lexiconVotes(phrases: readonly string[], lang: Lang): number {
	const { forms, stems } = lexiconOf(lang);
	return phrases.reduce((votes, phrase) => {
		if (forms.has(phrase)) return votes + 2;
		const words = tokensOf(phrase);
		return (
			votes +
			Number(
				words.length > 0 && words.every(({ word }) => stemsOf(lang, word).some((stem) => stems.has(stem))),
			)
		);
	}, 0);
}

function cyrillic(phrases: readonly string[]): Detected {
	const text = phrases.join("\n");
	const [ukrainian, russian] = [count(text, UKRAINIAN_ONLY), count(text, RUSSIAN_ONLY)];
	if (ukrainian !== russian) return ukrainian > russian ? { lang: "uk" } : { unsupported: "russian" };
	const unknown = phrases.filter((phrase) => !lexiconOf("uk").forms.has(phrase));
	const spelled = unknown.flatMap(tokensOf).filter(({ word }) => RUSSIAN_SPELLING.test(word));
	return spelled.length > 0 ? { unsupported: "russian" } : { lang: "uk" };
}

async function latin(phrases: readonly string[]): Promise<Detected> {
	const text = phrases.join(" ");
	if (tokensOf(text).length < WORDS_FOR_NGRAMS) {
		const [english, spanish] = [lexiconVotes(phrases, "en"), lexiconVotes(phrases, "es")];
		if (SPANISH_ONLY.test(text) && spanish >= english) return { lang: "es" };
		if (english !== spanish) return { lang: english > spanish ? "en" : "es" };
	}
	// Loaded when it is needed: its n-grams take longer to read than all the rest of the vocabulary.
	const { eld } = await import("eld/extrasmall");
	eld.setLanguageSubset(["en", "es"]);
	return { lang: eld.detect(text).language === "es" ? "es" : "en" };
}

/**
 * The language of words that belong together, all taken as one: script first, then letters and spellings that only
 * one language has, then the lexicon, then n-grams. Latin script is English or Spanish, whatever else it might be;
 * Cyrillic is Ukrainian unless it is written as only Russian is. Text without letters counts as English.
 */
export async function detectLanguage(texts: readonly string[]): Promise<Detected> {
	const phrases = texts.map((text) => normalise(text.trim()));
	const all = phrases.join(" ");
	const [letters, cyrillicLetters, latinLetters] = [LETTER, CYRILLIC, LATIN].map((script) =>
		count(all, script),
	) as [number, number, number];
	if (letters === 0) return { lang: "en" };
	if (cyrillicLetters + latinLetters < letters / 2) return { unsupported: "script" };
	return cyrillicLetters > latinLetters ? cyrillic(phrases) : latin(phrases);
}

const MESSAGES = {
	russian:
		"This looks like Russian, which is not supported. Write it in Ukrainian, English or Spanish, or name the language in `lang`.",
	script: "Only Ukrainian, English and Spanish are supported. If this is one of them, name it in `lang`.",
};

/** The language the caller named, else the one the texts are in; a fault on `field` when it is not one of the three. */
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
