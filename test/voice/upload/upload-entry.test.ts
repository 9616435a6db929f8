import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { InferenceSession } from "onnxruntime-web/wasm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../../src/app.ts";
import { installedModel } from "../../../src/voice/model/installed-model.ts";
import { NOW } from "../../support/api.ts";
import { fixture } from "../../support/fixtures.ts";
import { userToken } from "../../support/tokens.ts";
import { buzz, offset, silence, wav } from "../../support/wav.ts";

type Fields = Record<string, string | File | undefined>;

let people = 0;
let now = NOW;
const app = createApp(() => now);
let person: string;
let token: string;

beforeEach(async () => {
	now = NOW;
	person = `speaker ${++people}`;
	token = await userToken(person);
});

async function send(method: string, path: string, init: { body?: BodyInit; headers?: HeadersInit } = {}) {
	const headers = new Headers(init.headers);
	if (!headers.has("Authorization")) headers.set("Authorization", `Bearer ${token}`);
	const request = new Request(`https://api.test${path}`, { method, headers, body: init.body ?? null });
	const response = await app.request(request, undefined, env, createExecutionContext());
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	return { status: response.status, body: (await response.json()) as any };
}

function upload(fields: Fields, headers: HeadersInit = {}) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
	return send("POST", "/api/moods", { body: form, headers });
}

async function note(name = "speech.webm", type = "audio/webm;codecs=opus"): Promise<File> {
	return new File([await fixture(name)], "note.bin", { type });
}
const wavNote = (samples: Float32Array) => new File([wav(samples)], "note.wav", { type: "audio/wav" });

async function stored() {
	const rows = await env.DB.prepare("select * from mood_entries where user_id = ?").bind(person).all();
	const { objects } = await env.RECORDINGS.list({ prefix: `recordings/${encodeURIComponent(person)}/` });
	return { rows: rows.results, keys: objects.map(({ key }) => key) };
}
const consent = (given: boolean) =>
	send("POST", "/api/settings/consent", {
		body: JSON.stringify({ consent: given }),
		headers: { "Content-Type": "application/json" },
	});
const NOTHING = { rows: [], keys: [] };

