import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../../src/context.ts";
import { EMOJI, type Emotion } from "../../../src/emotions.ts";
import { moodEntries } from "../../../src/journal/tables.ts";
import { MODEL_VERSION } from "../../../src/voice/analyse-recording.ts";
import { testApi } from "../../support/api.ts";
import { addEntries, addEntry, newPerson, type Person, TODAY } from "../../support/journal.ts";
import { scoresOf } from "../../support/simulated-voices.ts";

const api = testApi();
const FORGOTTEN = { success: true, message: "Voice adjustment forgotten successfully" };
const day = (number: number) => `2026-04-${String(number).padStart(2, "0")}`;
const afraid = scoresOf({ fearful: 60, angry: 25, sad: 15 });
const scored = {
	emotionScores: afraid,
	modelVersion: MODEL_VERSION,
	probabilityCorrect: 0.9,
	reliability: "high" as const,
};

/** Someone whose anger sounds afraid, with so many chosen moods from the first of April on. */
async function angryPerson(days: number): Promise<Person> {
	const me = await newPerson(api);
	const emotionOn = (i: number): Emotion => (i % 5 === 0 ? "sad" : "angry");
	await addEntries(
		me,
		Array.from({ length: days }, (_, i) => ({ date: day(i + 1), emoji: EMOJI[emotionOn(i)], ...scored })),
	);
	return me;
}

const shownOf = async (me: Person, date = TODAY) => (await me.get(`/api/moods/date/${date}`)).body.data;
const stateOf = async (me: Person) => (await me.get("/api/adjustment")).body.data;
const setEnabled = (me: Person, voiceAdjustmentEnabled: unknown) =>
	me.request("PATCH", "/api/settings", { body: { voiceAdjustmentEnabled } });
const select = (me: Person, id: string, selectedEmoji: string) =>
	me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji } });
const PLAIN = {
	emotionScores: afraid,
	unadjusted: afraid,
	adjustment: null,
	proposedEmoji: "😰",
	reliability: "high",
};

describe("an entry", () => {
	it("is shown adjusted to its owner from five chosen moods on, and stored as the model heard it", async () => {
		const few = await angryPerson(4);
		await addEntry(few, { date: TODAY, ...scored });
		expect(await shownOf(few)).toMatchObject(PLAIN);
		const me = await angryPerson(16);
		const id = await addEntry(me, { date: TODAY, ...scored });
		const shown = await shownOf(me);
		expect(shown).toMatchObject({
			unadjusted: afraid,
			adjustment: { notes: 16, weight: expect.any(Number) },
			proposedEmoji: "😠",
		});
		expect(shown.emotionScores[0]).toMatchObject({ emotion: "angry", emoji: "😠" });
		const [row] = (await contextOf(env).db.select().from(moodEntries)).filter((entry) => entry.id === id);
		expect(row?.emotionScores).toEqual(afraid);
	});

	it("has the same reliability in its day, in the list and beside its timeline", async () => {
		const me = await angryPerson(20);
		const unsure = { ...scored, probabilityCorrect: 0.05, reliability: "low" as const };
		const id = await addEntry(me, { date: TODAY, ...scored });
		await addEntry(me, { date: "2026-05-03", ...unsure });
		for (const date of [TODAY, "2026-05-03", day(9)]) {
			const { reliability, id: of } = await shownOf(me, date);
			const listed = (await me.get("/api/moods")).body.data.find((entry: { id: string }) => entry.id === of);
			expect(listed.reliability).toBe(reliability);
			expect((await me.get(`/api/moods/${of}/timeline`)).body.data.reliability).toBe(reliability);
		}
		const { timeline } = (await me.get(`/api/moods/${id}/timeline`)).body.data;
		expect(timeline).toHaveLength(1);
	});

	it("is shown as if an emoji that was changed had always been so, and one deleted had never been", async () => {
		const changed = await angryPerson(12);
		const other = await newPerson(api);
		const { data: entries } = (await changed.get("/api/moods")).body;
		for (const [i, { id, entryDate, selectedEmoji }] of entries.entries()) {
			const emoji = i % 4 === 0 ? "😌" : selectedEmoji;
			if (i === 6) await changed.request("DELETE", `/api/moods/${id}`);
			else {
				await select(changed, id, emoji);
				await addEntry(other, { date: entryDate, emoji, ...scored });
			}
		}
		for (const me of [changed, other]) await addEntry(me, { date: TODAY, ...scored });
		const [{ id: _, ...left }, { id: __, ...right }] = [await shownOf(changed), await shownOf(other)];
		expect(left.adjustment.notes).toBe(11);
		expect(left).toEqual(right);
	});

	it("is adjusted by nobody else's choices, and by none for another version of the model", async () => {
		await angryPerson(20);
		const me = await newPerson(api);
		await addEntry(me, { date: TODAY, ...scored });
		expect(await shownOf(me)).toMatchObject(PLAIN);
		const before = await angryPerson(20);
		await addEntry(before, { date: TODAY, ...scored, modelVersion: "the next one" });
		expect(await shownOf(before)).toMatchObject(PLAIN);
	});

	it("of before versions were stored, and one without a recording, are as they were", async () => {
		const me = await angryPerson(20);
		await addEntry(me, { date: TODAY, emotionScores: afraid });
		const shown = await shownOf(me);
		expect(shown).toMatchObject({ emotionScores: afraid, unadjusted: afraid, adjustment: null });
		expect(shown).not.toHaveProperty("reliability");
		expect(shown).not.toHaveProperty("proposedEmoji");
	});
});

