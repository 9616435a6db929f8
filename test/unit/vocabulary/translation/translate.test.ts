import { describe, expect, it } from "vitest";
import type { TranslationModel } from "../../../../src/context.ts";
import { translateWords } from "../../../../src/vocabulary/translation/translate.ts";
import {
	readTranslation,
	translateByMachine,
} from "../../../../src/vocabulary/translation/translate-by-machine.ts";

const ANSWERS: Record<string, string> = {
	"hygge>uk": "Хюґе",
	"hygge>es": "hygge",
	"happy>uk": "щасливий.",
	"happy>es": "Feliz",
};
/** Workers AI as its binding answers, at its boundary. */
const model = (answer: (text: string, to: string) => Promise<unknown>): TranslationModel => ({
	run: (_, { text, target_lang }) => answer(text, target_lang),
});
const known = model(async (text, to) => ({ translated_text: ANSWERS[`${text}>${to}`] }));

describe("translateWords", () => {
	it("aligns every language with the words sent, by the lexicon when there is no machine", async () => {
		expect(await translateWords(["Happy", "sad", "xyzzy"], "en")).toEqual({
			words: {
				uk: ["щасливий", "сумний", "xyzzy"],
				en: ["Happy", "sad", "xyzzy"],
				es: ["feliz", "triste", "xyzzy"],
			},
			provenance: {
				uk: ["lexicon", "lexicon", "none"],
				en: ["human", "human", "human"],
				es: ["lexicon", "lexicon", "none"],
			},
		});
	});

	it("asks the machine first and falls back to the lexicon word by word", async () => {
		const { words, provenance } = await translateWords(["hygge", "sad"], "en", translateByMachine(known));
		expect(words).toEqual({ uk: ["хюґе", "сумний"], en: ["hygge", "sad"], es: ["hygge", "triste"] });
		expect(provenance.uk).toEqual(["machine", "lexicon"]);
	});

	it.each([
		["fails", () => Promise.reject(new Error("3040: capacity exceeded"))],
		["answers nothing", () => Promise.resolve(undefined)],
		["answers an empty text", () => Promise.resolve({ translated_text: " " })],
		["answers in another script", () => Promise.resolve({ translated_text: "幸せ" })],
		["answers a paragraph", () => Promise.resolve({ translated_text: "щастя ".repeat(50) })],
		["answers a number", () => Promise.resolve({ translated_text: 42 })],
	])("keeps a word as it was written when the machine %s", async (_, answer) => {
		const { words, provenance } = await translateWords(["xyzzy"], "en", translateByMachine(model(answer)));
		expect(words).toEqual({ uk: ["xyzzy"], en: ["xyzzy"], es: ["xyzzy"] });
		expect(provenance).toEqual({ uk: ["none"], en: ["human"], es: ["none"] });
	});

	it("keeps positions when one word of many fails", async () => {
		const flaky = model(async (text) => {
			if (text === "b") throw new Error("lost");
			return { translated_text: `${text}${text}` };
		});
		const { words } = await translateWords(["a", "b", "c", "d", "e"], "en", translateByMachine(flaky));
		expect(words.es).toEqual(["aa", "b", "cc", "dd", "ee"]);
	});

	it("asks no more than four words of a language at a time", async () => {
		let now = 0;
		let most = 0;
		const counted = model(async (text, to) => {
			if (to === "uk") most = Math.max(most, ++now);
			await Promise.resolve();
			if (to === "uk") now--;
			return { translated_text: text };
		});
		await translateWords(
			Array.from({ length: 20 }, (_, i) => `word${i}`),
			"en",
			translateByMachine(counted),
		);
		expect(most).toBe(4);
	});
});

describe("readTranslation", () => {
	it("refuses Russian where Ukrainian was asked for", () => {
		expect(readTranslation({ translated_text: "счастливый" }, "happy", "uk")).toBeNull();
		expect(readTranslation({ translated_text: "щасливий" }, "happy", "uk")).toBe("щасливий");
	});
});
