import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { type Ask, editor, newCategory, newEmotion } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let ids: Record<"emotion" | "category" | "dialog" | "block", string>;
beforeAll(async () => {
	ask = await editor(api, "user_unfriendly");
	const category = await newCategory(ask);
	const emotion = String((await newEmotion(ask, { categoryId: category })).id);
	const { body } = await ask("POST", "/dialogs", {
		title: "Target",
		lang: "en",
		blocks: [{ text: "a" }, { text: "b" }],
	});
	ids = { category, emotion, dialog: body.id, block: body.blocks[0].id };
});

const strange = fc.oneof(
	fc.constantFrom(
		null,
		"",
		" ",
		"\u0000",
		"\ud800",
		"😀",
		"'; DROP TABLE emotions; --",
		"__proto__",
		-1,
		1e308,
		0.5,
		[],
		{},
		true,
	),
	fc.string({ unit: "grapheme", maxLength: 20 }),
	fc.array(fc.constantFrom("", "happy", null, 1, "щасливий", "\ud800"), { maxLength: 4 }),
);
const FIELDS = [
	"emoji",
	"keywords",
	"categoryId",
	"lang",
	"valence",
	"icon",
	"name",
	"order",
	"uk",
	"es",
	"text",
	"title",
	"blocks",
	"speaker",
	"position",
	"intensity",
	"emotionId",
	"blockIds",
	"format",
	"content",
	"dialogId",
	"shape",
	"__proto__",
];
const body = fc.oneof(
	fc.dictionary(fc.constantFrom(...FIELDS), strange, { maxKeys: 8 }),
	fc.record({
		title: fc.constant("x"),
		blocks: fc.array(fc.dictionary(fc.constantFrom(...FIELDS), strange, { maxKeys: 5 }), { maxLength: 3 }),
	}),
	strange,
);

describe("bodies of every kind", () => {
	const targets: [string, () => string][] = [
		["POST", () => "/emotions/emotions"],
		["PATCH", () => `/emotions/emotions/${ids.emotion}`],
		["PUT", () => `/emotions/emotions/${ids.emotion}/translations`],
		["POST", () => "/emotions/categories"],
		["PUT", () => `/emotions/categories/${ids.category}`],
		["PUT", () => `/emotions/categories/${ids.category}/translations`],
		["POST", () => "/emotions/suggest"],
		["POST", () => "/dialogs"],
		["POST", () => "/dialogs/import"],
		["PATCH", () => `/dialogs/${ids.dialog}`],
		["PUT", () => `/dialogs/${ids.dialog}`],
		["POST", () => `/dialogs/${ids.dialog}/blocks`],
		["PATCH", () => `/dialogs/${ids.dialog}/blocks/${ids.block}`],
		["PUT", () => `/dialogs/${ids.dialog}/order`],
		["POST", () => `/dialogs/${ids.dialog}/arc/compare`],
	];

	it.each(targets)("%s answers with a refusal or does it, and never fails", async (method, path) => {
		await fc.assert(
			fc.asyncProperty(body, async (sent) => {
				const answer = await ask(method, path(), JSON.stringify(sent));
				expect(answer.status).toBeLessThan(500);
				if (answer.status >= 400) expect(answer.body.error).toEqual(expect.any(String));
			}),
			{ numRuns: 25 },
		);
	});
});

describe("paths of every kind", () => {
	it("answer 400, 404 or 405, and never fail", async () => {
		const part = fc.constantFrom(
			"emotions",
			"categories",
			"dialogs",
			"arc",
			"arc.svg",
			"with-emotions",
			"%00",
			"%ud8",
			"..",
			"1",
			"é",
			"blocks",
			"order",
		);
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom("GET", "PUT", "DELETE", "POST"),
				fc.array(part, { minLength: 1, maxLength: 4 }),
				async (method, parts) => {
					const { status } = await ask(method, `/${parts.join("/")}`, method === "GET" ? undefined : {});
					expect([200, 400, 404, 405]).toContain(status);
				},
			),
			{ numRuns: 120 },
		);
	});

	it("a known path under another method is 405 and says which ones it knows", async () => {
		const { status, headers } = await ask("POST", `/emotions/emotions/${ids.emotion}`, {});
		expect(status).toBe(405);
		expect(headers.get("Allow")).toBe("DELETE, GET, PATCH, PUT");
	});
});
