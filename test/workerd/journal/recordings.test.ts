import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { contextOf } from "../../../src/context.ts";
import { NOW, testApi } from "../../support/api.ts";
import { addEntry, bytesOf, newPerson, type Person, TODAY } from "../../support/journal.ts";
import { userToken } from "../../support/tokens.ts";

const api = testApi();
const bytes = bytesOf(1000);
const audio = { bytes, contentType: "audio/webm;codecs=opus" };

async function withRecording(): Promise<{ me: Person; id: string }> {
	const me = await newPerson(api);
	await me.request("PATCH", "/api/settings", { body: { audioStorageEnabled: true } });
	return { me, id: await addEntry(me, { date: TODAY, emoji: "😊", audio }) };
}

const app = createApp(() => NOW);

/** Plays as a browser does: the bytes as they come. */
async function play(me: Person, id: string, range?: string) {
	const headers = {
		Authorization: `Bearer ${await userToken(me.id)}`,
		...(range !== undefined && { Range: range }),
	};
	const response = await app.request(`https://api.test/api/audio/recordings/${id}/play`, { headers }, env);
	return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe("GET /api/audio/recordings", () => {
	it("lists what is stored", async () => {
		const { me, id } = await withRecording();
		await addEntry(me, { date: "2026-05-01" });
		const gone = await addEntry(me, { date: "2024-11-16", audio });
		await env.RECORDINGS.delete(`recordings/${me.id}/${gone}`);
		expect((await me.get("/api/audio/recordings")).body).toEqual({
			success: true,
			data: {
				recordings: [
					{
						id,
						entryDate: "2026-05-04T00:00:00Z",
						dayOfWeek: "Mon",
						duration: 42,
						language: "hi",
						selectedEmoji: "😊",
						createdAt: "2026-05-04T10:00:00.000Z",
						fileExists: true,
						audioFilePath: `/api/audio/recordings/${id}/play`,
					},
					expect.objectContaining({ id: gone, entryDate: "2024-11-16T00:00:00Z", fileExists: false }),
				],
				totalCount: 2,
			},
		});
	});

	it("lists nothing while storage is not enabled, whatever is stored", async () => {
		const me = await newPerson(api);
		await addEntry(me, { date: TODAY, audio });
		expect((await me.get("/api/audio/recordings")).body.data).toEqual({ recordings: [], totalCount: 0 });
		expect((await api.request("GET", "/api/audio/recordings")).status).toBe(401);
	});
});

describe("GET /api/audio/recordings/:entryId/play", () => {
	it("streams the whole", async () => {
		const { me, id } = await withRecording();
		const { response, bytes: played } = await play(me, id);
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "audio/webm;codecs=opus",
			"content-length": "1000",
			"accept-ranges": "bytes",
			"cache-control": "private, no-store",
			"content-disposition": "attachment",
			"content-security-policy": "default-src 'none'; sandbox",
			"x-content-type-options": "nosniff",
		});
		expect(played).toEqual(bytes);
	});

	it("answers a range with 206 and its bytes", async () => {
		const { me, id } = await withRecording();
		for (const [range, from, to] of [
			["bytes=0-0", 0, 1],
			["bytes=10-19", 10, 20],
			["bytes=990-", 990, 1000],
			["bytes=-5", 995, 1000],
			["bytes=900-5000", 900, 1000],
			["bytes=-5000", 0, 1000],
		] as const) {
			const { response, bytes: part } = await play(me, id, range);
			expect(response.status, range).toBe(206);
			expect(response.headers.get("Content-Range")).toBe(`bytes ${from}-${to - 1}/1000`);
			expect(response.headers.get("Content-Length")).toBe(String(to - from));
			expect(part).toEqual(bytes.slice(from, to));
		}
	});

	it("lets the web app read what part it got", async () => {
		const { me, id } = await withRecording();
		const headers = { Origin: "https://app.test", Range: "bytes=0-9" };
		const answer = await me.request("GET", `/api/audio/recordings/${id}/play`, { headers });
		expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("https://app.test");
		expect(answer.headers.get("Access-Control-Expose-Headers")).toContain("Content-Range");
	});

	it("answers an impossible range with 416, and what is no range with the whole", async () => {
		const { me, id } = await withRecording();
		for (const range of ["bytes=1000-", "bytes=5000-6000", "bytes=-0"]) {
			const { response } = await play(me, id, range);
			expect(response.status, range).toBe(416);
			expect(response.headers.get("Content-Range")).toBe("bytes */1000");
		}
		for (const range of [
			"bytes=5-2",
			"bytes=-",
			"items=0-1",
			"bytes=a-b",
			"bytes=0-1,5-6",
			`bytes=${"0-1,".repeat(90)}5-6`,
		]) {
			expect((await play(me, id, range)).response.status, range).toBe(200);
		}
	});

	it("is 403 for someone else's, 404 without an entry or audio, 401 without a token", async () => {
		const { me, id } = await withRecording();
		const silent = await addEntry(me, { date: "2026-05-01" });
		const lost = await addEntry(me, { date: "2026-05-02", audio });
		await env.RECORDINGS.delete(`recordings/${me.id}/${lost}`);
		const stranger = await newPerson(api);
		const path = (entry: string) => `/api/audio/recordings/${entry}/play`;
		expect(await stranger.get(path(id))).toMatchObject({ status: 403, body: { success: false } });
		expect((await stranger.get(path(silent))).status).toBe(403);
		expect((await me.get(path(silent))).status).toBe(404);
		expect((await me.get(path(lost))).status).toBe(404);
		expect((await me.get(path("nope"))).status).toBe(404);
		expect((await api.request("GET", path(id))).status).toBe(401);
	});
});

describe("DELETE /api/audio/recordings/:entryId", () => {
	it("deletes the audio and keeps the entry, once", async () => {
		const { me, id } = await withRecording();
		const path = `/api/audio/recordings/${id}`;
		expect((await me.request("DELETE", path)).body).toEqual({
			success: true,
			message: "Audio recording deleted successfully",
		});
		expect(await env.RECORDINGS.head(`recordings/${me.id}/${id}`)).toBeNull();
		expect((await me.get(`/api/moods/date/${TODAY}`)).body.data).toMatchObject({ id, selectedEmoji: "😊" });
		expect((await me.request("DELETE", path)).status).toBe(404);
	});

	it("leaves someone else's alone", async () => {
		const { me, id } = await withRecording();
		const path = `/api/audio/recordings/${id}`;
		expect((await (await newPerson(api)).request("DELETE", path)).status).toBe(403);
		expect((await api.request("DELETE", path)).status).toBe(401);
		expect((await me.request("DELETE", "/api/audio/recordings/nope")).status).toBe(404);
		expect(await contextOf(env).recordings.head(`recordings/${me.id}/${id}`)).not.toBeNull();
	});
});

describe("storage that does not respond", () => {
	it("is a 503 with Retry-After, and the entry stays", async () => {
		const { me, id } = await withRecording();
		const RECORDINGS = { head: () => Promise.reject(new Error("internal error; reference = 8a6qn8td59crk")) };
		const headers = { Authorization: `Bearer ${await userToken(me.id)}` };
		const path = `https://api.test/api/audio/recordings/${id}/play`;
		const response = await app.request(path, { headers }, { ...env, RECORDINGS });
		expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
		expect(await response.json()).toMatchObject({ success: false, code: "unavailable" });
		expect((await play(me, id)).response.status).toBe(200);
	});
});
