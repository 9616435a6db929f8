import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/vocabulary/languages.ts";
import { indexKeywords, suggestEmotions } from "../../../../src/vocabulary/words/suggest-emotions.ts";

const EMOTIONS = [
	{
		id: "joy",
		keywordsI18n: { uk: ["щасливий", "радість"], en: ["happy", "joy"], es: ["feliz", "alegría"] },
	},
	{
		id: "sadness",
		keywordsI18n: { uk: ["сумувати", "сум"], en: ["sad", "to cry"], es: ["triste", "llorar"] },
	},
	{
		id: "relief",
		keywordsI18n: { uk: ["зітхання полегшення"], en: ["sigh of relief"], es: ["suspiro de alivio"] },
	},
	{ id: "anger", keywordsI18n: { uk: ["злий"], en: ["angry"], es: ["enojado"] } },
];
const suggest = (text: string, lang: Lang) => suggestEmotions(text, lang, indexKeywords(EMOTIONS, lang));
const ids = (text: string, lang: Lang) => suggest(text, lang).map((one) => one.emotionId);

describe("suggestEmotions", () => {
	it.each([
		["Вона була щасливою.", "uk", ["joy"]],
		["Він сумує за домом", "uk", ["sadness"]],
		["З радістю! Але потім засумував.", "uk", ["joy"]],
		["Зла, як ніколи", "uk", ["anger"]],
		["Estaban felices y alegres", "es", ["joy"]],
		["Llorando, tristes", "es", ["sadness"]],
		["They cried happily", "en", ["sadness", "joy"]],
		["A long Sigh of Relief", "en", ["relief"]],
		["I can't stop crying", "en", ["sadness"]],
		["I couldn't help crying", "en", ["sadness"]],
		["Вона не перестає сумувати", "uk", ["sadness"]],
		["No deja de llorar", "es", ["sadness"]],
		["Nothing to see here", "en", []],
		["", "en", []],
		["😀 !!! 123", "en", []],
	] as const)("suggests for %j (%s) %j", (text, lang, expected) => {
		expect(ids(text, lang).toSorted()).toEqual([...expected].toSorted());
	});

	it.each([
		["I am not happy", "en"],
		["I'm not very happy", "en"],
		["She wasn't happy", "en"],
		["never happy", "en"],
		["Я не щасливий", "uk"],
		["Я зовсім не дуже щаслива", "uk"],
		["без радості", "uk"],
		["no estoy feliz", "es"],
		["nunca fue feliz", "es"],
		["sin alegría", "es"],
		["far from happy", "en"],
		["rarely happy", "en"],
		["dont cry", "en"],
		["You mustn't cry", "en"],
		["She stopped crying", "en"],
		["I don't think she is happy", "en"],
		["Не думаю, що вона щаслива", "uk"],
		["Вона перестала сумувати", "uk"],
		["Dejó de llorar", "es"],
		["No creo que esté feliz", "es"],
	] as const)("suggests nothing for %j: it is denied", (text, lang) => {
		expect(ids(text, lang)).toEqual([]);
	});

	it.each([
		["not only happy", "en"],
		["No, I am happy", "en"],
		["No I am happy", "en"],
		["I couldn't be happier", "en"],
		["I was not there but happy", "en"],
		["не лише щасливий", "uk"],
		["Ні, я щасливий", "uk"],
		["не там, а щаслива тут", "uk"],
		["no solo feliz", "es"],
		["No, estoy feliz", "es"],
	] as const)("suggests joy for %j: the word of denial is about something else", (text, lang) => {
		expect(ids(text, lang)).toEqual(["joy"]);
	});

	it.each([
		["kind of hot", "en", "kind"],
		["She grated the cheese", "en", "grateful"],
		["Miss Lane is here", "en", "miss"],
		["He plays the guitar", "en", "playful"],
		["Верховна Рада", "uk", "радий"],
		["Я пишу листа", "uk", "пишатися"],
		["Hablemos del tema", "es", "temer"],
		["Una serie nueva", "es", "serio"],
	] as const)("hears no feeling in %j: the word means something else", (text, lang, keyword) => {
		const own = { uk: [], en: [], es: [], [lang]: [keyword] };
		expect(suggestEmotions(text, lang, indexKeywords([{ id: "own", keywordsI18n: own }], lang))).toEqual([]);
	});

	it.each([
		["Він лютий", "uk", "лютий"],
		["Мене болять ці образи", "uk", "образа"],
		["Me duele la forma en que me hablas", "es", "duele"],
		["She was so kind", "en", "kind"],
		["I miss Anna", "en", "miss"],
	] as const)("hears the feeling in %j all the same", (text, lang, keyword) => {
		const own = { uk: [], en: [], es: [], [lang]: [keyword] };
		expect(suggestEmotions(text, lang, indexKeywords([{ id: "own", keywordsI18n: own }], lang))).toHaveLength(
			1,
		);
	});

	it("finds such a word where an editor made it a keyword", () => {
		const own = [{ id: "topic", keywordsI18n: { uk: [], en: [], es: ["tema"] } }];
		expect(suggestEmotions("Hablemos del tema", "es", indexKeywords(own, "es"))).toHaveLength(1);
	});

	it("turns down the denied word only", () => {
		const [only] = suggest("I am not happy, I am sad", "en");
		expect(only).toMatchObject({ emotionId: "sadness", matches: [{ word: "sad" }] });
	});

	it("gives the place of every matched word in the text as sent", () => {
		const text = "😀 Того дня Вона була ЩАСЛИВОЮ, з радістю.";
		const [joy] = suggest(text, "uk");
		expect(joy?.matches.map(({ word, keyword }) => [word, keyword])).toEqual([
			["ЩАСЛИВОЮ", "щасливий"],
			["радістю", "радість"],
		]);
		for (const { word, start, end } of joy?.matches ?? []) expect(text.slice(start, end)).toBe(word);
	});

	it("ranks more words above fewer and an exact word above an inflected one", () => {
		expect(ids("sad, happy, full of joy", "en")).toEqual(["joy", "sadness"]);
		expect(ids("сумую, злий", "uk")).toEqual(["anger", "sadness"]);
	});

	it("finds every apostrophe and composed letter alike", () => {
		const vocabulary = [{ id: "shy", keywordsI18n: { uk: ["сором'язливий"], en: [], es: ["tímido"] } }];
		const found = (text: string, lang: Lang) =>
			suggestEmotions(text, lang, indexKeywords(vocabulary, lang)).length;
		expect(found("сором’язлива", "uk")).toBe(1);
		expect(found("соромʼязливі", "uk")).toBe(1);
		expect(found("ti\u0301mida", "es")).toBe(1);
	});

	it("keeps its promises for any text", () => {
		const words = fc.constantFrom(
			"happy",
			"not",
			"sad",
			"cry",
			".",
			"é",
			"\n",
			"sigh of relief",
			"joy's",
			"👍🏽",
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 20 }), (parts) => {
				const text = parts.join(" ");
				for (const { score, matches } of suggest(text, "en")) {
					expect(score > 0 && score < 1).toBe(true);
					for (const { word, start, end } of matches) expect(text.slice(start, end)).toBe(word);
				}
			}),
		);
	});
});
