import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { contextOf } from "../../../src/context.ts";
import { finishDeletions } from "../../../src/journal/recordings/sweep-recordings.ts";
import { NOW, testApi } from "../../support/api.ts";
import { addEntries, addEntry, bytesOf, newPerson, type Person, TODAY } from "../../support/journal.ts";
import { userToken } from "../../support/tokens.ts";

const api = testApi();
const defaults = {
	reminderEnabled: false,
	reminderTime: "20:00",
	interventionThreshold: 5,
	audioStorageEnabled: false,
	audioStorageConsent: null,
	consentGivenAt: null,
	preferredLanguage: "en",
	timezone: "Asia/Kolkata",
	voiceAdjustmentEnabled: true,
	voiceAdjustmentForgottenThrough: null,
};
const now = new Date(NOW).toISOString();
const patch = (me: Person, body: unknown) => me.request("PATCH", "/api/settings", { body });
const ledgerOf = async (me: Person) => (await me.get("/api/settings/consents")).body.data.consents;
const objectsOf = async (me: Person) =>
	(await env.RECORDINGS.list({ prefix: `recordings/${me.id}/` })).objects;
const audio = { bytes: bytesOf(10), contentType: "audio/webm" };

describe("settings", () => {
	it("have defaults", async () => {
		expect((await (await newPerson(api)).get("/api/settings")).body).toEqual({
			success: true,
			data: defaults,
		});
	});

	it("change in what is given and in nothing else", async () => {
		const me = await newPerson(api);
		const given = { reminderEnabled: true, reminderTime: "07:30", interventionThreshold: 14 };
		expect((await patch(me, given)).body).toEqual({ success: true, data: { ...defaults, ...given } });
		expect((await patch(me, { preferredLanguage: "hi" })).body.data).toEqual({
			...defaults,
			...given,
			preferredLanguage: "hi",
		});
		expect((await patch(me, { timezone: "europe/london" })).body.data.timezone).toBe("Europe/London");
		expect((await patch(me, {})).body.data).toMatchObject(given);
	});

	it("refuse what cannot be, and change nothing", async () => {
		const me = await newPerson(api);
		const wrong: Record<string, unknown[]> = {
			reminderEnabled: ["yes", 1, null],
			reminderTime: ["24:00", "7:30", "20:60", "20:00:00", ""],
			interventionThreshold: [2, 15, 4.5, "5"],
			audioStorageEnabled: ["true", 0],
			preferredLanguage: ["fr", "EN", ""],
			voiceAdjustmentEnabled: ["off", 0, null],
			timezone: ["IST/India", "+05:30", "", "Mars/Olympus", 7],
		};
		for (const [field, values] of Object.entries(wrong)) {
			for (const value of values) {
				const { status, body } = await patch(me, { reminderTime: "09:00", [field]: value });
				expect(status, `${field} ${value}`).toBe(400);
				expect(body, `${field} ${value}`).toMatchObject({ success: false, details: [{ field }] });
			}
		}
		expect((await me.get("/api/settings")).body.data).toEqual(defaults);
	});

	it("are nobody else's, and need a token", async () => {
		const me = await newPerson(api);
		await patch(me, { reminderTime: "09:00" });
		expect((await (await newPerson(api)).get("/api/settings")).body.data).toEqual(defaults);
		for (const [method, path] of [
			["GET", ""],
			["PATCH", ""],
			["POST", "/consent"],
			["GET", "/consents"],
			["POST", "/push"],
			["DELETE", "/push"],
		]) {
			const { status } = await api.request(
				method ?? "",
				`/api/settings${path}`,
				method === "GET" ? {} : { body: {} },
			);
			expect(status, `${method} ${path}`).toBe(401);
		}
	});

	it("take no body of more than 64 kB, nor does anything else that takes JSON", async () => {
		const me = await newPerson(api);
		const body = { more: "x".repeat(64 * 1024) };
		for (const [method, path] of [
			["PATCH", "settings"],
			["POST", "settings/consent"],
			["POST", "settings/push"],
			["DELETE", "settings/push"],
			["PATCH", "moods/some-id"],
		] as const) {
			const answer = await me.request(method, `/api/${path}`, { body });
			expect(answer.status, `${method} ${path}`).toBe(400);
			expect(answer.body, `${method} ${path}`).toMatchObject({
				success: false,
				error: "Payload too large",
				code: "payload_too_large",
			});
		}
		expect((await me.get("/api/settings")).body.data).toEqual(defaults);
	});

	it("keep both of two changes at once", async () => {
		const me = await newPerson(api);
		await Promise.all([
			patch(me, { reminderTime: "06:15" }),
			patch(me, { interventionThreshold: 7 }),
			patch(me, { timezone: "UTC" }),
		]);
		expect((await me.get("/api/settings")).body.data).toMatchObject({
			reminderTime: "06:15",
			interventionThreshold: 7,
			timezone: "UTC",
		});
	});
});

