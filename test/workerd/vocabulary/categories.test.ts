import { beforeAll, describe, expect, it } from "vitest";
import { NOW, testApi } from "../../support/api.ts";
import { type Ask, editor, NOBODY, newCategory, newEmotion, UUID } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
beforeAll(async () => {
	ask = await editor(api);
});

const at = (id: unknown) => `/emotions/categories/${id}`;
const create = (fields: Record<string, unknown> = {}) =>
	ask("POST", "/emotions/categories", { icon: "☀️", name: "Joy", order: 900, ...fields });

describe("POST /api/emotions/categories", () => {
	it("answers 201 with the category and its name in all three languages", async () => {
		const { status, body } = await create({ name: "happy" });
		expect(status).toBe(201);
		expect(body).toEqual({
			id: expect.stringMatching(UUID),
			icon: "☀️",
			name: "happy",
			order: 900,
			createdAt: new Date(NOW).toISOString(),
			updatedAt: new Date(NOW).toISOString(),
			nameI18n: { uk: "щасливий", en: "happy", es: "feliz" },
		});
	});

	it.each([
		["no icon", { icon: undefined }, "icon"],
		["a blank icon", { icon: " " }, "icon"],
		["no name", { name: undefined }, "name"],
		["a blank name", { name: "" }, "name"],
		["Russian", { name: "Радость и счастье" }, "name"],
		["no order", { order: undefined }, "order"],
		["a negative order", { order: -1 }, "order"],
		["half an order", { order: 1.5 }, "order"],
		["an order that is text", { order: "1" }, "order"],
	])("refuses %s with 400", async (_, fields, field) => {
		const { status, body } = await create(fields);
		expect(status).toBe(400);
		expect(body).toEqual({ error: "Bad Request", code: "invalid_input", message: expect.any(String), field });
	});
});

describe("GET /api/emotions/categories", () => {
	it("lists by order, then by name", async () => {
		for (const [name, order] of [
			["Zeal", 7001],
			["Bravery", 7002],
			["Apathy", 7002],
		])
			await create({ name, order, lang: "en" });
		const { status, body } = await ask("GET", "/emotions/categories");
		expect(status).toBe(200);
		const own = body.filter(({ order }: { order: number }) => order > 7000 && order < 7010);
		expect(own.map(({ name }: { name: string }) => name)).toEqual(["Zeal", "Apathy", "Bravery"]);
		const orders = body.map(({ order }: { order: number }) => order);
		expect(orders).toEqual(orders.toSorted((a: number, b: number) => a - b));
	});

	it("gets one by its id; 404 for an unknown and 400 for a malformed one", async () => {
		const { body } = await create();
		expect((await ask("GET", at(body.id))).body).toEqual(body);
		expect((await ask("GET", at(NOBODY))).status).toBe(404);
		expect((await ask("GET", at("first"))).status).toBe(400);
	});
});

describe("GET /api/emotions/categories/with-emotions", () => {
	it("gives each category its emotions, and an empty list to one without", async () => {
		const empty = await newCategory(ask);
		const full = await newCategory(ask);
		const emotion = await newEmotion(ask, { categoryId: full, keywords: ["happy"] });
		const { status, body } = await ask("GET", "/emotions/categories/with-emotions");
		expect(status).toBe(200);
		const of = (id: string) => body.find((category: { id: string }) => category.id === id);
		expect(of(empty).emotions).toEqual([]);
		const { createdAt: _, updatedAt: __, ...category } = (await ask("GET", at(full))).body;
		expect(of(full)).toEqual({
			...category,
			emotions: [
				{
					id: emotion.id,
					emoji: emotion.emoji,
					keywords: ["happy"],
					categoryId: full,
					keywordsI18n: { uk: ["щасливий"], en: ["happy"], es: ["feliz"] },
				},
			],
		});
	});
});

describe.each(["PUT", "PATCH"])("%s /api/emotions/categories/:id", (method) => {
	it("changes what is given; a changed name is translated again", async () => {
		const { body: before } = await create({ name: "happy" });
		api.now += 1_000;
		const reordered = await ask(method, at(before.id), { order: 3 });
		expect(reordered.status).toBe(200);
		expect(reordered.body).toEqual({ ...before, order: 3, updatedAt: new Date(api.now).toISOString() });
		const renamed = await ask(method, at(before.id), { name: "сумний" });
		expect(renamed.body).toMatchObject({
			name: "сумний",
			nameI18n: { uk: "сумний", en: "sad", es: "triste" },
			order: 3,
		});
	});

	it("refuses what creation refuses, and unknown and malformed ids", async () => {
		const { body } = await create();
		expect((await ask(method, at(body.id), { order: -1 })).status).toBe(400);
		expect((await ask(method, at(body.id), { name: " " })).status).toBe(400);
		expect((await ask("GET", at(body.id))).body).toEqual(body);
		expect((await ask(method, at(NOBODY), { order: 1 })).status).toBe(404);
		expect((await ask(method, at("x"), { order: 1 })).status).toBe(400);
	});
});

describe("DELETE /api/emotions/categories/:id", () => {
	it("answers 204 without a body, then 404", async () => {
		const id = await newCategory(ask);
		const { status, body } = await ask("DELETE", at(id));
		expect([status, body]).toEqual([204, ""]);
		expect((await ask("DELETE", at(id))).status).toBe(404);
		expect((await ask("DELETE", at("x"))).status).toBe(400);
	});

	it("is a conflict while the category has emotions, and deletes nothing", async () => {
		const categoryId = await newCategory(ask);
		const emotion = await newEmotion(ask, { categoryId });
		const { status, body } = await ask("DELETE", at(categoryId));
		expect(status).toBe(409);
		expect(body).toEqual({ error: "Conflict", code: "conflict", message: expect.any(String) });
		expect((await ask("GET", at(categoryId))).status).toBe(200);
		expect((await ask("GET", `/emotions/emotions/${emotion.id}`)).status).toBe(200);
	});

	it("never leaves an emotion without its category when both happen at once", async () => {
		for (let i = 0; i < 5; i++) {
			const categoryId = await newCategory(ask);
			const [created, deleted] = await Promise.all([
				ask("POST", "/emotions/emotions", { emoji: "🙂", keywords: ["happy"], categoryId }),
				ask("DELETE", at(categoryId)),
			]);
			expect([`201 409`, `400 204`]).toContain(`${created.status} ${deleted.status}`);
		}
	});
});
