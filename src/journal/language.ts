/** The languages a person can speak and read here. */
export const LANGUAGES = ["en", "hi", "gu"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language. */
export type ByLanguage<T = string> = Readonly<Record<Language, T>>;
