import { beforeAll, describe, expect, it } from "vitest";
import { NOW, testApi } from "../../support/api.ts";
import { type Ask, editor, ISO, NOBODY, newEmotion, signedIn, UUID } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let emotionId: string;
beforeAll(async () => {
	ask = await signedIn(api, "user_dialogs");
	({ id: emotionId } = (await newEmotion(await editor(api))) as unknown as { id: string });
});

const BLOCKS = [
	{ speaker: "ANNA", text: "You came." },
	{ speaker: "BEN", text: "I did." },
	{ speaker: "ANNA", text: "I am happy." },
];
const create = (fields: Record<string, unknown> = {}) =>
	ask("POST", "/dialogs", { title: "The station", blocks: BLOCKS, ...fields });
const at = (id: string) => `/dialogs/${id}`;
const texts = (dialog: { blocks: { text: string }[] }) => dialog.blocks.map(({ text }) => text);
const positions = (dialog: { blocks: { position: number }[] }) =>
	dialog.blocks.map(({ position }) => position);

describe("POST /api/dialogs", () => {
	it("answers 201 with the dialog, its blocks numbered, and its entity tag", async () => {
		const tagged = { speaker: "BEN", text: "Me too.", emotionId, intensity: 0.5 };
		const { status, body, headers } = await create({ blocks: [BLOCKS[0], tagged] });
		expect(status).toBe(201);
		expect(headers.get("ETag")).toBe('"1"');
		expect(body).toEqual({
			id: expect.stringMatching(UUID),
			title: "The station",
			lang: "en",
			createdAt: expect.stringMatching(ISO),
			updatedAt: new Date(NOW).toISOString(),
			blocks: [
				{
					id: expect.stringMatching(UUID),
					position: 0,
					speaker: "ANNA",
					text: "You came.",
					emotionId: null,
					intensity: 1,
				},
				{ id: expect.stringMatching(UUID), position: 1, ...tagged },
			],
		});
		expect((await ask("GET", at(body.id))).body).toEqual(body);
	});

	it("takes a dialog without blocks, and tells the language of the text", async () => {
		expect((await create({ blocks: undefined, title: "Зустріч" })).body).toMatchObject({
			lang: "uk",
			blocks: [],
		});
		expect((await create({ blocks: [{ text: "¿Por qué estás tan triste hoy?" }] })).body.lang).toBe("es");
		expect((await create({ lang: "uk" })).body.lang).toBe("uk");
	});

	it("orders blocks by position where it is given", async () => {
		const { body } = await create({ blocks: BLOCKS.map((block, i) => ({ ...block, position: 2 - i })) });
		expect(texts(body)).toEqual(["I am happy.", "I did.", "You came."]);
		expect(positions(body)).toEqual([0, 1, 2]);
	});

	it("stores 5,000 blocks, in any script, and gives them back in order", async () => {
		api.now += 1_000;
		const blocks = Array.from({ length: 5_000 }, (_, i) => ({
			speaker: `Мовець ${i % 7}`,
			text: `Репліка № ${i} ${"щ".repeat(150)} 😀`,
		}));
		const { status, body } = await create({ blocks, lang: "uk" });
		expect(status).toBe(201);
		const found = await ask("GET", at(body.id));
		expect(texts(found.body)).toEqual(blocks.map(({ text }) => text));
		const listed = await ask("GET", "/dialogs?limit=1");
		expect(listed.body[0]).toMatchObject({ id: body.id, blockCount: 5_000 });
	});

	it.each([
		["no title", { title: undefined }, "title"],
		["a blank title", { title: " " }, "title"],
		["an unknown language", { lang: "ru" }, "lang"],
		["Russian", { blocks: [{ text: "Мы были очень счастливы" }] }, "lang"],
		["blocks that are text", { blocks: "ANNA: Hi" }, "blocks"],
		["a block without text", { blocks: [{ speaker: "ANNA" }] }, "blocks[0].text"],
		["an intensity beyond 1", { blocks: [{ text: "a", intensity: 1.5 }] }, "blocks[0].intensity"],
		["a negative intensity", { blocks: [{ text: "a", intensity: -0.1 }] }, "blocks[0].intensity"],
		["a tag that is no UUID", { blocks: [{ text: "a", emotionId: "joy" }] }, "blocks[0].emotionId"],
		[
			"a tag that names nothing",
			{ blocks: [{ text: "a" }, { text: "b", emotionId: NOBODY }] },
			"blocks[1].emotionId",
		],
		["a text of 5,001 characters", { blocks: [{ text: "a".repeat(5_001) }] }, "blocks[0].text"],
		[
			"two blocks with one id",
			{
				blocks: [
					{ text: "a", id: NOBODY },
					{ text: "b", id: NOBODY },
				],
			},
			"blocks[1].id",
		],
		["5,001 blocks", { blocks: Array.from({ length: 5_001 }, () => ({ text: "a" })) }, "blocks"],
	])("refuses %s with 400 and stores nothing", async (_, fields, field) => {
		const before = (await ask("GET", "/dialogs?limit=200")).body.length;
		const { status, body } = await create(fields);
		expect(status).toBe(400);
		expect(body).toEqual({ error: "Bad Request", code: "invalid_input", message: expect.any(String), field });
		expect((await ask("GET", "/dialogs?limit=200")).body).toHaveLength(before);
	});

	it("refuses more than 4 MiB with 413", async () => {
		expect((await ask("POST", "/dialogs", JSON.stringify({ title: "x".repeat(17_000_000) }))).status).toBe(
			413,
		);
	});
});

