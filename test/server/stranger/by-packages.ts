/** A stranger's program, written with the two packages and nothing else. */
import { readFile } from "node:fs/promises";
import { createClient, type ErrorCode } from "@undertone/client";
import type { MoodReading } from "@undertone/snippet";

const [baseUrl = "", token = "", recording = ""] = process.argv.slice(2);

const opened = await createClient({ baseUrl }).POST("/v1/keys/generate", {
	body: { customer_name: "A stranger", plan: "starter" },
});
if (opened.error) throw new Error(opened.error.code);

let sent = 0;
const undertone = createClient({
	baseUrl,
	apiKey: opened.data.api_key,
	token: async () => token,
	// The first answer to each batch is lost on its way back.
	async fetch(request) {
		const isBatch = request.url.endsWith("/events");
		const response = await fetch(request);
		if (isBatch && sent++ === 0) throw new TypeError("connection lost");
		return response;
	},
});
const recorded = await undertone.POST("/v1/sessions/{id}/events", {
	params: { path: { id: "user_abc" } },
	body: { events: [{ type: "click", x: 1, y: 2 }] },
});
if (recorded.error) throw new Error(recorded.error.code);

const read = await undertone.GET("/v1/sessions/{id}/mood", { params: { path: { id: "user_abc" } } });
if (read.error) throw new Error(read.error.code);
const reading: MoodReading = read.data;

const refused = await undertone.POST("/v1/sessions/{id}/feedback", {
	params: { path: { id: "nobody" } },
	body: { action_taken: "show_live_chat", was_helpful: true },
});
const code: ErrorCode | undefined = refused.error?.code;

const note = await undertone.POST("/api/moods", {
	body: {
		audio: new Blob([await readFile(recording)], { type: "audio/webm" }),
		duration: 42,
		language: "en",
	},
});
if (note.error) throw new Error(note.error.code);

const emotions = await undertone.GET("/api/emotions/emotions");
if (emotions.error) throw new Error(emotions.error.code);

console.log(
	JSON.stringify({
		sent,
		stored: recorded.data.total_events,
		mood: reading.mood,
		code,
		emotions: note.data.data.emotionScores.length,
		listed: Array.isArray(emotions.data),
	}),
);
