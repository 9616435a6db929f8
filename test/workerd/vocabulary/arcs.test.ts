import { env } from "cloudflare:workers";
import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "../../../src/context.ts";
import { openDatabase } from "../../../src/db/client.ts";
import { shapeValence } from "../../../src/vocabulary/arcs/analysis/story-shape.ts";
import type { Shape } from "../../../src/vocabulary/arcs/analysis/types.ts";
import { ArcComparison, DialogArc } from "../../../src/vocabulary/arcs/contract.ts";
import { arcOf, readArcSource } from "../../../src/vocabulary/arcs/read-arc.ts";
import { arcCache } from "../../../src/vocabulary/tables.ts";
import { testApi } from "../../support/api.ts";
import { type Ask, editor, NOBODY, newCategory, newEmotion, signedIn } from "../../support/vocabulary.ts";

const api = testApi();
let ask: Ask;
let admin: Ask;
let categoryId: string;
let joy: string;
let grief: string;
beforeAll(async () => {
	ask = await signedIn(api, "user_arcs");
	admin = await editor(api);
	categoryId = await newCategory(admin);
	const place = async (keyword: string, valence: number) =>
		String((await newEmotion(admin, { categoryId, keywords: [keyword], valence, arousal: 0.5 })).id);
	joy = await place("joy", 1);
	grief = await place("grief", -1);
});

/** A block that lies at this valence: the emotion says which way, the intensity how far. */
const block = (valence: number, speaker = "ANNA") => ({
	speaker,
	text: "…",
	emotionId: valence < 0 ? grief : joy,
	intensity: Math.min(1, Math.abs(valence)),
});
const drawn = (shape: Shape, blocks: number) =>
	Array.from({ length: blocks }, (_, i) =>
		block(0.8 * shapeValence(shape, i / (blocks - 1)), i % 2 ? "BEN" : "ANNA"),
	);
const dialogOf = async (blocks: unknown[], title = "Arc") =>
	(await ask("POST", "/dialogs", { title, lang: "en", blocks })).body.id as string;
const arc = (id: string, query = "") => ask("GET", `/dialogs/${id}/arc${query}`);
const cached = async (id: string) =>
	(await contextOf(env).db.select({ rows: count() }).from(arcCache).where(eq(arcCache.dialogId, id)).get())
		?.rows;

