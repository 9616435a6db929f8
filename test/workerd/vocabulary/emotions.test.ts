import { beforeAll, describe, expect, it } from "vitest";
import { NOW, testApi } from "../../support/api.ts";
import {
	type Ask,
	editor,
	ISO,
	NOBODY,
	newCategory,
	newEmotion,
	signedIn,
	UUID,
} from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let categoryId: string;
beforeAll(async () => {
	ask = await editor(api);
	categoryId = await newCategory(ask);
});

const create = (fields: Record<string, unknown>) =>
	ask("POST", "/emotions/emotions", { emoji: "🙂", keywords: ["happy"], categoryId, ...fields });
const at = (id: unknown) => `/emotions/emotions/${id}`;

describe("POST /api/emotions/emotions", () => {
	it("answers 201 with the emotion, its keywords in all three languages, aligned", async () => {
		const { status, body } = await create({ emoji: "😊", keywords: ["Happy", "sad"], lang: "en" });
		expect(status).toBe(201);
		expect(body).toEqual({
			id: expect.stringMatching(UUID),
			emoji: "😊",
			keywords: ["Happy", "sad"],
			categoryId,
			createdAt: new Date(NOW).toISOString(),
			updatedAt: new Date(NOW).toISOString(),
			keywordsI18n: { uk: ["щасливий", "сумний"], en: ["Happy", "sad"], es: ["feliz", "triste"] },
			valence: 0.08,
			arousal: 0.02,
		});
		expect(body.createdAt).toMatch(ISO);
	});

	it.each([
		[
			["щасливий", "радість"],
			{ uk: ["щасливий", "радість"], en: ["happy", "joy"], es: ["feliz", "alegría"] },
		],
		[["feliz", "tristes"], { uk: ["щасливий", "сумний"], en: ["happy", "sad"], es: ["feliz", "tristes"] }],
		[["happy"], { uk: ["щасливий"], en: ["happy"], es: ["feliz"] }],
	])("tells the language of %j", async (keywords, keywordsI18n) => {
		const { status, body } = await create({ keywords });
		expect(status).toBe(201);
		expect(body).toMatchObject({ keywords, keywordsI18n });
	});

	it("keeps a word nobody knows as it was written", async () => {
		const { status, body } = await create({ keywords: ["hygge", "happy"], lang: "en" });
		expect(status).toBe(201);
		expect(body.keywordsI18n).toEqual({
			uk: ["hygge", "щасливий"],
			en: ["hygge", "happy"],
			es: ["hygge", "feliz"],
		});
	});

	it("takes where a person places the emotion", async () => {
		const { body } = await create({ keywords: ["xyzzy"], valence: -0.25 });
		expect(body).toMatchObject({ valence: -0.25, arousal: 0 });
		expect((await create({ keywords: ["xyzzy"] })).body).toMatchObject({ valence: null, arousal: null });
	});

	it.each([
		["no emoji", { emoji: undefined }, "emoji"],
		["a blank emoji", { emoji: "  " }, "emoji"],
		["an emoji that is a number", { emoji: 1 }, "emoji"],
		["no keywords", { keywords: undefined }, "keywords"],
		["keywords that are a string", { keywords: "happy" }, "keywords"],
		["an empty list of keywords", { keywords: [] }, "keywords"],
		["a blank keyword", { keywords: ["happy", " \t"] }, "keywords[1]"],
		["a keyword that is null", { keywords: [null] }, "keywords[0]"],
		["a keyword of 101 characters", { keywords: ["a".repeat(101)] }, "keywords[0]"],
		["31 keywords", { keywords: Array.from({ length: 31 }, () => "happy") }, "keywords"],
		["half a surrogate pair", { keywords: ["\ud83d"] }, "keywords[0]"],
		["a NUL", { keywords: ["a\u0000b"] }, "keywords[0]"],
		["no category", { categoryId: undefined }, "categoryId"],
		["a category that is no UUID", { categoryId: "joy" }, "categoryId"],
		["a category that does not exist", { categoryId: NOBODY }, "categoryId"],
		["a language that is not supported", { lang: "ru" }, "lang"],
		["Russian", { keywords: ["счастливый", "грустный"] }, "keywords"],
		["Japanese", { keywords: ["嬉しい"] }, "keywords"],
		["a valence beyond 1", { valence: 1.01 }, "valence"],
	])("refuses %s with 400 and stores nothing", async (_, fields, field) => {
		const before = (await ask("GET", `/emotions/emotions?categoryId=${categoryId}`)).body.length;
		const { status, body } = await create(fields);
		expect(status).toBe(400);
		expect(body).toEqual({ error: "Bad Request", code: "invalid_input", message: expect.any(String), field });
		expect((await ask("GET", `/emotions/emotions?categoryId=${categoryId}`)).body).toHaveLength(before);
	});

	it.each([["{"], ["[]"], ['"happy"'], ["null"], [""]])("refuses the body %j with 400", async (sent) => {
		expect((await ask("POST", "/emotions/emotions", sent)).status).toBe(400);
	});

	it("reads JSON whatever the content type says", async () => {
		const sent = JSON.stringify({ emoji: "🙂", keywords: ["happy"], categoryId });
		const headers = { "Content-Type": "application/x-www-form-urlencoded" };
		expect((await ask("POST", "/emotions/emotions", sent, headers)).status).toBe(201);
	});

	it("refuses more than 128 KiB with 413", async () => {
		expect((await create({ emoji: "x".repeat(140_000) })).status).toBe(413);
	});

	it("takes Russian words when the language is named: then they are that language's", async () => {
		expect((await create({ keywords: ["радость"], lang: "uk" })).status).toBe(201);
	});
});

