/** A stranger's program, written against the served OpenAPI document alone: all three APIs, and not one cast. */
import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { paths } from "./api.d.ts";

const [baseUrl = "", token = "", recording = ""] = process.argv.slice(2);

const anonymous = createClient<paths>({ baseUrl });
const opened = await anonymous.POST("/v1/keys/generate", { body: { customer_name: "A stranger" } });
if (opened.error) throw new Error(opened.error.code);

const mood = createClient<paths>({ baseUrl, headers: { "X-Api-Key": opened.data.api_key } });
const path = { id: "user_abc" };
const recorded = await mood.POST("/v1/sessions/{id}/events", {
	params: { path, query: { reading: true }, header: { "idempotency-key": "batch-1" } },
	body: {
		events: [
			{ type: "rage_click", x: 412, y: 230 },
			{ type: "error", message: "Payment failed" },
		],
	},
});
if (recorded.error) throw new Error(recorded.error.code);
const single = await mood.POST("/v1/sessions/{id}/events", {
	params: { path },
	body: { type: "click", x: 1, y: 2 },
});
if (single.error) throw new Error(single.error.code);
const read = await mood.GET("/v1/sessions/{id}/mood", { params: { path, query: { explain: true } } });
if (read.error) throw new Error(read.error.code);
const missing = await mood.GET("/v1/sessions/{id}/mood", { params: { path: { id: "nobody" } } });

const person = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
const audio = new Blob([await readFile(recording)], { type: "audio/webm" });
const note = await person.POST("/api/moods", {
	body: { audio, duration: 42 },
	bodySerializer(fields) {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields))
			form.append(name, value instanceof Blob ? value : String(value));
		return form;
	},
});
if (note.error) throw new Error(note.error.code);
const selected = await person.PATCH("/api/moods/{id}", {
	params: { path: { id: note.data.data.id } },
	body: { selectedEmoji: "😊", activityKeys: ["music"] },
});
if (selected.error) throw new Error(selected.error.code);
const summary = await person.GET("/api/progress/summary", { params: { query: { days: 30 } } });
if (summary.error) throw new Error(summary.error.code);

const category = await person.POST("/api/emotions/categories", {
	body: { icon: "☀️", name: "Joy", order: 1, lang: "en" },
});
if (category.error) throw new Error(category.error.code);
const emotion = await person.POST("/api/emotions/emotions", {
	body: {
		emoji: "😊",
		keywords: ["happy"],
		categoryId: category.data.id,
		lang: "en",
		valence: 0.8,
		arousal: 0.4,
	},
});
if (emotion.error) throw new Error(emotion.error.code);
const dialog = await person.POST("/api/dialogs", {
	body: {
		title: "The station",
		blocks: [{ text: "You came!", speaker: "ANNA", emotionId: emotion.data.id }, { text: "I did." }],
	},
});
if (dialog.error) throw new Error(dialog.error.code);
const arc = await person.GET("/api/dialogs/{id}/arc", {
	params: { path: { id: dialog.data.id }, query: { points: 10, suggest: true } },
});
if (arc.error) throw new Error(arc.error.code);

console.log(
	JSON.stringify({
		mood: read.data.mood,
		events: read.data.event_count,
		signals: read.data.signals.length,
		explained: read.data.explanation !== undefined,
		missing: missing.error?.code,
		emotions: note.data.data.emotionScores.length,
		emoji: selected.data.data.selectedEmoji,
		uk: emotion.data.keywordsI18n.uk.length,
		blocks: arc.data.raw.length,
	}),
);