describe("GET /api/dialogs/:id/arc", () => {
	it("gives the whole analysis of a dialog that has a shape", async () => {
		const blocks = [...drawn("man_in_a_hole", 24), { speaker: "BEN", text: "untagged" }];
		const { status, body } = await arc(await dialogOf(blocks), "?points=30");
		expect(status).toBe(200);
		expect(DialogArc.parse(body)).toEqual(body);
		expect(body.coverage).toBe(0.96);
		expect(body.counts).toEqual({ blocks: 25, tagged: 24, suggested: 0, placed: 24 });
		expect(body.raw).toHaveLength(24);
		expect(body.raw[0]).toMatchObject({
			position: 0,
			at: 0,
			valence: 0.8,
			speaker: "ANNA",
			emotionId: joy,
			source: "tag",
		});
		expect(body.smoothed).toHaveLength(30);
		expect(body.shape).toMatchObject({ label: "man_in_a_hole", reason: null, message: null, pValue: 0.001 });
		expect(Object.keys(body.shape.scores)).toEqual([
			"rags_to_riches",
			"tragedy",
			"man_in_a_hole",
			"icarus",
			"cinderella",
			"oedipus",
		]);
		expect(body.turningPoints).toMatchObject([{ kind: "valley" }]);
		expect(body.speakers.map(({ speaker }: { speaker: string }) => speaker)).toEqual(["ANNA", "BEN"]);
		expect(body.speakers[0].dynamics.variability.valence).toBeGreaterThan(0);
		expect(body.dominantEmotions.map(({ keyword }: { keyword: string }) => keyword).toSorted()).toEqual([
			"grief",
			"joy",
		]);
		expect(body.dominantCategories).toMatchObject([{ categoryId, icon: "🧪", share: 1 }]);
		expect(body.volatility).toBeGreaterThan(0);
		expect(body.tension.peak.value).toBeGreaterThan(body.tension.mean);
	});

	it("names no shape under twenty tagged blocks, and says why", async () => {
		const { body } = await arc(await dialogOf(drawn("tragedy", 19)));
		expect(body.shape).toMatchObject({
			label: null,
			reason: "too_few_tagged_blocks",
			nearest: { shape: "tragedy" },
		});
		expect(body.shape.message).toContain("20");
	});

	it("answers for a dialog without blocks or tags", async () => {
		for (const blocks of [[], [{ text: "a" }, { text: "b" }]]) {
			const { status, body } = await arc(await dialogOf(blocks));
			expect(status).toBe(200);
			expect(body).toMatchObject({
				coverage: 0,
				raw: [],
				smoothed: [],
				turningPoints: [],
				tension: null,
				volatility: null,
			});
		}
	});

	it("keeps to a speaker when asked", async () => {
		const { body } = await arc(await dialogOf(drawn("icarus", 20)), "?speaker=BEN");
		expect(body.speaker).toBe("BEN");
		expect(body.counts.blocks).toBe(10);
		expect(body.raw.every(({ speaker }: { speaker: string }) => speaker === "BEN")).toBe(true);
	});

	it("takes what the words suggest for untagged blocks when asked, the second time from the cache", async () => {
		const id = await dialogOf([
			{ text: "I am so happy" },
			{ text: "I am not happy" },
			{ ...block(-1), text: "happy" },
		]);
		expect((await arc(id)).body.counts).toMatchObject({ tagged: 1, suggested: 0 });
		const first = await arc(id, "?suggest=true");
		expect(first.body.counts).toMatchObject({ tagged: 2, suggested: 1 });
		expect(first.body.raw.map(({ source }: { source: string }) => source)).toEqual(["suggestion", "tag"]);
		expect((await arc(id, "?suggest=true")).body).toEqual(first.body);
	});

	it.each(["?points=1", "?points=501", "?points=x", "?points=2.5", "?suggest=maybe"])(
		"refuses %s with 400",
		async (query) => {
			expect((await arc(await dialogOf([]), query)).status).toBe(400);
		},
	);

	it("is computed once for the same content, and again when it changes", async () => {
		const id = await dialogOf(drawn("cinderella", 24));
		const first = await arc(id);
		expect(await cached(id)).toBe(1);
		expect((await arc(id)).body).toEqual(first.body);
		expect(await cached(id)).toBe(1);
		const { body } = await ask("GET", `/dialogs/${id}`);
		await ask("PATCH", `/dialogs/${id}/blocks/${body.blocks[0].id}`, { intensity: 0.1 });
		const second = await arc(id);
		expect(second.headers.get("ETag")).not.toBe(first.headers.get("ETag"));
		expect(second.body.raw[0].valence).toBe(-0.1);
		expect(await cached(id)).toBe(2);
	});

	it("changes when an emotion it is made of is placed elsewhere", async () => {
		const emotion = await newEmotion(admin, { categoryId, keywords: ["xyzzy"], valence: 0.5 });
		const id = await dialogOf([{ text: "a", emotionId: emotion.id }]);
		expect((await arc(id)).body.raw[0].valence).toBe(0.5);
		await admin("PATCH", `/emotions/emotions/${emotion.id}`, { valence: -0.5 });
		expect((await arc(id)).body.raw[0].valence).toBe(-0.5);
	});

	it("changes when a word that suggests an emotion is added, not when one that it has no part in is", async () => {
		const id = await dialogOf([{ ...block(1), text: "plugh" }, { text: "plugh" }]);
		const [plain, suggesting] = [await arc(id), await arc(id, "?suggest=true")];
		expect(suggesting.body.counts.suggested).toBe(0);
		const added = await newEmotion(admin, { categoryId, keywords: ["plugh"], valence: -0.5, arousal: 0 });
		expect((await arc(id)).headers.get("ETag")).toBe(plain.headers.get("ETag"));
		const after = await arc(id, "?suggest=true");
		expect(after.body.counts.suggested).toBe(1);
		expect(after.headers.get("ETag")).not.toBe(suggesting.headers.get("ETag"));
		await admin("DELETE", `/emotions/emotions/${added.id}`);
		expect((await arc(id, "?suggest=true")).body.counts.suggested).toBe(0);
	});

	it("is answered from the cache without reading the vocabulary's keywords", async () => {
		const id = await dialogOf([{ text: "I am so happy" }, block(1)]);
		const { headers } = await arc(id, "?suggest=true");
		const read: string[] = [];
		const { DB } = env;
		const watched = new Proxy(DB, {
			get(database, property) {
				if (property !== "prepare") return Reflect.get(database, property).bind(database);
				return (sql: string) => {
					read.push(sql);
					return database.prepare(sql);
				};
			},
		});
		const context = { ...contextOf(env), db: openDatabase(watched) };
		const user = { kind: "user", userId: "user_arcs", permissions: new Set<string>() } as const;
		const query = { points: 100, suggest: true };
		const source = await readArcSource(context, user, id, query);
		expect(headers.get("ETag")).toBe(`"${source.hash}"`);
		expect(read.join()).not.toContain("keywords");
		const { emotions } = await arcOf(context, source);
		expect(emotions.length).toBe(2);
		expect(read.filter((sql) => sql.includes("keywords") && !sql.includes("json_each"))).toEqual([]);
	});

	it("keeps a bounded number of analyses a dialog, none after its deletion", async () => {
		const id = await dialogOf(drawn("oedipus", 20));
		for (let points = 2; points < 14; points++) {
			api.now += 1;
			expect((await arc(id, `?points=${points}`)).status).toBe(200);
		}
		expect(await cached(id)).toBe(8);
		await ask("DELETE", `/dialogs/${id}`);
		expect(await cached(id)).toBe(0);
	});

	it("answers 304 to whoever has it", async () => {
		const id = await dialogOf(drawn("icarus", 20));
		const { headers } = await arc(id);
		const again = await ask("GET", `/dialogs/${id}/arc`, undefined, {
			"If-None-Match": headers.get("ETag") ?? "",
		});
		expect([again.status, again.body]).toEqual([304, ""]);
	});

	it("answers for 5,000 blocks", async () => {
		const { status, body } = await arc(await dialogOf(drawn("man_in_a_hole", 5_000)));
		expect(status).toBe(200);
		expect(body.raw).toHaveLength(5_000);
		expect(body.shape.label).toBe("man_in_a_hole");
	});
});