/** Uploads what is no recording: 409 where today has an entry, which is looked at first, else 400. */
async function uploadStatus(me: Person): Promise<number> {
	const form = new FormData();
	form.set("audio", new File([bytesOf(100)], "note.webm", { type: "audio/webm" }));
	form.set("duration", "42");
	const request = new Request("https://api.test/api/moods", {
		method: "POST",
		headers: { Authorization: `Bearer ${await userToken(me.id)}` },
		body: form,
	});
	return (await createApp(() => NOW).fetch(request, env, createExecutionContext())).status;
}

describe("a change of zone", () => {
	it("makes another day today, which has its entry or has none", async () => {
		const me = await newPerson(api);
		await addEntries(me, [{ date: "2026-05-03" }, { date: "2026-05-04" }]);
		expect(await uploadStatus(me)).toBe(409);
		await patch(me, { timezone: "Pacific/Pago_Pago" });
		expect(await uploadStatus(me)).toBe(409);
		await patch(me, { timezone: "Pacific/Kiritimati" });
		expect(await uploadStatus(me)).toBe(400);
		await addEntry(me, { date: "2026-05-05" });
		await patch(me, { timezone: "Asia/Kolkata" });
		expect(await uploadStatus(me)).toBe(409);
		expect((await me.get("/api/moods")).body.data).toHaveLength(3);
	});

	it("moves no entry", async () => {
		const me = await newPerson(api);
		await addEntries(me, [
			{ date: "2026-05-03", emoji: "😊" },
			{ date: "2026-05-04", emoji: "😊" },
		]);
		const before = (await me.get("/api/moods")).body;
		for (const timezone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Kolkata"]) {
			expect((await patch(me, { timezone })).status).toBe(200);
			expect((await me.get("/api/moods")).body).toEqual(before);
			expect((await me.get("/api/progress/summary")).body.data.streakDays).toBe(2);
		}
	});

	it("keeps the streak of someone who flies over the date line and loses a day", async () => {
		const traveller = testApi();
		// 10:30 in UTC: it is the 3rd in Pago Pago and the 5th in Kiritimati.
		traveller.now = NOW + 1_800_000;
		const me = await newPerson(traveller);
		await patch(me, { timezone: "Pacific/Pago_Pago" });
		await addEntries(me, [
			{ date: "2026-05-02", emoji: "😊" },
			{ date: "2026-05-03", emoji: "😊" },
		]);
		await patch(me, { timezone: "Pacific/Kiritimati" });
		expect((await me.get("/api/progress/summary")).body.data.streakDays).toBe(2);
		await addEntry(me, { date: "2026-05-05", emoji: "😊" });
		expect((await me.get("/api/progress/summary")).body.data).toMatchObject({
			streakDays: 3,
			longestStreak: 3,
		});
	});
});