describe("the setting", () => {
	it("switches it off and on again", async () => {
		const me = await angryPerson(16);
		await addEntry(me, { date: TODAY, ...scored });
		expect((await setEnabled(me, false)).body.data.voiceAdjustmentEnabled).toBe(false);
		expect(await shownOf(me)).toMatchObject(PLAIN);
		expect(await stateOf(me)).toEqual({ enabled: false, forgottenThrough: null, learned: null });
		await setEnabled(me, true);
		expect((await shownOf(me)).adjustment.notes).toBe(16);
		expect((await setEnabled(me, "no")).status).toBe(400);
		expect((await setEnabled(me, null)).status).toBe(400);
	});
});

describe("/api/adjustment", () => {
	it("tells what was learned", async () => {
		const me = await angryPerson(16);
		const { enabled, forgottenThrough, learned } = await stateOf(me);
		expect({ enabled, forgottenThrough }).toEqual({ enabled: true, forgottenThrough: null });
		expect(learned).toMatchObject({ modelVersion: MODEL_VERSION, notes: 16, slope: expect.any(Number) });
		const offsetOf = (wanted: Emotion) =>
			learned.offsets.find(({ emotion }: { emotion: Emotion }) => emotion === wanted).offset;
		expect(learned.offsets).toHaveLength(8);
		expect(offsetOf("angry")).toBeGreaterThan(0.2);
		expect(offsetOf("fearful")).toBeLessThan(-0.2);
		expect((await stateOf(await newPerson(api))).learned).toBeNull();
	});

	it("forgets, whatever is chosen again for old notes, and learns from later ones", async () => {
		const me = await angryPerson(16);
		await addEntry(me, { date: TODAY, ...scored });
		expect((await me.request("DELETE", "/api/adjustment")).body).toEqual(FORGOTTEN);
		expect(await stateOf(me)).toEqual({ enabled: true, forgottenThrough: TODAY, learned: null });
		expect(await shownOf(me)).toMatchObject(PLAIN);
		const { data: entries } = (await me.get("/api/moods")).body;
		expect(entries).toHaveLength(17);
		for (const { id } of entries) await select(me, id, "😠");
		expect((await stateOf(me)).learned).toBeNull();
		for (let i = 5; i <= 11; i++)
			await addEntry(me, {
				date: `2026-05-${String(i).padStart(2, "0")}`,
				emoji: i % 2 ? "😠" : "😢",
				...scored,
			});
		api.now += 8 * 86_400_000;
		expect((await stateOf(me)).learned.notes).toBe(7);
		api.now -= 8 * 86_400_000;
	});

	it("forgets nobody else's, may be asked twice and at once, and keeps the settings", async () => {
		const [me, other] = [await angryPerson(8), await angryPerson(8)];
		await me.request("PATCH", "/api/settings", { body: { interventionThreshold: 7 } });
		const answers = await Promise.all([1, 2, 3].map(() => me.request("DELETE", "/api/adjustment")));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect((await me.get("/api/settings")).body.data).toMatchObject({
			interventionThreshold: 7,
			voiceAdjustmentEnabled: true,
			voiceAdjustmentForgottenThrough: TODAY,
		});
		expect((await stateOf(other)).learned.notes).toBe(8);
		expect((await other.get("/api/settings")).body.data.voiceAdjustmentForgottenThrough).toBeNull();
	});

	it("is for signed-in people", async () => {
		for (const method of ["GET", "DELETE"])
			expect((await api.request(method, "/api/adjustment")).status).toBe(401);
	});
});

describe("a person's data", () => {
	const exported = async (me: Person) => (await me.get("/api/export?format=json")).body;
	const take = (me: Person, body: unknown) => me.request("POST", "/api/import", { body });

	it("holds what was learned, and is brought back with it", async () => {
		const me = await angryPerson(16);
		await setEnabled(me, true);
		await addEntry(me, { date: TODAY, ...scored });
		const [document, shown] = [await exported(me), await shownOf(me)];
		expect(document.voiceAdjustment).toEqual((await stateOf(me)).learned);
		expect(document.entries[0]).toMatchObject({ modelVersion: MODEL_VERSION, probabilityCorrect: 0.9 });
		expect(document.entries[0].emotionScores).toEqual(afraid);
		await me.request("DELETE", "/api/account");
		expect((await take(me, document)).body.data.imported).toBe(17);
		expect(await shownOf(me)).toEqual(shown);
		expect(await exported(me)).toEqual(document);
	});

	it("stays forgotten and switched off when it is brought back", async () => {
		const me = await angryPerson(16);
		await me.request("DELETE", "/api/adjustment");
		await setEnabled(me, false);
		const document = await exported(me);
		expect(document.voiceAdjustment).toBeNull();
		await me.request("DELETE", "/api/account");
		await take(me, document);
		expect(await stateOf(me)).toEqual({ enabled: false, forgottenThrough: TODAY, learned: null });
	});

	it("of an export from before is taken, and teaches nothing", async () => {
		const me = await angryPerson(16);
		await setEnabled(me, true);
		const { voiceAdjustment, ...document } = await exported(me);
		const { voiceAdjustmentEnabled, voiceAdjustmentForgottenThrough, ...settings } = document.settings;
		const entries = document.entries.map(
			({ modelVersion, probabilityCorrect, ...entry }: Record<string, unknown>) => entry,
		);
		await me.request("DELETE", "/api/account");
		expect((await take(me, { ...document, settings, entries })).body.data.imported).toBe(16);
		expect(await stateOf(me)).toEqual({ enabled: true, forgottenThrough: null, learned: null });
	});

	it("has nothing of it once it is erased", async () => {
		const me = await angryPerson(16);
		await me.request("DELETE", "/api/adjustment");
		await me.request("DELETE", "/api/account");
		expect(await stateOf(me)).toEqual({ enabled: true, forgottenThrough: null, learned: null });
		expect((await exported(me)).entries).toEqual([]);
	});
});