describe("GET /api/dialogs/:id/arc.svg", () => {
	const picture = (id: string, query = "") => ask("GET", `/dialogs/${id}/arc.svg${query}`);

	it("draws the arc as a picture that stands alone and cannot run anything", async () => {
		const id = await dialogOf(drawn("man_in_a_hole", 24), `<script>"Tom" & 'Ann'</script>\u0001`);
		const { status, body, headers } = await picture(id);
		expect(status).toBe(200);
		expect(headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
		expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
		expect(body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
		expect(body).toContain("&lt;script&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/script&gt;<");
		expect(body).toContain("Man in a hole · r² = 1.00 · p ≤ 0.001");
		expect(body).toContain("valley · ");
		expect(body).not.toMatch(/NaN|undefined|href|<script/);
	});

	it("comes light, dark or as the reader's system", async () => {
		const id = await dialogOf(drawn("icarus", 20));
		const [auto, light, dark] = await Promise.all(
			["", "?theme=light", "?theme=dark"].map((query) => picture(id, query)),
		);
		expect(auto?.body).toContain("prefers-color-scheme:dark");
		expect(light?.body).not.toContain("prefers-color-scheme");
		expect(light?.body).toContain(".paper{fill:#ffffff}");
		expect(dark?.body).toContain(".paper{fill:#14171f}");
		expect((await picture(id, "?theme=pink")).status).toBe(400);
	});

	it("draws a dialog without any tag and says so, in its language", async () => {
		const { body: dialog } = await ask("POST", "/dialogs", {
			title: "Порожньо",
			lang: "uk",
			blocks: [{ text: "а" }],
		});
		const { status, body } = await picture(dialog.id);
		expect(status).toBe(200);
		expect(body).toContain("Жоден блок ще не має емоції");
	});
});

describe("POST /api/dialogs/:id/arc/compare", () => {
	const compare = (id: string, body: unknown) => ask("POST", `/dialogs/${id}/arc/compare`, body);

	it("says how far a dialog is from another, and where they part", async () => {
		const shared = Array.from({ length: 15 }, (_, i) => 0.3 + (i % 2) * 0.05);
		const up = await dialogOf([...shared, ...shared.map(() => 0.9)].map((v) => block(v)));
		const down = await dialogOf([...shared, ...shared.map(() => -0.9)].map((v) => block(v)));
		const { status, body } = await compare(up, { dialogId: down });
		expect(status).toBe(200);
		expect(ArcComparison.parse(body)).toEqual(body);
		expect(body).toMatchObject({ dialogId: up, with: { dialogId: down } });
		expect(body.distance).toBeGreaterThan(0.5);
		expect(body.firstParting).toBeGreaterThan(0.3);
		expect(body.partings.at(-1).difference).toBeGreaterThan(1);
		expect(body.curves.map((curve: unknown[]) => curve.length)).toEqual([100, 100]);
		expect((await compare(up, { dialogId: up })).body).toMatchObject({
			distance: 0,
			partings: [],
			firstParting: null,
		});
	});

	it("holds a dialog against the shape it was meant to have", async () => {
		const id = await dialogOf(drawn("cinderella", 30));
		const meant = (await compare(id, { shape: "cinderella" })).body;
		const other = (await compare(id, { shape: "oedipus" })).body;
		expect(meant.shapeDistance).toBeLessThan(0.1);
		expect(other.shapeDistance).toBeGreaterThan(1.5);
		expect(other.partings.length).toBeGreaterThan(meant.partings.length);
	});

	it("refuses what it cannot compare with", async () => {
		const id = await dialogOf(drawn("icarus", 20));
		const empty = await dialogOf([]);
		const stranger = await signedIn(api, "user_arcs_other");
		const theirs = (await stranger("POST", "/dialogs", { title: "Theirs", blocks: [] })).body.id;
		for (const body of [{}, { shape: "square" }, { dialogId: "x" }, []])
			expect((await compare(id, body)).status).toBe(400);
		expect((await compare(id, { dialogId: NOBODY })).status).toBe(404);
		expect((await compare(id, { dialogId: theirs })).status).toBe(404);
		expect((await compare(id, { dialogId: empty })).status).toBe(409);
		expect((await compare(empty, { shape: "icarus" })).status).toBe(409);
	});
});
