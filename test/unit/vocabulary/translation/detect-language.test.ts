import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../src/vocabulary/languages.ts";
import { detectLanguage } from "../../../../src/vocabulary/translation/detect-language.ts";
import { LEXICON } from "../../../../src/vocabulary/translation/lexicon.ts";

describe("detectLanguage", () => {
	it.each([
		[["happy"], "en"],
		[["feliz"], "es"],
		[["щасливий"], "uk"],
		[["сум"], "uk"],
		[["сонно", "мляво"], "uk"],
		[["niño"], "es"],
		[["drama", "triste"], "es"],
		[["drama", "sad"], "en"],
		[["wanderlust"], "en"],
		[["ensimismamiento", "desvelo"], "es"],
		[["щаслива людина"], "uk"],
		[["сім'я"], "uk"],
		[["гість", "гостя"], "uk"],
		[["смерть"], "uk"],
		[["четверть"], "uk"],
		[["виявити"], "uk"],
		[["ненависть"], "uk"],
		[["бояться"], "uk"],
		[["чорний жарт"], "uk"],
		[["😀"], "en"],
		[["It was the best of times, it was the worst of times"], "en"],
		[["En un lugar de la Mancha, de cuyo nombre no quiero acordarme"], "es"],
		[["Реве та стогне Дніпр широкий"], "uk"],
	])("%j is %s", async (words, lang) => {
		expect(await detectLanguage(words)).toEqual({ lang });
	});

	it.each([
		[["счастье"]],
		[["радость"]],
		[["грустный", "печальный"]],
		[["Мы были очень счастливы"]],
		[["отвращение"]],
		[["удивление", "тревога"]],
		[["любовь"]],
		[["ночь"]],
		[["доверие"]],
		[["ненавидеть"]],
		[["радоваться"]],
		[["чувство"]],
	])("%j is Russian, which is not supported", async (words) => {
		expect(await detectLanguage(words)).toEqual({ unsupported: "russian" });
	});

	it.each([[["嬉しい"]], [["سعيد"]], [["χαρά"]]])(
		"%j is in a script that is not supported",
		async (words) => {
			expect(await detectLanguage(words)).toEqual({ unsupported: "script" });
		},
	);

	it.each(LANGS)("knows all of the lexicon's %s words but those that two languages share", async (lang) => {
		const shared = (word: string) =>
			LANGS.filter((other) => LEXICON.some((entry) => entry.forms[other].includes(word))).length > 1;
		const words = LEXICON.flatMap((entry) => entry.forms[lang]).filter((word) => !shared(word));
		const wrong: string[] = [];
		for (const word of words) {
			const detected = await detectLanguage([word]);
			if (!("lang" in detected) || detected.lang !== lang) wrong.push(word);
		}
		expect(wrong).toEqual([]);
	});
});
