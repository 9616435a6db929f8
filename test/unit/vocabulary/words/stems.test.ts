import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/vocabulary/languages.ts";
import { normalise, stemsOf } from "../../../../src/vocabulary/words/stems.ts";
import {
	ENGLISH_FORMS,
	pairsOf,
	SPANISH_FORMS,
	UKRAINIAN_FORMS,
	UKRAINIAN_STRANGERS,
} from "../../../support/inflections.ts";

const areForms = (lang: Lang, a: string, b: string): boolean => {
	const stems = stemsOf(lang, normalise(a));
	return stemsOf(lang, normalise(b)).some((stem) => stems.includes(stem));
};

describe("stemsOf", () => {
	it.each([
		["uk", UKRAINIAN_FORMS],
		["es", SPANISH_FORMS],
		["en", ENGLISH_FORMS],
	] as const)("knows the forms of %s words", (lang, list) => {
		expect(pairsOf(list).filter(([lemma, form]) => !areForms(lang, lemma, form))).toEqual([]);
	});

	it("keeps words apart that only begin alike", () => {
		const pairs = UKRAINIAN_STRANGERS.trim()
			.split("\n")
			.map((line) => line.split(" "));
		expect(pairs.filter(([a = "", b = ""]) => areForms("uk", a, b))).toEqual([]);
	});

	it.each(["uk", "en", "es"] as const)(
		"gives every %s word at least one stem and never an empty one",
		(lang) => {
			const word = fc.stringMatching(/^[а-щьюяґєії'a-zñáéíóú]{1,20}$/);
			fc.assert(
				fc.property(word, (text) => {
					const stems = stemsOf(lang, text);
					expect(stems.length).toBeGreaterThan(0);
					expect(stems.every((stem) => stem.length > 0)).toBe(true);
				}),
			);
		},
	);
});
