/** Languages of the vocabulary, in the order of the contract. */
export const LANGS = ["uk", "en", "es"] as const;
export type Lang = (typeof LANGS)[number];

/** One thing in every language. */
export type ByLang<T> = Record<Lang, T>;

/** One thing in some of the languages. */
export type InSome<T> = { [L in Lang]?: T | undefined };

/** Who made a translation. `none`: nobody could, the word stands as it was written and waits for a later run. */
export type Provenance = "human" | "lexicon" | "machine" | "none";

/** Something made for each language. */
export const eachOf = <T>(make: (lang: Lang) => T): ByLang<T> => ({
	uk: make("uk"),
	en: make("en"),
	es: make("es"),
});
