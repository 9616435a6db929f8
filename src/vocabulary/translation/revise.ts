import { eachOf, type InSome, type Lang, type Provenance } from "../languages.ts";
import { type Translations, type Translator, translateWords } from "./translate.ts";

/** A minute count chosen so that an outage of the model is over, and a row is not tried at every run. */
const RETRY_AFTER_MS = 15 * 60_000;

/** Whether a later run has something to translate. */
export const isUntranslated = ({ provenance }: Pick<Translations, "provenance">): boolean =>
	Object.values(provenance).some((list) => list.includes("none"));

/** What a row stores about when to try again. */
export const retryState = (translations: Translations, now: number) => ({
	untranslated: isUntranslated(translations),
	retryAt: isUntranslated(translations) ? new Date(now + RETRY_AFTER_MS) : null,
});

/** Takes every place of `base` for which `other` has something that `pick` prefers. */
const overlay = (
	base: Translations,
	replace: (lang: Lang, i: number) => { word: string; by: Provenance } | undefined,
): Translations => {
	const merged = eachOf((lang) =>
		base.words[lang].map(
			(word, i) => replace(lang, i) ?? { word, by: base.provenance[lang][i] ?? ("none" as const) },
		),
	);
	return {
		words: eachOf((lang) => merged[lang].map((one) => one.word)),
		provenance: eachOf((lang) => merged[lang].map((one) => one.by)),
	};
};

/** Translates words anew, and keeps what people corrected of words that are still there in the same language. */
export async function retranslate(
	words: readonly string[],
	from: Lang,
	before: Translations & { lang: Lang },
	machine?: Translator,
): Promise<Translations> {
	const fresh = await translateWords(words, from, machine);
	if (from !== before.lang) return fresh;
	return overlay(fresh, (lang, i) => {
		const place = before.words[from].indexOf(words[i] ?? "");
		const corrected = before.provenance[lang][place] === "human" ? before.words[lang][place] : undefined;
		return corrected === undefined ? undefined : { word: corrected, by: "human" };
	});
}

/** Translates only what nobody could translate before. */
export async function fillIn(before: Translations, from: Lang, machine?: Translator): Promise<Translations> {
	const isOpen = (i: number) => Object.values(before.provenance).some((list) => list[i] === "none");
	const open = before.words[from].flatMap((_, i) => (isOpen(i) ? [i] : []));
	const fresh = await translateWords(
		open.map((i) => before.words[from][i] ?? ""),
		from,
		machine,
	);
	return overlay(before, (lang, i) => {
		if (before.provenance[lang][i] !== "none") return undefined;
		const place = open.indexOf(i);
		return { word: fresh.words[lang][place] ?? "", by: fresh.provenance[lang][place] ?? "none" };
	});
}

/** Puts what a person wrote in place of what stood there. */
export function correct(before: Translations, corrections: InSome<readonly string[]>): Translations {
	return overlay(before, (lang, i) => {
		const word = corrections[lang]?.[i];
		return word === undefined ? undefined : { word, by: "human" };
	});
}
