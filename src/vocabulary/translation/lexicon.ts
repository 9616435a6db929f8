import type { ByLang, Lang } from "../languages.ts";
import { OTHER } from "./lexicon/other.ts";
import { PLEASANT } from "./lexicon/pleasant.ts";
import { TENSE } from "./lexicon/tense.ts";
import { UNPLEASANT } from "./lexicon/unpleasant.ts";
import { WARM } from "./lexicon/warm.ts";

/**
 * Place of a family of words on the circumplex of affect (Russell 1980, doi:10.1037/h0077714), each −1 … 1.
 * Placed by hand, by family, to the nearest 0.05: an ordering to draw curves by, not ratings by people, and taken from
 * no rated lexicon.
 */
export interface Affect {
	valence: number;
	arousal: number;
}

/** The same notion in three languages. The first form of each is what a translation gives, the others are only known. */
export interface LexiconEntry {
	family: string;
	affect: Affect | null;
	forms: ByLang<readonly string[]>;
}

const HEADER = /^# (?<family>\S+)(?: (?<valence>-?[\d.]+) (?<arousal>-?[\d.]+))?$/;

function parse(text: string): LexiconEntry[] {
	const entries: LexiconEntry[] = [];
	let family = "";
	let affect: Affect | null = null;
	for (const line of text.split("\n")) {
		const header = HEADER.exec(line)?.groups;
		if (header) {
			family = header.family ?? "";
			affect = header.valence ? { valence: Number(header.valence), arousal: Number(header.arousal) } : null;
		} else if (line.includes(" | ")) {
			const [en = "", uk = "", es = ""] = line.split(" | ");
			const forms = (cell: string) => cell.split(" / ");
			entries.push({ family, affect, forms: { uk: forms(uk), en: forms(en), es: forms(es) } });
		}
	}
	return entries;
}

/** Words of emotion in Ukrainian, English and Spanish, written for this project. */
export const LEXICON: readonly LexiconEntry[] = [PLEASANT, WARM, UNPLEASANT, TENSE, OTHER].flatMap(parse);

/** Every form of a language with its entry, in the lexicon's order. */
export const formsIn = (lang: Lang): [string, LexiconEntry][] =>
	LEXICON.flatMap((entry) => entry.forms[lang].map((form): [string, LexiconEntry] => [form, entry]));
