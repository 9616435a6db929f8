import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import { type Ask, editor, NOBODY, newEmotion, signedIn } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let emotionId: string;
beforeAll(async () => {
	ask = await signedIn(api, "user_blocks");
	({ id: emotionId } = (await newEmotion(await editor(api))) as unknown as { id: string });
});

const dialogOf = async (texts: readonly string[]) =>
	(await ask("POST", "/dialogs", { title: "Blocks", lang: "en", blocks: texts.map((text) => ({ text })) }))
		.body;
const read = async (id: string) => (await ask("GET", `/dialogs/${id}`)).body;
const texts = async (id: string) =>
	(await read(id)).blocks.map(({ text }: { text: string }) => text).join("");
const positions = async (id: string) =>
	(await read(id)).blocks.map(({ position }: { position: number }) => position);

describe("PATCH /api/dialogs/:id/blocks/:blockId", () => {
	it("changes one block and no other, and the dialog's version", async () => {
		const dialog = await dialogOf(["a", "b", "c"]);
		const block = dialog.blocks[1];
		const path = `/dialogs/${dialog.id}/blocks/${block.id}`;
		const { status, body, headers } = await ask("PATCH", path, {
			text: "B",
			emotionId,
			intensity: 0.3,
			speaker: "ANNA",
		});
		expect(status).toBe(200);
		expect(body).toEqual({
			id: block.id,
			position: 1,
			speaker: "ANNA",
			text: "B",
			emotionId,
			intensity: 0.3,
		});
		expect(headers.get("ETag")).toBe('"2"');
		const after = await read(dialog.id);
		expect(after.blocks).toEqual([dialog.blocks[0], body, dialog.blocks[2]]);
		expect((await ask("PATCH", path, { emotionId: null })).body.emotionId).toBeNull();
	});

	it.each([
		[0, 3, "bcda"],
		[3, 0, "dabc"],
		[1, 2, "acbd"],
		[2, 2, "abcd"],
		[0, 99, "bcda"],
	])("moves block %i to %i", async (from, position, expected) => {
		const dialog = await dialogOf(["a", "b", "c", "d"]);
		const { status, body } = await ask("PATCH", `/dialogs/${dialog.id}/blocks/${dialog.blocks[from].id}`, {
			position,
		});
		expect(status).toBe(200);
		expect(body.position).toBe(Math.min(position, 3));
		expect(await texts(dialog.id)).toBe(expected);
		expect(await positions(dialog.id)).toEqual([0, 1, 2, 3]);
	});

	it.each([
		["an intensity beyond 1", { intensity: 2 }, 400],
		["a tag that names nothing", { emotionId: NOBODY }, 400],
		["a negative position", { position: -1 }, 400],
		["text that is a number", { text: 1 }, 400],
	])("refuses %s and changes nothing", async (_, changes, expected) => {
		const dialog = await dialogOf(["a", "b"]);
		const answer = await ask("PATCH", `/dialogs/${dialog.id}/blocks/${dialog.blocks[0].id}`, changes);
		expect(answer.status).toBe(expected);
		expect(await read(dialog.id)).toEqual(dialog);
	});

	it("answers 404 for a block of another dialog, and 400 for a malformed id", async () => {
		const [one, other] = [await dialogOf(["a"]), await dialogOf(["b"])];
		expect(
			(await ask("PATCH", `/dialogs/${one.id}/blocks/${other.blocks[0].id}`, { text: "x" })).status,
		).toBe(404);
		expect((await ask("PATCH", `/dialogs/${one.id}/blocks/1`, { text: "x" })).status).toBe(400);
		expect(await texts(other.id)).toBe("b");
	});
});

