import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { type Ask, signedIn } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
beforeAll(async () => {
	ask = await signedIn(api, "user_suggest");
});
const suggest = (text: string, lang?: string) => ask("POST", "/emotions/suggest", { text, lang });
const best = async (text: string, lang?: string) => (await suggest(text, lang)).body[0];

describe("POST /api/emotions/suggest", () => {
	it.each([
		["She was so happy that day", "en", "happy"],
		["He cried all night", "en", "to cry"],
		["Вона була щасливою", "uk", "щасливий"],
		["Він сумує за домом", "uk", "сум"],
		["Я боюся темряви", "uk", "боятися"],
		["Estábamos muy enojados", "es", "enojado"],
		["Lloraba de noche", "es", "llorar"],
	])("finds the emotion in %j and tells its language", async (text, lang, keyword) => {
		const { status, body, headers } = await suggest(text);
		expect(status).toBe(200);
		expect(headers.get("Content-Language")).toBe(lang);
		const matches = body.flatMap((emotion: { matches: { keyword: string }[] }) => emotion.matches);
		expect(matches.map(({ keyword: found }: { keyword: string }) => found)).toContain(keyword);
		for (const { word, start, end } of matches) expect(text.slice(start, end)).toBe(word);
		expect(body[0].score).toBeGreaterThan(0);
		expect(body[0]).toHaveProperty("emoji");
	});

	it.each([
		["I am not happy", "en"],
		["Я не щасливий", "uk"],
		["No soy feliz", "es"],
		["The train leaves at noon", "en"],
		["", "en"],
	])("suggests nothing for %j", async (text, lang) => {
		const { status, body } = await suggest(text, lang);
		expect(status).toBe(200);
		expect(body).toEqual([]);
	});

	it("ranks what is said more often first", async () => {
		const text = "Angry, angry and furious, a little sad";
		expect((await best(text, "en")).matches.map(({ word }: { word: string }) => word)).toEqual([
			"Angry",
			"angry",
		]);
	});

	it.each([
		["no text", {}],
		["a text that is a list", { text: ["happy"] }],
		["an unknown language", { text: "happy", lang: "fr" }],
		["Russian", { text: "Мы были очень счастливы" }],
		["more than 20,000 characters", { text: "a".repeat(20_001) }],
	])("refuses %s with 400", async (_, body) => {
		const answer = await ask("POST", "/emotions/suggest", body);
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({
			error: "Bad Request",
			code: "invalid_input",
			message: expect.any(String),
			field: expect.any(String),
		});
	});
});
