import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf, type TranslationModel } from "../../../src/context.ts";
import { createCategory } from "../../../src/vocabulary/categories/change-categories.ts";
import { updateEmotion } from "../../../src/vocabulary/emotions/update-emotion.ts";
import { createEmotion } from "../../../src/vocabulary/emotions/write-emotion.ts";
import { fillTranslations } from "../../../src/vocabulary/fill-translations.ts";
import { emotionCategories, emotions } from "../../../src/vocabulary/tables.ts";
import { NOW, testApi } from "../../support/api.ts";
import { type Ask, editor, NOBODY, newCategory } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let categoryId: string;
beforeAll(async () => {
	ask = await editor(api);
	categoryId = await newCategory(ask);
});

/** Workers AI at its boundary: answers as the binding does. */
const model = (answers: Record<string, string>): TranslationModel => ({
	run: async (_, { text, target_lang }) => ({ translated_text: answers[`${text} ${target_lang}`] }),
});
const broken: TranslationModel = { run: () => Promise.reject(new Error("3040: out of capacity")) };
const withModel = (translationModel: TranslationModel | undefined, now = NOW) => ({
	...contextOf(env),
	now: () => now,
	translationModel,
});
const hygge = { emoji: "🕯️", keywords: ["hygge", "happy"], lang: "en" as const };
const translations = async (id: string) => (await ask("GET", `/emotions/emotions/${id}/translations`)).body;
/** As many runs as it takes to get to every row that waits. */
const fillAll = async (translationModel: TranslationModel, now: number) => {
	for (let run = 0; run < 5; run++) await fillTranslations(withModel(translationModel, now));
};
const minutes = (count: number) => NOW + count * 60_000;

describe("translation by Workers AI", () => {
	it("is used when the binding is there, and the lexicon for what it does not know", async () => {
		const context = withModel(model({ "hygge uk": "Хюґе", "hygge es": "calidez danesa" }));
		const { id, keywordsI18n } = await createEmotion(context, { ...hygge, categoryId });
		expect(keywordsI18n).toEqual({
			uk: ["хюґе", "щасливий"],
			en: ["hygge", "happy"],
			es: ["calidez danesa", "feliz"],
		});
		expect((await translations(id)).translations.uk).toEqual([
			{ keyword: "хюґе", provenance: "machine" },
			{ keyword: "щасливий", provenance: "lexicon" },
		]);
	});

	it("never fails a write when it is down: words stay as written and are marked", async () => {
		const { id, keywordsI18n } = await createEmotion(withModel(broken), { ...hygge, categoryId });
		expect(keywordsI18n.uk).toEqual(["hygge", "щасливий"]);
		expect((await translations(id)).translations.es[0]).toEqual({ keyword: "hygge", provenance: "none" });
	});
});