describe("GET /api/dialogs", () => {
	it("lists the person's own dialogs, newest first, without blocks", async () => {
		const own = await signedIn(api, "user_lists");
		for (const title of ["First", "Second", "Third"]) {
			api.now += 1_000;
			await own("POST", "/dialogs", { title, blocks: BLOCKS });
		}
		const { status, body } = await own("GET", "/dialogs");
		expect(status).toBe(200);
		expect(
			body.map(({ title, blockCount }: { title: string; blockCount: number }) => [title, blockCount]),
		).toEqual([
			["Third", 3],
			["Second", 3],
			["First", 3],
		]);
		expect(body[0]).not.toHaveProperty("blocks");
		expect((await own("GET", "/dialogs?limit=1&offset=1")).body).toMatchObject([{ title: "Second" }]);
		expect((await own("GET", "/dialogs?limit=0")).status).toBe(400);
	});

	it("answers 304 to whoever has the version already", async () => {
		const { body, headers } = await create();
		const known = { "If-None-Match": `"other", ${headers.get("ETag")}` };
		const answer = await ask("GET", at(body.id), undefined, known);
		expect([answer.status, answer.body]).toEqual([304, ""]);
	});
});

describe("somebody else's dialog", () => {
	it("is as unknown as one that never was, whatever is asked of it", async () => {
		const { body } = await create();
		const stranger = await signedIn(api, "user_stranger", { permissions: ["emotion:edit"] });
		const block = body.blocks[0].id;
		const requests: [string, string, unknown?][] = [
			["GET", ""],
			["PUT", "", { title: "Mine", blocks: [] }],
			["PATCH", "", { title: "Mine" }],
			["POST", "/blocks", { text: "Hi" }],
			["PATCH", `/blocks/${block}`, { text: "Hi" }],
			["DELETE", `/blocks/${block}`],
			["PUT", "/order", { blockIds: body.blocks.map(({ id }: { id: string }) => id) }],
			["GET", "/arc"],
			["GET", "/arc.svg"],
			["POST", "/arc/compare", { shape: "icarus" }],
			["DELETE", ""],
		];
		for (const [method, path, sent] of requests) {
			const theirs = await stranger(method, `${at(body.id)}${path}`, sent);
			const nobodys = await stranger(method, `${at(NOBODY)}${path}`, sent);
			expect([method, path, theirs.status]).toEqual([method, path, 404]);
			expect(theirs.body).toEqual(nobodys.body);
		}
		expect((await ask("GET", at(body.id))).body).toEqual(body);
	});
});

describe("PUT and PATCH /api/dialogs/:id", () => {
	it("replaces it, keeping the blocks that are sent with their ids", async () => {
		const { body } = await create();
		const [first, , third] = body.blocks;
		const blocks = [third, { speaker: "BEN", text: "New." }, first].map(({ position: _, ...block }) => block);
		api.now += 5_000;
		const { status, body: after, headers } = await ask("PUT", at(body.id), { title: "Later", blocks });
		expect(status).toBe(200);
		expect(headers.get("ETag")).toBe('"2"');
		expect(after).toMatchObject({ id: body.id, title: "Later", createdAt: body.createdAt });
		expect(after.updatedAt).toBe(new Date(api.now).toISOString());
		expect(texts(after)).toEqual(["I am happy.", "New.", "You came."]);
		expect([after.blocks[0].id, after.blocks[2].id]).toEqual([third.id, first.id]);
		expect((await ask("GET", at(body.id))).body).toEqual(after);
	});

	it("gives a block with a foreign id one of its own, and leaves the other dialog alone", async () => {
		const one = (await create()).body;
		const other = (await create()).body;
		const { status, body } = await ask("PUT", at(other.id), { title: "Copy", blocks: one.blocks });
		expect(status).toBe(200);
		expect(body.blocks.map(({ id }: { id: string }) => id)).not.toContain(one.blocks[0].id);
		expect((await ask("GET", at(one.id))).body).toEqual(one);
	});

	it("PATCH leaves what is not sent", async () => {
		const { body } = await create();
		const { status, body: after } = await ask("PATCH", at(body.id), { title: "Renamed" });
		expect(status).toBe(200);
		expect(after).toEqual({ ...body, title: "Renamed", updatedAt: after.updatedAt });
	});

	it("PUT needs a title and blocks", async () => {
		const { body } = await create();
		expect((await ask("PUT", at(body.id), { title: "No blocks" })).status).toBe(400);
		expect((await ask("PUT", at(body.id), { blocks: [] })).status).toBe(400);
		expect((await ask("GET", at(body.id))).body).toEqual(body);
	});
});