describe("an upload", () => {
	it("makes today's entry with eight whole percents, highest first", async () => {
		const { status, body } = await upload({ audio: await note(), language: "hi", duration: "42" });
		expect(status).toBe(201);
		expect(body).toMatchObject({ success: true, data: { id: expect.any(String), entryDate: "2026-05-04" } });
		const confidences = body.data.emotionScores.map((score: { confidence: number }) => score.confidence);
		expect(confidences).toHaveLength(8);
		expect(confidences.reduce((sum: number, value: number) => sum + value, 0)).toBe(100);
		expect(confidences).toEqual(confidences.toSorted((a: number, b: number) => b - a));
		expect(Object.keys(body.data.emotionScores[0]).toSorted()).toEqual(["confidence", "emoji", "emotion"]);
	});

	it("says how far to rely on it, and keeps that", async () => {
		const { body } = await upload({ audio: await note(), duration: "42" });
		const { reliability, proposedEmoji, emotionScores } = body.data;
		expect(["low", "medium", "high"]).toContain(reliability);
		expect(proposedEmoji).toBe(reliability === "low" ? null : emotionScores[0].emoji);
		expect((await stored()).rows[0]).toMatchObject({ reliability });
		const day = await send("GET", `/api/moods/date/${body.data.entryDate}`);
		expect(day.body.data).toMatchObject({ reliability, proposedEmoji });
		const [listed] = (await send("GET", "/api/moods")).body.data;
		expect(listed.reliability).toBe(reliability);
	});

	it.each([
		["proposes nothing where it is not to be relied on", "low", -1_000],
		["proposes its highest score where it is", "high", 1_000],
	])("%s", async (_, reliability, bias) => {
		const estimate = installedModel.spec.reliability;
		installedModel.spec.reliability = { ...estimate, bias };
		const { body } = await upload({ audio: await note(), duration: "42" });
		installedModel.spec.reliability = estimate;
		const [highest] = body.data.emotionScores;
		expect(body.data).toMatchObject({
			reliability,
			proposedEmoji: reliability === "low" ? null : highest.emoji,
		});
		expect(body.data.emotionScores).toHaveLength(8);
	});

	it("counts the length of the recording where the client's is another, and keeps the language", async () => {
		await upload({ audio: await note(), language: "gu", duration: "42.5" });
		const [row] = (await stored()).rows;
		expect(row).toMatchObject({ duration: 4.2, language: "gu", selected_emoji: null });
		expect(row?.measured_duration).toBeCloseTo(4.2, 1);
	});

	it("takes the digits that a division of milliseconds leaves", async () => {
		await upload({ audio: await note(), duration: "41.230799999952316" });
		expect((await stored()).rows[0]).toMatchObject({ duration: 4.2 });
	});

	it("is in English where nothing is said", async () => {
		await upload({ audio: await note(), duration: "30" });
		expect((await stored()).rows[0]).toMatchObject({ language: "en" });
	});

	it.each([
		["speech.wav", "audio/wav"],
		["speech.mp3", "audio/mpeg"],
		["speech-vorbis.ogg", "audio/ogg"],
		["speech-opus.ogg", "audio/ogg; codecs=opus"],
		["live.webm", "video/webm"],
	])("takes %s", async (name, type) => {
		expect((await upload({ audio: await note(name, type), duration: "60" })).status).toBe(201);
	});

	it("goes by the bytes, not by name or content type", async () => {
		expect((await upload({ audio: await note("speech.mp3", "text/plain"), duration: "30" })).status).toBe(
			201,
		);
	});

	it("counts the day where the person is", async () => {
		now = Date.UTC(2026, 4, 4, 20);
		expect((await upload({ audio: await note(), duration: "30" })).body.data.entryDate).toBe("2026-05-05");
	});

	it("counts for an earlier day where that is wanted, but not for one to come or long ago", async () => {
		const on = async (entryDate: string) => upload({ audio: await note(), duration: "30", entryDate });
		expect((await on("2026-04-30")).body.data.entryDate).toBe("2026-04-30");
		expect((await on("2026-04-30")).status).toBe(409);
		expect((await on("2026-05-05")).status).toBe(400);
		expect((await on("2026-04-03")).status).toBe(400);
	});

	it("can be read as the entry of its day, and as a timeline", async () => {
		const { body } = await upload({ audio: await note("note.webm"), duration: "30" });
		const day = await send("GET", `/api/moods/date/${body.data.entryDate}`);
		expect(day.body.data).toMatchObject({ id: body.data.id, emotionScores: body.data.emotionScores });
		const timeline = await send("GET", `/api/moods/${body.data.id}/timeline`);
		expect(timeline.status).toBe(200);
		expect(timeline.body.data).toMatchObject({ id: body.data.id, duration: 20 });
		expect(timeline.body.data.measuredDuration).toBeCloseTo(20, 0);
		expect(timeline.body.data.timeline).toHaveLength(5);
		expect(timeline.body.data.timeline[0]).toMatchObject({ at: 0, length: 4.5 });
		expect(timeline.body.data.timeline[0].emotionScores).toHaveLength(8);
	});
});

