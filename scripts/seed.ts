import {
	EMOJI,
	EMOTIONS,
	type Emotion,
	type EmotionScore,
	moodLevel,
	type Reliability,
} from "../src/emotions.ts";
import { addDays, type CalendarDay } from "../src/journal/days/calendar-day.ts";
import { type Random, seededRandom } from "../src/seeded-random.ts";
import { localSigningKey, signToken } from "./local-keys.ts";
import { findRunningServer } from "./running-server.ts";

const DAYS = 150;
const TIMEZONE = "Asia/Kolkata";
const url = await findRunningServer(process.env.PORT).catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
const [person = "demo"] = process.argv.slice(2);

/** What this invented person does, how often, and by how many levels their mood differs on such days. */
const HABITS = [
	{ key: "exercise", share: 0.4, lift: 1.3 },
	{ key: "work", share: 0.65, lift: -0.6 },
	{ key: "social", share: 0.35, lift: 0.8 },
	{ key: "music", share: 0.5, lift: 0 },
	{ key: "reading", share: 0.25, lift: 0 },
	{ key: "walking", share: 0.3, lift: 0.3 },
] as const;

const gaussian = (random: Random): number =>
	Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The emotion whose mood level is nearest. */
const emotionAt = (level: number): Emotion =>
	EMOTIONS.toSorted(
		(a, b) => Math.abs(moodLevel(EMOJI[a]) - level) - Math.abs(moodLevel(EMOJI[b]) - level),
	)[0] ?? "neutral";

/** Percents that favour one emotion and sum to 100, highest first. */
function scoresOf(emotion: Emotion, random: Random) {
	const others = EMOTIONS.filter((other) => other !== emotion);
	const weights = others.map(() => 1 + Math.floor(random() * 6));
	const rest = weights.reduce((sum, weight) => sum + weight, 0);
	const scores = others.map((other, i) => ({
		emoji: EMOJI[other],
		emotion: other,
		confidence: weights[i] ?? 0,
	}));
	return [{ emoji: EMOJI[emotion], emotion, confidence: 100 - rest }, ...scores].sort(
		(a, b) => b.confidence - a.confidence,
	);
}

/** As sure as one can be who goes by the highest score alone. */
const reliabilityOf = ([highest]: readonly EmotionScore[]): Reliability => {
	const confidence = highest?.confidence ?? 0;
	if (confidence >= 75) return "high";
	return confidence >= 65 ? "medium" : "low";
};

function entryOf(day: CalendarDay, random: Random) {
	const done = HABITS.filter(({ share }) => random() < share);
	const level = 5.6 + done.reduce((sum, { lift }) => sum + lift, 0) + 1.4 * gaussian(random);
	const emotion = emotionAt(level);
	const seconds = 30 + Math.floor(random() * 30);
	const windows = Math.floor(seconds / 3);
	const emotionScores = scoresOf(emotion, random);
	return {
		id: crypto.randomUUID(),
		entryDate: day,
		timezone: TIMEZONE,
		createdAt: new Date(`${day}T${19 + Math.floor(random() * 3)}:15:00+05:30`).toISOString(),
		language: "en",
		duration: seconds,
		measuredDuration: seconds,
		selectedEmoji: EMOJI[emotion] as string,
		activityKeys: done.map(({ key }) => key),
		emotionScores,
		reliability: reliabilityOf(emotionScores),
		timeline: Array.from({ length: windows }, (_, i) => {
			const scores = new Map(
				scoresOf(emotionAt(level + gaussian(random)), random).map((s) => [s.emotion, s.confidence]),
			);
			return { at: i * 3, length: 3, confidences: EMOTIONS.map((name) => scores.get(name) ?? 0) };
		}),
		recording: null,
	};
}

/** Some months with a missed day here and there, up to yesterday: today is left to be recorded. */
function demoEntries() {
	const random = seededRandom(2026);
	const today = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);
	const entries = Array.from({ length: DAYS }, (_, i) => entryOf(addDays(today, i - DAYS), random));
	const kept = entries.filter((_, i) => i >= DAYS - 9 || random() < 0.85);
	const [before, last] = kept.slice(-2);
	if (before && last) [before.selectedEmoji, last.selectedEmoji] = [EMOJI.happy, EMOJI.sad];
	return kept;
}

async function call(method: string, path: string, token: string, body?: unknown) {
	const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	const answer = await fetch(url + path, {
		method,
		headers,
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await answer.text();
	if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
	return JSON.parse(text).data;
}

async function seed(): Promise<void> {
	const token = await signToken(await localSigningKey(), person, []);
	const exportedAt = new Date().toISOString();
	const surroundings = { settings: null, consents: [], zoneChanges: [], alerts: [] };
	const journal = {
		format: "undertone-journal",
		version: 1,
		exportedAt,
		...surroundings,
		entries: demoEntries(),
	};
	const { imported, skipped } = await call("POST", "/api/import", token, journal);
	const [latest] = await call("GET", "/api/moods?limit=1", token);
	await call("PATCH", `/api/moods/${latest.id}`, token, { selectedEmoji: latest.selectedEmoji });
	console.log(
		`${imported} entries for "${person}" at ${url}${skipped ? `, ${skipped} days had one already` : ""}.`,
	);
	console.log(`Sign in as that person with: npm run -s token -- ${person}`);
}

await seed();
