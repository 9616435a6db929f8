import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../src/vocabulary/languages.ts";
import { LEXICON } from "../../../../src/vocabulary/translation/lexicon.ts";
import {
	affectByLexicon,
	translateByLexicon,
} from "../../../../src/vocabulary/translation/translate-by-lexicon.ts";

const ALPHABET = { uk: /^[а-щьюяґєії' -]+$/, en: /^[a-z' -]+$/, es: /^[a-zñáéíóúü -]+$/ };

describe("the lexicon", () => {
	it("has at least 600 entries, each with a word in every language", () => {
		expect(LEXICON.length).toBeGreaterThanOrEqual(600);
		for (const { forms } of LEXICON)
			for (const lang of LANGS)
				expect(forms[lang].every((form) => form.trim() === form && form)).toBeTruthy();
	});

	it.each(LANGS)("writes %s with the letters of that language alone", (lang) => {
		const words = LEXICON.flatMap((entry) => entry.forms[lang]);
		expect(words.filter((word) => !ALPHABET[lang].test(word))).toEqual([]);
	});

	it("has every English word once, so that each translation is the same wherever it is asked", () => {
		const words = LEXICON.flatMap((entry) => entry.forms.en);
		expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
	});

	it("places every family within the circumplex", () => {
		for (const { affect } of LEXICON) {
			if (!affect) continue;
			expect(Math.abs(affect.valence)).toBeLessThanOrEqual(1);
			expect(Math.abs(affect.arousal)).toBeLessThanOrEqual(1);
		}
	});

	it("calls pleasant what is pleasant", () => {
		expect(affectByLexicon(["happy", "calm"], "en")?.valence).toBeGreaterThan(0.5);
		expect(affectByLexicon(["злий"], "uk")).toEqual({ valence: -0.75, arousal: 0.75 });
		expect(affectByLexicon(["emoción negativa", "xyzzy"], "es")).toBeNull();
	});
});

describe("translateByLexicon", () => {
	it.each([
		["Happy", "en", "uk", "щасливий"],
		["happy", "en", "es", "feliz"],
		["щасливий", "uk", "en", "happy"],
		["Feliz", "es", "uk", "щасливий"],
		["cry", "en", "es", "llorar"],
		["щаслива", "uk", "es", "feliz"],
		["tristes", "es", "en", "sad"],
		["любов", "uk", "en", "love"],
		["сором’язливий", "uk", "en", "shy"],
		["GOOD mood", "en", "es", "buen humor"],
		["satisfecha", "es", "uk", "вдоволений"],
		["вдячна", "uk", "en", "grateful"],
		["впевнена", "uk", "en", "confident"],
	] as const)("%s (%s) in %s is %s", (word, from, to, expected) => {
		expect(translateByLexicon(word, from, to)).toBe(expected);
	});

	it.each(["xyzzy", "😀", "", "a phrase nobody wrote down"])("does not know %j", (word) => {
		expect(translateByLexicon(word, "en", "uk")).toBeNull();
	});

	it("brings the first form of every word back to its own entry's word", () => {
		const lost = LEXICON.filter(
			({ forms }) => translateByLexicon(forms.en[0] ?? "", "en", "uk") !== forms.uk[0],
		);
		expect(lost).toEqual([]);
	});
});