describe("what was chosen before", () => {
	const choose = (id: string, selectedEmoji: string) =>
		send("PATCH", `/api/moods/${id}`, {
			body: JSON.stringify({ selectedEmoji }),
			headers: { "Content-Type": "application/json" },
		});

	it("adjusts what an upload answers, and what is read of it later, but not what is stored", async () => {
		const { body: first } = await upload({ audio: await note(), duration: "30" });
		const own = first.data.emotionScores;
		expect(first.data).toMatchObject({ unadjusted: own, adjustment: null });
		const [heard] = own;
		const [felt, other] = own.slice(-2);
		await choose(first.data.id, felt.emoji);
		for (let i = 0; i < 7; i++) {
			now += 86_400_000;
			const { body } = await upload({ audio: await note(), duration: "30" });
			expect(body.data.adjustment?.notes ?? null).toBe(i < 4 ? null : i + 1);
			expect(body.data.unadjusted).toEqual(own);
			await choose(body.data.id, i === 2 ? other.emoji : felt.emoji);
		}
		now += 86_400_000;
		const { body } = await upload({ audio: await note(), duration: "30" });
		const { id, entryDate, ...shown } = body.data;
		const percentOf = (emotion: string) =>
			shown.emotionScores.find((score: { emotion: string }) => score.emotion === emotion).confidence;
		expect(percentOf(felt.emotion)).toBeGreaterThan(felt.confidence + 5);
		expect(percentOf(heard.emotion)).toBeLessThan(heard.confidence - 5);
		expect((await send("GET", `/api/moods/date/${entryDate}`)).body.data).toMatchObject({ id, ...shown });
		const { rows } = await stored();
		for (const row of rows) {
			expect(JSON.parse(String(row.emotion_scores))).toEqual(own);
			expect(row).toMatchObject({ model_version: installedModel.spec.version });
			expect(row.probability_correct).toBeGreaterThan(0);
		}
	});
});

describe("a note that is too short to judge", () => {
	const shortest = { ...env, MIN_NOTE_SECONDS: "5" };
	async function uploadShort(audio: File, duration: string) {
		const form = await formOf({ audio, duration });
		const request = new Request("https://api.test/api/moods", {
			method: "POST",
			headers: { Authorization: `Bearer ${token}` },
			body: form,
		});
		const response = await app.request(request, undefined, shortest, createExecutionContext());
		// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
		return { status: response.status, body: (await response.json()) as any };
	}
	const sure = { ...installedModel.spec.reliability, bias: 1_000 };

	it.each([
		["a word in five seconds", 0.8, "low"],
		["several", 3, "high"],
	])("is hardly reliable, however sure the model is: %s", async (_, seconds, reliability) => {
		const estimate = installedModel.spec.reliability;
		installedModel.spec.reliability = sure;
		const word = new Float32Array(5 * 16_000);
		word.set(buzz(seconds), 16_000);
		const { status, body } = await uploadShort(wavNote(word), "5").finally(() => {
			installedModel.spec.reliability = estimate;
		});
		expect(status).toBe(201);
		expect(body.data).toMatchObject({ reliability });
		expect(body.data.proposedEmoji === null).toBe(reliability === "low");
	});

	it("is refused below the shortest that is allowed", async () => {
		const { status, body } = await uploadShort(await note(), "4.9");
		expect(status).toBe(400);
		expect(body.error).toBe("The note is 4.9 seconds long; it must be 5 to 60");
	});
});

describe("a timeline", () => {
	it("of someone else's entry does not exist, nor does that of no entry", async () => {
		const { body } = await upload({ audio: await note(), duration: "30" });
		const other = { Authorization: `Bearer ${await userToken("someone else")}` };
		expect((await send("GET", `/api/moods/${body.data.id}/timeline`, { headers: other })).status).toBe(404);
		expect((await send("GET", "/api/moods/nothing/timeline")).status).toBe(404);
	});

	it("is for signed-in people", async () => {
		const { status } = await send("GET", "/api/moods/x/timeline", { headers: { Authorization: "Bearer x" } });
		expect(status).toBe(401);
	});
});

describe("a second entry on a day", () => {
	it("is a 409 before the recording is looked at", async () => {
		await upload({ audio: await note(), duration: "30" });
		const classify = vi.spyOn(installedModel, "classify");
		const { status, body } = await upload({ audio: wavNote(silence(1)), duration: "30" });
		expect(status).toBe(409);
		expect(body).toEqual({
			success: false,
			error: "There is already a mood entry for today",
			code: "conflict",
		});
		expect(classify).not.toHaveBeenCalled();
		classify.mockRestore();
	});

	it("is welcome on the next", async () => {
		await upload({ audio: await note(), duration: "30" });
		now += 86_400_000;
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(201);
	});

	it("of three at once lets exactly one pass, with one recording", async () => {
		await consent(true);
		const audio = await note();
		const answers = await Promise.all([1, 2, 3].map(() => upload({ audio, duration: "30" })));
		expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
		const { rows, keys } = await stored();
		expect(rows).toHaveLength(1);
		expect(keys).toEqual([rows[0]?.audio_key]);
	});
});

