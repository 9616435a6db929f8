import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { localSigningKey, signToken } from "../../scripts/local-keys.ts";
import { useChromium } from "./support/chromium.ts";

/** The microphone hears this file, again and again. */
const SPEECH = join(import.meta.dirname, "../voice/fixtures/note.wav");

const newPage = useChromium({
	args: [
		"--use-fake-device-for-media-stream",
		"--use-fake-ui-for-media-stream",
		`--use-file-for-fake-audio-capture=${SPEECH}`,
	],
});

/** What the page does with its recorder, in order: `record` for so many milliseconds, or `pause` for as many. */
type Step = ["record" | "pause", number];

interface Answer {
	status: number;
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
	body: any;
}

interface Note {
	mimeType: string;
	/** Milliseconds a chunk; undefined: all in one. */
	timeslice?: number;
	steps: Step[];
}

let people = 0;
let page: Page;
let token: string;

beforeEach(async () => {
	token = await signToken(await localSigningKey(), `browser ${++people} ${Date.now()}`, []);
	page = await newPage();
	await page.goto(inject("api"));
});

/** Records with the browser's own MediaRecorder and uploads what it wrote, as a web app does. */
function recordAndUpload(note: Note): Promise<Answer> {
	return page.evaluate(
		async ({ note, token }) => {
			const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
			const recorder = new MediaRecorder(microphone, { mimeType: note.mimeType });
			const chunks: Blob[] = [];
			recorder.ondataavailable = ({ data }) => chunks.push(data);
			const ended = new Promise((resolve) => {
				recorder.onstop = resolve;
			});
			recorder.start(note.timeslice);
			for (const [action, milliseconds] of note.steps) {
				if (action === "pause") recorder.pause();
				else if (recorder.state === "paused") recorder.resume();
				await new Promise((resolve) => setTimeout(resolve, milliseconds));
			}
			recorder.stop();
			await ended;
			for (const track of microphone.getTracks()) track.stop();
			const audio = new Blob(chunks, { type: recorder.mimeType });
			const form = new FormData();
			form.set("audio", audio, "note");
			form.set("duration", "30");
			const response = await fetch("/api/moods", {
				method: "POST",
				body: form,
				headers: { Authorization: `Bearer ${token}` },
			});
			return { status: response.status, body: await response.json() };
		},
		{ note, token },
	);
}

async function measuredDuration(id: string): Promise<number> {
	const response = await fetch(`${inject("api")}/api/moods/${id}/timeline`, {
		headers: { Authorization: `Bearer ${token}` },
	});
	const { data } = (await response.json()) as { data: { measuredDuration: number } };
	return data.measuredDuration;
}

describe("what Chromium's MediaRecorder writes becomes an entry:", () => {
	it.each(["audio/webm;codecs=opus", "audio/webm;codecs=pcm", "audio/webm", "video/webm;codecs=opus"])(
		"%s",
		async (mimeType) => {
			const { status, body } = await recordAndUpload({ mimeType, steps: [["record", 4_000]] });
			expect(body).toMatchObject({ success: true });
			expect(status).toBe(201);
			expect(body.data.emotionScores).toHaveLength(8);
			const seconds = await measuredDuration(body.data.id);
			expect(seconds).toBeGreaterThan(3);
			expect(seconds).toBeLessThan(6);
		},
	);

	it("a note delivered in pieces", async () => {
		const { status } = await recordAndUpload({
			mimeType: "audio/webm;codecs=opus",
			timeslice: 250,
			steps: [["record", 4_000]],
		});
		expect(status).toBe(201);
	});

	it("a note that was paused and resumed, without the pauses", async () => {
		const { status, body } = await recordAndUpload({
			mimeType: "audio/webm;codecs=opus",
			steps: [
				["record", 2_000],
				["pause", 3_000],
				["record", 1_500],
				["pause", 500],
				["record", 1_500],
			],
		});
		expect(body).toMatchObject({ success: true });
		expect(status).toBe(201);
		const seconds = await measuredDuration(body.data.id);
		expect(seconds).toBeGreaterThan(3.5);
		expect(seconds).toBeLessThan(7);
	});
});