describe("fillTranslations", () => {
	it("translates later what could not be translated when it was written", async () => {
		const { id } = await createEmotion(withModel(undefined), { ...hygge, categoryId });
		const category = await createCategory(withModel(undefined), {
			icon: "🧪",
			name: "hygge",
			order: 1,
			lang: "en",
		});
		const recovered = model({ "hygge uk": "хюґе", "hygge es": "calidez" });
		await fillAll(recovered, minutes(20));
		expect((await ask("GET", `/emotions/emotions/${id}`)).body.keywordsI18n).toEqual({
			uk: ["хюґе", "щасливий"],
			en: ["hygge", "happy"],
			es: ["calidez", "feliz"],
		});
		expect((await ask("GET", `/emotions/categories/${category.id}`)).body.nameI18n).toEqual({
			uk: "хюґе",
			en: "hygge",
			es: "calidez",
		});
		const rows = contextOf(env).db.select().from(emotions).where(eq(emotions.id, id));
		expect(await rows.get()).toMatchObject({ untranslated: false, retryAt: null });
	});

	it("lets a quarter of an hour pass between two attempts at a row", async () => {
		const start = minutes(1_000);
		const { id } = await createEmotion(withModel(undefined, start), {
			...hygge,
			keywords: ["gezellig"],
			categoryId,
		});
		let asked = 0;
		const counted: TranslationModel = {
			run: (_, { text }) => Promise.reject(new Error(`down ${text === "gezellig" && asked++}`)),
		};
		await fillTranslations(withModel(counted, start + 14 * 60_000));
		expect(asked).toBe(0);
		await fillAll(counted, start + 16 * 60_000);
		expect(asked).toBe(2);
		await fillAll(counted, start + 17 * 60_000);
		expect(asked).toBe(2);
		expect((await translations(id)).translations.uk[0].provenance).toBe("none");
	});

	it("leaves a person's correction alone", async () => {
		const { id } = await createEmotion(withModel(undefined), { ...hygge, categoryId });
		await ask("PUT", `/emotions/emotions/${id}/translations`, { uk: ["затишок", "щаслива"] });
		await fillAll(model({ "hygge uk": "хюґе", "hygge es": "calidez" }), minutes(2_000));
		expect((await translations(id)).translations).toMatchObject({
			uk: [
				{ keyword: "затишок", provenance: "human" },
				{ keyword: "щаслива", provenance: "human" },
			],
			es: [
				{ keyword: "calidez", provenance: "machine" },
				{ keyword: "feliz", provenance: "lexicon" },
			],
		});
	});

	it("has nothing to do in the starting vocabulary", async () => {
		const { db } = contextOf(env);
		const seeded = await db.select().from(emotionCategories).where(eq(emotionCategories.order, 1));
		expect(seeded.some(({ nameI18n, untranslated }) => nameI18n.uk === "Радість" && !untranslated)).toBe(
			true,
		);
	});
});

describe("PUT /api/emotions/emotions/:id/translations", () => {
	const create = async () => (await ask("POST", "/emotions/emotions", { ...hygge, categoryId })).body.id;
	const put = (id: string, body: unknown) => ask("PUT", `/emotions/emotions/${id}/translations`, body);

	it("puts a person's words in place, which a later change of other keywords keeps", async () => {
		const id = await create();
		const { status, body } = await put(id, { es: ["calorcito", "dichoso"] });
		expect(status).toBe(200);
		expect(body.lang).toBe("en");
		expect(body.translations.es).toEqual([
			{ keyword: "calorcito", provenance: "human" },
			{ keyword: "dichoso", provenance: "human" },
		]);
		const context = withModel(model({ "hygge es": "calidez", "happy es": "alegre" }));
		const updated = await updateEmotion(context, id, { keywords: ["sad", "hygge"], lang: "en" });
		expect(updated.keywordsI18n.es).toEqual(["triste", "calorcito"]);
	});

	it.each([
		["too few words", { es: ["uno"] }],
		["too many words", { es: ["uno", "dos", "tres"] }],
		["a blank word", { es: ["uno", " "] }],
		["the keywords' own language", { en: ["a", "b"] }],
		["no language", {}],
		["an unknown language alone", { fr: ["un", "deux"] }],
	])("refuses %s with 400 and changes nothing", async (_, body) => {
		const id = await create();
		const before = await translations(id);
		expect((await put(id, body)).status).toBe(400);
		expect(await translations(id)).toEqual(before);
	});

	it("answers 404 for an unknown id", async () => {
		expect((await put(NOBODY, { es: ["uno"] })).status).toBe(404);
	});
});

describe("PUT /api/emotions/categories/:id/translations", () => {
	it("puts a person's names in place, and refuses the name's own language", async () => {
		const id = await newCategory(ask);
		const { status, body } = await ask("PUT", `/emotions/categories/${id}/translations`, { uk: "Проба" });
		expect(status).toBe(200);
		expect(body.nameI18n.uk).toBe("Проба");
		expect((await ask("PUT", `/emotions/categories/${id}/translations`, { en: "Trial" })).status).toBe(400);
		expect((await ask("PUT", `/emotions/categories/${NOBODY}/translations`, { uk: "Проба" })).status).toBe(
			404,
		);
	});
});