describe("optimistic concurrency", () => {
	it("lets a change through that knows the newest version, and stops one that does not", async () => {
		const { body, headers } = await create();
		const ifMatch = { "If-Match": headers.get("ETag") ?? "" };
		expect((await ask("PATCH", at(body.id), { title: "One" }, ifMatch)).status).toBe(200);
		const stale = await ask("PATCH", at(body.id), { title: "Two" }, ifMatch);
		expect(stale.status).toBe(412);
		expect(stale.body).toEqual({
			error: "Precondition failed",
			code: "precondition_failed",
			message: expect.any(String),
		});
		expect((await ask("GET", at(body.id))).body.title).toBe("One");
	});

	it("guards every way to change a dialog", async () => {
		const { body } = await create();
		const block = `/blocks/${body.blocks[0].id}`;
		const ids = body.blocks.map(({ id }: { id: string }) => id);
		const changes: [string, string, unknown?][] = [
			["PUT", "", { title: "x", blocks: [] }],
			["POST", "/blocks", { text: "x" }],
			["PATCH", block, { text: "x" }],
			["DELETE", block],
			["PUT", "/order", { blockIds: ids.toReversed() }],
			["DELETE", ""],
		];
		for (const [method, path, sent] of changes) {
			for (const tag of ['"99"', 'W/"1"', "1"]) {
				const answer = await ask(method, `${at(body.id)}${path}`, sent, { "If-Match": tag });
				expect([method, path, answer.status]).toEqual([method, path, 412]);
			}
		}
		expect((await ask("GET", at(body.id))).body).toEqual(body);
		expect((await ask("PATCH", at(body.id), { title: "x" }, { "If-Match": "*" })).status).toBe(200);
	});

	it("lets exactly one of several changes of the same version win", async () => {
		const { body } = await create();
		const answers = await Promise.all(
			Array.from({ length: 6 }, (_, i) =>
				ask("PATCH", at(body.id), { title: `Title ${i}` }, { "If-Match": '"1"' }),
			),
		);
		const won = answers.filter(({ status }) => status === 200);
		expect(won).toHaveLength(1);
		expect(answers.filter(({ status }) => status === 412)).toHaveLength(5);
		expect((await ask("GET", at(body.id))).body.title).toBe(won[0]?.body.title);
	});
});

describe("DELETE /api/dialogs/:id", () => {
	it("answers 204, and everything of it is gone", async () => {
		const { body } = await create();
		await ask("GET", `${at(body.id)}/arc`);
		const { status, body: nothing } = await ask("DELETE", at(body.id));
		expect([status, nothing]).toEqual([204, ""]);
		expect((await ask("GET", at(body.id))).status).toBe(404);
		expect((await ask("DELETE", at(body.id))).status).toBe(404);
		expect((await ask("DELETE", at("x"))).status).toBe(400);
	});
});

describe("an emotion that is deleted", () => {
	it("leaves its blocks without a tag and the dialog with a new version", async () => {
		const admin = await editor(api);
		const { id } = (await newEmotion(admin)) as unknown as { id: string };
		const { body } = await create({ blocks: [{ text: "a", emotionId: id }] });
		await admin("DELETE", `/emotions/emotions/${id}`);
		const { body: after, headers } = await ask("GET", at(body.id));
		expect(after.blocks[0].emotionId).toBeNull();
		expect(headers.get("ETag")).toBe('"2"');
	});
});

describe("a person whose account is erased", () => {
	it("leaves no dialog behind, and nobody else loses one", async () => {
		const gone = await signedIn(api, "user_gone");
		for (let i = 0; i < 21; i++) await gone("POST", "/dialogs", { title: `Dialog ${i}`, blocks: BLOCKS });
		const { body } = await create();
		const erased = await gone("DELETE", "/account");
		expect(erased.body.data.erased.dialogs).toBe(21);
		expect((await gone("GET", "/dialogs")).body).toEqual([]);
		expect((await ask("GET", at(body.id))).status).toBe(200);
	});
});
