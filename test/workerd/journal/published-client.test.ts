import { beforeEach, describe, expect, it } from "vitest";
import { NOW, testApi } from "../../support/api.ts";
import { addEntries, newPerson, type Person, TODAY } from "../../support/journal.ts";

/** The requests of the web client that is published for this contract, and the fields that it reads from the answers. */
const api = testApi();
let me: Person;
beforeEach(async () => {
	api.now = NOW;
	me = await newPerson(api);
});

describe("the published web client", () => {
	it("edits the activities of a day by the keys that it read from it", async () => {
		const [id] = await addEntries(me, [{ date: TODAY, emoji: "😊", activities: ["exercise", "study"] }]);
		const ofDay = await me.get(`/api/moods/date/${TODAY}`);
		const activityKeys = ofDay.body.data.activities.map(
			({ activityKey }: { activityKey: string }) => activityKey,
		);
		expect(activityKeys.toSorted()).toEqual(["exercise", "study"]);
		const { status, body } = await me.request("PATCH", `/api/moods/${id}`, {
			body: { selectedEmoji: "😌", activityKeys: [...activityKeys, "workout"] },
		});
		expect(status).toBe(200);
		const { body: list } = await me.get(`/api/moods?startDate=${TODAY}&endDate=${TODAY}&limit=31`);
		for (const { activities } of [body.data, list.data[0]])
			expect(activities.map(({ activityKey }: { activityKey: string }) => activityKey).toSorted()).toEqual([
				"exercise",
				"study",
				"workout",
			]);
	});

	it("draws a calendar with weekdays and the icons of activities", async () => {
		await addEntries(me, [{ date: TODAY, emoji: "😊", activities: ["reading"] }]);
		const { body } = await me.get("/api/progress/calendar/2026/5");
		const day = JSON.stringify(body.data).includes('"dayOfWeek"');
		expect(day).toBe(true);
		expect(JSON.stringify(body.data)).toContain('"icon":"📚"');
	});

	it("finds each of its activities", async () => {
		const { body } = await me.get("/api/activities");
		const text = JSON.stringify(body);
		for (const key of ["study", "workout", "dancing", "singing", "writing"])
			expect(text).toContain(`"${key}"`);
	});

	it("shows `error`, which says what is wrong", async () => {
		const [id] = await addEntries(me, [{ date: TODAY }]);
		const { status, body } = await me.request("PATCH", `/api/moods/${id}`, { body: { selectedEmoji: "x" } });
		expect(status).toBe(400);
		expect(body).toMatchObject({ success: false, details: [{ field: "selectedEmoji" }] });
		expect(body.error).toContain("selectedEmoji");
		expect(body.error).not.toBe("Validation failed");
	});

	it("plays a recording in an audio element, by a link that ends", async () => {
		const bytes = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4]);
		const [id] = await addEntries(me, [{ date: TODAY, audio: { bytes, contentType: "audio/webm" } }]);
		const { status, body } = await me.request("POST", `/api/audio/recordings/${id}/link`);
		expect(status).toBe(201);
		const playedAt = async (path: string) => (await api.request("GET", path)).status;
		const { url } = body.data;
		expect(await playedAt(url)).toBe(200);
		expect(await playedAt(`${url}x`)).toBe(401);
		const [other] = await addEntries(me, [
			{ date: "2026-05-03", audio: { bytes, contentType: "audio/webm" } },
		]);
		expect(await playedAt(url.replace(id, other))).toBe(401);
		const stranger = await newPerson(api);
		expect([403, 404]).toContain((await stranger.request("POST", `/api/audio/recordings/${id}/link`)).status);
		api.now += 11 * 60_000;
		expect(await playedAt(url)).toBe(401);
	});

	it("keeps private answers and recordings out of caches, and runs nothing from them", async () => {
		const bytes = new TextEncoder().encode("<script>alert(1)</script>");
		const [id] = await addEntries(me, [{ date: TODAY, audio: { bytes, contentType: "text/html" } }]);
		const { headers } = await me.get(`/api/audio/recordings/${id}/play`);
		expect(headers.get("Content-Type")).not.toContain("html");
		expect(Object.fromEntries(headers)).toMatchObject({
			"content-disposition": expect.stringContaining("attachment"),
			"content-security-policy": expect.stringContaining("sandbox"),
			"x-content-type-options": "nosniff",
			"cache-control": expect.stringContaining("no-store"),
		});
		expect((await me.get("/api/moods")).headers.get("Cache-Control")).toBe("no-store");
	});
});