describe("a refusal leaves nothing behind and says which field is wrong:", () => {
	const cases: [string, string, () => Promise<Fields> | Fields][] = [
		["no recording", "audio", () => ({ duration: "30" })],
		["a text for a recording", "audio", () => ({ audio: "sound", duration: "30" })],
		["an empty recording", "audio", () => ({ audio: new File([], "x.webm"), duration: "30" })],
		["no duration", "duration", async () => ({ audio: await note() })],
		["29 seconds", "duration", async () => ({ audio: await note(), duration: "29" })],
		["60.5 seconds", "duration", async () => ({ audio: await note(), duration: "60.5" })],
		["a duration in words", "duration", async () => ({ audio: await note(), duration: "half a minute" })],
		["French", "language", async () => ({ audio: await note(), duration: "30", language: "fr" })],
		[
			"text as audio",
			"audio",
			() => ({ audio: new File(["no sound ".repeat(50)], "a.wav"), duration: "30" }),
		],
		["MP4", "audio", async () => ({ audio: await note("refused.m4a", "audio/webm"), duration: "30" })],
		["silence", "audio", () => ({ audio: wavNote(silence(30)), duration: "30" })],
		["61 seconds", "audio", async () => ({ audio: await note("tone-61s.webm"), duration: "60" })],
		["a tone", "audio", async () => ({ audio: await note("tone.webm"), duration: "30" })],
		["brown noise", "audio", async () => ({ audio: await note("brown-noise.webm"), duration: "30" })],
		["a microphone's offset", "audio", () => ({ audio: wavNote(offset(30, 0.3)), duration: "30" })],
		["a click", "audio", () => ({ audio: wavNote(buzz(0.1)), duration: "30" })],
		[
			"10 MB and a byte",
			"audio",
			() => ({ audio: new File([new Uint8Array(10_485_761)], "x"), duration: "30" }),
		],
		["30 MB", "audio", () => ({ audio: new File([new Uint8Array(31_457_280)], "x"), duration: "30" })],
	];
	it.each(cases)("%s", async (_, field, fields) => {
		await consent(true);
		const { status, body } = await upload(await fields());
		expect(status).toBe(400);
		expect(body).toMatchObject({
			success: false,
			error: expect.stringMatching(/^(\w+: )?[A-Z].{12,}/),
			code: "invalid_input",
			details: [{ field }],
		});
		expect(body.details[0].message).toMatch(/^[A-Z].{10,}/);
		expect(await stored()).toEqual(NOTHING);
	});

	it("a form that was cut off", async () => {
		const whole = new Response(await formOf({ audio: await note(), duration: "30" }));
		const bytes = new Uint8Array(await whole.clone().arrayBuffer());
		const headers = { "Content-Type": whole.headers.get("Content-Type") ?? "" };
		const { status, body } = await send("POST", "/api/moods", { body: bytes.subarray(0, 5_000), headers });
		expect(status).toBe(400);
		expect(body.success).toBe(false);
		expect(await stored()).toEqual(NOTHING);
	});

	it("more than 10 MB that does not say how long it is", async () => {
		let left = 120;
		const body = new ReadableStream<Uint8Array>({
			pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(100_000)) : controller.close()),
		});
		const headers = { "Content-Type": "multipart/form-data; boundary=x" };
		const answer = await send("POST", "/api/moods", { body, headers });
		expect(answer.status).toBe(400);
		expect(answer.body.details).toEqual([{ field: "audio", message: "The recording is larger than 10 MB" }]);
		expect(left).toBe(-1);
	});

	it.each([
		["JSON", "application/json", "{}"],
		["nothing", "", ""],
		["a form without a boundary", "multipart/form-data", "--x"],
		["another form", "application/x-www-form-urlencoded", "duration=30&audio=x"],
	])("%s instead of a form", async (_, type, content) => {
		const { status } = await send("POST", "/api/moods", { body: content, headers: { "Content-Type": type } });
		expect(status).toBe(400);
		expect(await stored()).toEqual(NOTHING);
	});

	it("a malformed token", async () => {
		const { status, body } = await upload(
			{ audio: await note(), duration: "30" },
			{ Authorization: "Bearer x" },
		);
		expect(status).toBe(401);
		expect(body).toEqual({ success: false, error: "Invalid or missing token", code: "unauthenticated" });
	});
});