describe("GET /api/emotions/emotions", () => {
	it("lists an array, all or one category's", async () => {
		const own = await newCategory(ask);
		const { id } = await newEmotion(ask, { categoryId: own });
		const all = await ask("GET", "/emotions/emotions");
		expect(all.body.map((emotion: { id: string }) => emotion.id)).toContain(id);
		const one = await ask("GET", `/emotions/emotions?categoryId=${own}`);
		expect(one.status).toBe(200);
		expect(one.body).toHaveLength(1);
		expect((await ask("GET", `/emotions/emotions?categoryId=${NOBODY}`)).body).toEqual([]);
	});

	it("refuses a category filter that is no UUID", async () => {
		expect((await ask("GET", "/emotions/emotions?categoryId=joy")).status).toBe(400);
	});

	it("gets one by its id, in capitals as well", async () => {
		const emotion = await newEmotion(ask);
		expect((await ask("GET", at(emotion.id))).body).toEqual(emotion);
		expect((await ask("GET", at(String(emotion.id).toUpperCase()))).status).toBe(200);
	});

	it("answers 404 for an unknown id and 400 for a malformed one", async () => {
		const unknown = await ask("GET", at(NOBODY));
		expect(unknown.status).toBe(404);
		expect(unknown.body).toEqual({ error: "Not found", code: "not_found", message: expect.any(String) });
		expect((await ask("GET", at("12"))).status).toBe(400);
	});
});

describe.each(["PUT", "PATCH"])("%s /api/emotions/emotions/:id", (method) => {
	it("changes what is given and leaves the rest", async () => {
		const emotion = await newEmotion(ask, { keywords: ["happy"] });
		api.now += 60_000;
		const { status, body } = await ask(method, at(emotion.id), { emoji: "🙃" });
		expect(status).toBe(200);
		expect(body).toEqual({ ...emotion, emoji: "🙃", updatedAt: new Date(api.now).toISOString() });
		expect((await ask("GET", at(emotion.id))).body).toEqual(body);
	});

	it("translates changed keywords again", async () => {
		const emotion = await newEmotion(ask, { keywords: ["happy"] });
		const { body } = await ask(method, at(emotion.id), { keywords: ["сумний", "страх"] });
		expect(body).toMatchObject({
			keywords: ["сумний", "страх"],
			keywordsI18n: { uk: ["сумний", "страх"], en: ["sad", "fear"], es: ["triste", "miedo"] },
		});
		expect(body.valence).toBeLessThan(0);
	});

	it("moves to another category", async () => {
		const emotion = await newEmotion(ask);
		const other = await newCategory(ask);
		expect((await ask(method, at(emotion.id), { categoryId: other })).body.categoryId).toBe(other);
	});

	it.each([
		["an empty list of keywords", { keywords: [] }],
		["a blank emoji", { emoji: "" }],
		["an unknown category", { categoryId: NOBODY }],
		["Russian keywords", { keywords: ["счастье"] }],
		["a body that is a list", []],
	])("refuses %s with 400 and changes nothing", async (_, changes) => {
		const emotion = await newEmotion(ask);
		expect((await ask(method, at(emotion.id), changes)).status).toBe(400);
		expect((await ask("GET", at(emotion.id))).body).toEqual(emotion);
	});

	it("answers 404 for an unknown id and 400 for a malformed one", async () => {
		expect((await ask(method, at(NOBODY), { emoji: "🙂" })).status).toBe(404);
		expect((await ask(method, at("x"), { emoji: "🙂" })).status).toBe(400);
	});

	it("loses no change of two made at once", async () => {
		const emotion = await newEmotion(ask);
		const answers = await Promise.all([
			ask(method, at(emotion.id), { emoji: "🦊" }),
			ask(method, at(emotion.id), { keywords: ["angry"] }),
		]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect((await ask("GET", at(emotion.id))).body).toMatchObject({ emoji: "🦊", keywords: ["angry"] });
	});
});

describe("DELETE /api/emotions/emotions/:id", () => {
	it("answers 204 without a body, then 404", async () => {
		const emotion = await newEmotion(ask);
		const { status, body } = await ask("DELETE", at(emotion.id));
		expect([status, body]).toEqual([204, ""]);
		expect((await ask("GET", at(emotion.id))).status).toBe(404);
		expect((await ask("DELETE", at(emotion.id))).status).toBe(404);
	});

	it("answers 400 for a malformed id", async () => {
		expect((await ask("DELETE", at("x"))).status).toBe(400);
	});
});

describe("the starting vocabulary", () => {
	it("has at least eight categories and sixty emotions, in three languages and placed", async () => {
		const reader = await signedIn(api, "user_seed");
		const { body } = await reader("GET", "/emotions/categories/with-emotions");
		const seeded = body.filter(({ icon }: { icon: string }) => icon !== "🧪");
		expect(seeded.length).toBeGreaterThanOrEqual(8);
		const all = (await reader("GET", "/emotions/emotions")).body;
		const emotions = seeded.flatMap((category: { emotions: { id: string }[] }) =>
			category.emotions.map(({ id }) => all.find((emotion: { id: string }) => emotion.id === id)),
		);
		expect(emotions.length).toBeGreaterThanOrEqual(60);
		for (const { keywords, keywordsI18n, valence, arousal } of emotions) {
			for (const list of Object.values<string[]>(keywordsI18n)) {
				expect(list).toHaveLength(keywords.length);
				expect(list.every((word) => word.trim() === word && word !== "")).toBe(true);
			}
			expect(keywordsI18n.uk.join(" ")).toMatch(/^[а-щьюяґєії' -]+$/);
			expect(Math.abs(valence)).toBeLessThanOrEqual(1);
			expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
		}
	});
});