describe("POST and DELETE of blocks", () => {
	it("inserts at a place, or at the end", async () => {
		const dialog = await dialogOf(["a", "b"]);
		const path = `/dialogs/${dialog.id}/blocks`;
		const { status, body } = await ask("POST", path, { text: "x", position: 1 });
		expect([status, body.position]).toEqual([201, 1]);
		expect((await ask("POST", path, { text: "y" })).body.position).toBe(3);
		expect((await ask("POST", path, { text: "z", position: 50 })).body.position).toBe(4);
		expect(await texts(dialog.id)).toBe("axbyz");
		expect(await positions(dialog.id)).toEqual([0, 1, 2, 3, 4]);
		expect((await ask("POST", path, { speaker: "A" })).status).toBe(400);
	});

	it("takes one out and closes the gap", async () => {
		const dialog = await dialogOf(["a", "b", "c"]);
		const path = `/dialogs/${dialog.id}/blocks/${dialog.blocks[0].id}`;
		expect((await ask("DELETE", path)).status).toBe(204);
		expect(await texts(dialog.id)).toBe("bc");
		expect(await positions(dialog.id)).toEqual([0, 1]);
		expect((await ask("DELETE", path)).status).toBe(404);
	});

	it("refuses the 5,001st block with 409", async () => {
		const dialog = await dialogOf(Array.from({ length: 5_000 }, () => "a"));
		const { status } = await ask("POST", `/dialogs/${dialog.id}/blocks`, { text: "one too many" });
		expect(status).toBe(409);
	});

	it("numbers blocks without gaps when several are inserted at once", async () => {
		const dialog = await dialogOf(["a", "b"]);
		const answers = await Promise.all(
			["1", "2", "3"].map((text) => ask("POST", `/dialogs/${dialog.id}/blocks`, { text, position: 1 })),
		);
		const stored = answers.filter(({ status }) => status === 201).length;
		expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
		expect(await positions(dialog.id)).toEqual(Array.from({ length: 2 + stored }, (_, i) => i));
	});
});

describe("PUT /api/dialogs/:id/order", () => {
	it("puts all blocks in the order named", async () => {
		const dialog = await dialogOf(["a", "b", "c"]);
		const ids = dialog.blocks.map(({ id }: { id: string }) => id);
		const { status, body } = await ask("PUT", `/dialogs/${dialog.id}/order`, {
			blockIds: [ids[2], ids[0], ids[1]],
		});
		expect(status).toBe(200);
		expect(body.blocks.map(({ text }: { text: string }) => text)).toEqual(["c", "a", "b"]);
		expect(await read(dialog.id)).toEqual(body);
	});

	it("reorders 5,000 blocks", async () => {
		const dialog = await dialogOf(Array.from({ length: 5_000 }, (_, i) => `${i}`));
		const ids = dialog.blocks.map(({ id }: { id: string }) => id).toReversed();
		expect((await ask("PUT", `/dialogs/${dialog.id}/order`, { blockIds: ids })).status).toBe(200);
		expect((await read(dialog.id)).blocks.map(({ id }: { id: string }) => id)).toEqual(ids);
	});

	it("refuses a list that misses, repeats or invents a block, and changes nothing", async () => {
		const dialog = await dialogOf(["a", "b"]);
		const [a, b] = dialog.blocks.map(({ id }: { id: string }) => id);
		for (const blockIds of [[a], [a, a], [a, b, a], [a, b, NOBODY], [a, NOBODY], []]) {
			const { status, body } = await ask("PUT", `/dialogs/${dialog.id}/order`, { blockIds });
			expect([status, body.field]).toEqual([400, "blockIds"]);
		}
		expect(await read(dialog.id)).toEqual(dialog);
	});
});

it("keeps the order a list would have under any sequence of insertions, moves and deletions", async () => {
	const step = fc.record({
		kind: fc.constantFrom("insert", "move", "delete"),
		from: fc.nat(9),
		to: fc.nat(9),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
			const dialog = await dialogOf(["a", "b", "c"]);
			const model: string[] = dialog.blocks.map(({ id }: { id: string }) => id);
			for (const { kind, from, to } of steps) {
				const block = model[from % Math.max(1, model.length)];
				const path = `/dialogs/${dialog.id}/blocks`;
				if (kind === "insert") {
					const { body } = await ask("POST", path, { text: "new", position: to });
					model.splice(Math.min(to, model.length), 0, body.id);
				} else if (block !== undefined && kind === "move") {
					await ask("PATCH", `${path}/${block}`, { position: to });
					model.splice(model.indexOf(block), 1);
					model.splice(Math.min(to, model.length), 0, block);
				} else if (block !== undefined) {
					await ask("DELETE", `${path}/${block}`);
					model.splice(model.indexOf(block), 1);
				}
			}
			const after = await read(dialog.id);
			expect(after.blocks.map(({ id }: { id: string }) => id)).toEqual(model);
			expect(after.blocks.map(({ position }: { position: number }) => position)).toEqual(
				model.map((_, i) => i),
			);
		}),
		{ numRuns: 12 },
	);
});