describe("a recording", () => {
	it("is not kept without consent", async () => {
		await upload({ audio: await note(), duration: "30" });
		expect((await stored()).keys).toEqual([]);
		expect((await stored()).rows[0]).toMatchObject({ audio_key: null, audio_size: null });
	});

	it("is not kept when consent was refused", async () => {
		await consent(false);
		await upload({ audio: await note(), duration: "30" });
		expect((await stored()).keys).toEqual([]);
	});

	it("is kept with consent, byte for byte and with its content type", async () => {
		await consent(true);
		const { body } = await upload({ audio: await note(), duration: "30" });
		const key = `recordings/${encodeURIComponent(person)}/${body.data.id}`;
		const object = await env.RECORDINGS.get(key);
		expect(new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(
			await fixture("speech.webm"),
		);
		expect(object?.httpMetadata?.contentType).toBe("audio/webm;codecs=opus");
		expect((await stored()).rows[0]).toMatchObject({
			audio_key: key,
			audio_content_type: "audio/webm;codecs=opus",
			audio_size: (await fixture("speech.webm")).length,
		});
	});

	it("gets its content type from the bytes when the client's is not an audio type", async () => {
		await consent(true);
		await upload({ audio: await note("speech.mp3", "text/html"), duration: "30" });
		expect((await stored()).rows[0]).toMatchObject({ audio_content_type: "audio/mpeg" });
	});

	it("gets the content type its bytes have where the client's is too long for a header", async () => {
		await consent(true);
		const type = `audio/webm${";a=b".repeat(20_000)}`;
		expect((await upload({ audio: await note("speech.webm", type), duration: "30" })).status).toBe(201);
		expect((await stored()).rows[0]).toMatchObject({ audio_content_type: "audio/webm" });
	});

	it("is dropped when its owner switches storage off while it is analysed", async () => {
		await consent(true);
		const classify = installedModel.classify.bind(installedModel);
		const spy = vi.spyOn(installedModel, "classify").mockImplementationOnce(async (windows) => {
			await consent(false);
			return classify(windows);
		});
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(201);
		expect((await stored()).keys).toEqual([]);
		expect((await stored()).rows[0]).toMatchObject({ audio_key: null, audio_content_type: null });
		spy.mockRestore();
	});
});

describe("a failure of ours is a 503 with nothing left behind:", () => {
	const UNAVAILABLE = {
		success: false,
		code: "unavailable",
		error: expect.stringContaining("Please try again"),
	};

	it("the model cannot run", async () => {
		await consent(true);
		const session = await installedModel.load();
		vi.spyOn(session, "run").mockRejectedValueOnce(
			new WebAssembly.RuntimeError("memory access out of bounds"),
		);
		const { status, body } = await upload({ audio: await note(), duration: "30" });
		expect(status).toBe(503);
		expect(body).toEqual(UNAVAILABLE);
		expect(await stored()).toEqual(NOTHING);
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(201);
	});

	it("the model cannot be loaded", async () => {
		await consent(true);
		const session = await installedModel.load();
		vi.spyOn(session, "run").mockRejectedValueOnce(new Error("lost"));
		const create = vi
			.spyOn(InferenceSession, "create")
			.mockRejectedValueOnce(new RangeError("Out of memory"));
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(503);
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(503);
		expect(await stored()).toEqual(NOTHING);
		expect((await upload({ audio: await note(), duration: "30" })).status).toBe(201);
		create.mockRestore();
	});
});

async function formOf(fields: Fields): Promise<FormData> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
	return form;
}
