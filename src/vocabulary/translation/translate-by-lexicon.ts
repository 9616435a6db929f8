import type { Lang } from "../languages.ts";
import { normalise, stemsOf } from "../words/stems.ts";
import { type Affect, formsIn, type LexiconEntry } from "./lexicon.ts";

interface Lookup {
	exact: ReadonlyMap<string, LexiconEntry>;
	/** Only stems that one entry alone has; of entries that share a word the first counts, as in `exact`. */
	stems: ReadonlyMap<string, LexiconEntry>;
}

const lookups = new Map<Lang, Lookup>();

function lookupOf(lang: Lang): Lookup {
	const known = lookups.get(lang);
	if (known) return known;
	const exact = new Map<string, LexiconEntry>();
	const stems = new Map<string, LexiconEntry | null>();
	for (const [form, entry] of formsIn(lang)) {
		const word = normalise(form);
		const owner = exact.get(word) ?? entry;
		exact.set(word, owner);
		if (word.includes(" ")) continue;
		for (const stem of stemsOf(lang, word))
			stems.set(stem, stems.has(stem) && stems.get(stem) !== owner ? null : owner);
	}
	const own = [...stems].filter((pair): pair is [string, LexiconEntry] => pair[1] !== null);
	const lookup = { exact, stems: new Map(own) };
	lookups.set(lang, lookup);
	return lookup;
}

/** The lexicon's entry for a word: as it stands, as an English verb without "to", or as a form of one word only. */
export function findInLexicon(word: string, lang: Lang): LexiconEntry | undefined {
	const plain = normalise(word.trim());
	const { exact, stems } = lookupOf(lang);
	const found = exact.get(plain) ?? (lang === "en" ? exact.get(`to ${plain}`) : undefined);
	if (found || plain.includes(" ")) return found;
	return stemsOf(lang, plain).flatMap((stem) => stems.get(stem) ?? [])[0];
}

/** A word in another language by the embedded lexicon; null when it does not know the word. */
export function translateByLexicon(word: string, from: Lang, to: Lang): string | null {
	return findInLexicon(word, from)?.forms[to][0] ?? null;
}

/** Where words lie on the circumplex: the mean of those the lexicon knows, null when it knows none. */
export function affectByLexicon(words: readonly string[], lang: Lang): Affect | null {
	const known = words.flatMap((word) => findInLexicon(word, lang)?.affect ?? []);
	if (known.length === 0) return null;
	const mean = (key: keyof Affect) => {
		const sum = known.reduce((total, affect) => total + affect[key], 0);
		return Math.round((sum / known.length) * 100) / 100;
	};
	return { valence: mean("valence"), arousal: mean("arousal") };
}