describe("consent to keep recordings", () => {
	it("given enables storage, refused disables it and deletes what is stored", async () => {
		const me = await newPerson(api);
		const answer = (consent: unknown) => me.request("POST", "/api/settings/consent", { body: { consent } });
		expect((await answer(true)).body).toEqual({
			success: true,
			data: { audioStorageConsent: true, audioStorageEnabled: true, consentGivenAt: now },
		});
		await addEntry(me, { date: TODAY, audio });
		expect((await answer(false)).body).toEqual({
			success: true,
			data: { audioStorageConsent: false, audioStorageEnabled: false, consentGivenAt: null },
		});
		expect(await objectsOf(me)).toEqual([]);
		expect(await ledgerOf(me)).toEqual([
			{
				purpose: "audio_storage",
				granted: true,
				source: "consent",
				wordingVersion: "2026-11-22",
				recordedAt: now,
			},
			{
				purpose: "audio_storage",
				granted: false,
				source: "consent",
				wordingVersion: "2026-11-22",
				recordedAt: now,
			},
		]);
		for (const wrong of ["true", 1, null, undefined]) expect((await answer(wrong)).status).toBe(400);
		expect(await ledgerOf(me)).toHaveLength(2);
	});

	it("is recorded once when storage is switched on without an answer", async () => {
		const me = await newPerson(api);
		const answers = await Promise.all([1, 2, 3].map(() => patch(me, { audioStorageEnabled: true })));
		for (const { body } of answers) {
			expect(body.data).toMatchObject({
				audioStorageEnabled: true,
				audioStorageConsent: true,
				consentGivenAt: now,
			});
		}
		expect(await ledgerOf(me)).toEqual([
			{
				purpose: "audio_storage",
				granted: true,
				source: "settings",
				wordingVersion: "2026-11-22",
				recordedAt: now,
			},
		]);
		await patch(me, { audioStorageEnabled: false });
		expect((await patch(me, { audioStorageEnabled: true })).body.data.audioStorageConsent).toBe(true);
		expect(await ledgerOf(me)).toHaveLength(1);
	});

	it("can be read back with its wording in the person's language", async () => {
		const me = await newPerson(api);
		await patch(me, { preferredLanguage: "gu" });
		const { data } = (await me.get("/api/settings/consents")).body;
		expect(data.consents).toEqual([]);
		expect(data.currentWording.version).toBe("2026-11-22");
		expect(data.currentWording.text).toBe(data.wordings["2026-11-22"].gu);
	});
});

describe("switching storage off", () => {
	it("is remembered when storage fails in the middle, and finished later", async () => {
		const me = await newPerson(api);
		await patch(me, { audioStorageEnabled: true });
		await addEntry(me, { date: TODAY, audio });
		const failing = new Proxy(env.RECORDINGS, {
			get: (target, name) =>
				name === "delete"
					? () => Promise.reject(new Error("storage is down"))
					: Reflect.get(target, name).bind(target),
		});
		const headers = { Authorization: `Bearer ${await userToken(me.id)}`, "Content-Type": "application/json" };
		const body = JSON.stringify({ audioStorageEnabled: false });
		const request = new Request("https://api.test/api/settings", { method: "PATCH", headers, body });
		const answer = await createApp(() => NOW).fetch(
			request,
			{ ...env, RECORDINGS: failing },
			createExecutionContext(),
		);
		expect(answer.status).toBe(503);
		expect((await me.get("/api/settings")).body.data.audioStorageEnabled).toBe(false);
		expect(await objectsOf(me)).toHaveLength(1);
		await finishDeletions(contextOf(env));
		expect(await objectsOf(me)).toEqual([]);
	});

	it("deletes every recording, also beyond one batch, and keeps the entries", async () => {
		const me = await newPerson(api);
		const stranger = await newPerson(api);
		await patch(me, { audioStorageEnabled: true });
		await addEntry(stranger, { date: TODAY, audio });
		await addEntries(me, [
			{ date: TODAY, emoji: "😊", audio },
			{ date: "2026-05-01", audio },
		]);
		const left = Array.from({ length: 1005 }, (_, i) => `recordings/${me.id}/leftover-${i}`);
		for (let i = 0; i < left.length; i += 50) {
			await Promise.all(left.slice(i, i + 50).map((key) => env.RECORDINGS.put(key, "x")));
		}
		expect((await patch(me, { audioStorageEnabled: false })).body.data.audioStorageEnabled).toBe(false);
		expect(await objectsOf(me)).toEqual([]);
		expect(await objectsOf(stranger)).toHaveLength(1);
		expect((await me.get("/api/moods")).body.data).toHaveLength(2);
		expect((await me.get("/api/audio/recordings")).body.data).toEqual({ recordings: [], totalCount: 0 });
	});
});
