import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { EMOJI, EMOTIONS, type Emotion, type EmotionScore } from "../../../src/emotions.ts";
import { adjustNotes, type LabelledNote } from "../../../src/journal/adjustment/adjust-notes.ts";
import { PersonalReader } from "../../../src/journal/adjustment/personal-reader.ts";
import { addDays } from "../../../src/journal/days/calendar-day.ts";
import { type Random, seededRandom } from "../../../src/seeded-random.ts";
import {
	EVEN,
	type Heard,
	lossOf,
	MOSTLY_WELL,
	misheard,
	recordNote,
	scoresOf,
	type Voice,
} from "../../support/simulated-voices.ts";

const PEOPLE = 60;
const DAYS = 180;
/** All within one half-year and the next, so that nothing is left out. */
const FIRST_DAY = "2026-01-01";

/** What someone selects, who sees what is proposed to them. */
type Choose = (random: Random, note: Heard, proposed: Emotion) => Emotion;

const honest: Choose = (_, { mood }) => mood;
const atRandom: Choose = (random) => EMOTIONS[Math.floor(random() * EMOTIONS.length)] as Emotion;
const accepting =
	(share: number): Choose =>
	(random, { mood }, proposed) =>
		random() < share ? proposed : mood;

interface Totals {
	/** Σ −ln on what was selected, from each day's view alone. */
	plain: number;
	adjusted: number;
	/** On what the mood was, over the last 60 days. */
	lastPlain: number;
	lastAdjusted: number;
	rightPlain: number;
	rightAdjusted: number;
}

const top = ([first]: readonly EmotionScore[]): Emotion => first?.emotion ?? "neutral";

/** Half a year of a person, a day at a time: each note is shown before its mood is selected. */
function live(random: Random, voice: Voice, choose: Choose): Totals {
	const reader = new PersonalReader();
	const totals = { plain: 0, adjusted: 0, lastPlain: 0, lastAdjusted: 0, rightPlain: 0, rightAdjusted: 0 };
	for (let day = 0; day < DAYS; day++) {
		const note = recordNote(random, voice);
		const shares =
			reader.read(note.scores)?.shares ?? EMOTIONS.map((emotion) => Math.exp(-lossOf(note.scores, emotion)));
		const proposed = EMOTIONS[shares.indexOf(Math.max(...shares))] as Emotion;
		const selected = choose(random, note, proposed);
		const lossAt = (emotion: Emotion) => -Math.log(shares[EMOTIONS.indexOf(emotion)] ?? 0);
		totals.plain += lossOf(note.scores, selected);
		totals.adjusted += lossAt(selected);
		if (day >= DAYS - 60) {
			totals.lastPlain += lossOf(note.scores, note.mood);
			totals.lastAdjusted += lossAt(note.mood);
			totals.rightPlain += Number(top(note.scores) === note.mood);
			totals.rightAdjusted += Number(proposed === note.mood);
		}
		reader.learn(note.scores, selected, selected === proposed);
	}
	return totals;
}

function liveAll(seed: number, voiceOf: (random: Random) => Voice, choose: Choose): Totals[] {
	const random = seededRandom(seed);
	return Array.from({ length: PEOPLE }, () => live(random, voiceOf(random), choose));
}

const sum = (all: readonly Totals[], name: keyof Totals) => all.reduce((total, one) => total + one[name], 0);
const losesMost = (all: readonly Totals[]) => Math.max(...all.map(({ plain, adjusted }) => adjusted - plain));

/** The bound of the guard, with what doubles lose over half a year. */
const GUARD = Math.LN2 + 1e-9;

describe("people whose voices the model mishears", () => {
	it.each([
		["even moods", EVEN],
		["mostly calm, neutral and happy", MOSTLY_WELL],
	])("are read better by far: %s", (_, moods) => {
		const all = liveAll(11, (random) => misheard(random, 1.5, { moods }), honest);
		expect(sum(all, "lastAdjusted")).toBeLessThan(0.75 * sum(all, "lastPlain"));
		expect(sum(all, "rightAdjusted") - sum(all, "rightPlain")).toBeGreaterThan(0.1 * 60 * PEOPLE);
		expect(losesMost(all)).toBeLessThan(GUARD);
	});

	it("are read less surely where the model is far too sure", () => {
		const all = liveAll(12, (random) => misheard(random, 0.3, { clarity: 1.5, sureness: 3 }), honest);
		expect(sum(all, "lastAdjusted")).toBeLessThan(0.92 * sum(all, "lastPlain"));
		expect(losesMost(all)).toBeLessThan(GUARD);
	});
});

describe("people whom the model knows", () => {
	it("lose nothing that can be noticed", () => {
		const all = liveAll(13, (random) => misheard(random, 0), honest);
		expect(sum(all, "lastAdjusted")).toBeLessThan(1.02 * sum(all, "lastPlain"));
		expect(sum(all, "rightAdjusted")).toBeGreaterThan(0.98 * sum(all, "rightPlain"));
		expect(losesMost(all)).toBeLessThan(GUARD);
	});
});

describe("people whose choices say nothing", () => {
	it.each([
		["choose at random", atRandom],
		["always take what is proposed", accepting(1)],
		["always choose the same two", ((random) => (random() < 0.5 ? "calm" : "sad")) satisfies Choose],
		[
			"change their habits half-way",
			(() => {
				let count = 0;
				return ((_, { mood }) =>
					count++ % DAYS < DAYS / 2 ? "angry" : mood === "angry" ? "sad" : "calm") satisfies Choose;
			})(),
		],
	])("never lose more than ln 2 on them: they %s", (_, choose) => {
		const all = liveAll(14, (random) => misheard(random, 1), choose);
		expect(losesMost(all)).toBeLessThan(GUARD);
	});
});

describe("people who take nine of ten proposals as they come", () => {
	it("still are read no worse than before", () => {
		const all = liveAll(15, (random) => misheard(random, 1.5), accepting(0.9));
		expect(sum(all, "rightAdjusted")).toBeGreaterThanOrEqual(sum(all, "rightPlain"));
		expect(sum(all, "lastAdjusted")).toBeLessThan(sum(all, "lastPlain"));
	});
});

it("holds its bound on any scores and any choices", () => {
	const day = record({
		percents: array(integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
		mood: constantFrom(...EMOTIONS),
	});
	assert(
		property(array(day, { maxLength: 60 }), (days) => {
			const reader = new PersonalReader();
			let lead = 0;
			for (const { percents, mood } of days) {
				const scores = scoresOf(
					Object.fromEntries(EMOTIONS.map((emotion, k) => [emotion, percents[k] ?? 0])),
				);
				const read = reader.read(scores);
				const k = EMOTIONS.indexOf(mood);
				if (read) lead += Math.log(read.modelShares[k] ?? 0) - Math.log(read.shares[k] ?? 0);
				expect(lead).toBeLessThan(GUARD);
				reader.learn(scores, mood, false);
			}
		}),
		{ numRuns: 60 },
	);
});

it("gains as much in what is shown: whole percents, with proposals by reliability", () => {
	const random = seededRandom(16);
	const voice = misheard(random, 1.5);
	const labels: LabelledNote[] = Array.from({ length: DAYS }, (_, day) => {
		const { mood, scores } = recordNote(random, voice);
		return {
			entryDate: addDays(FIRST_DAY, day),
			modelVersion: "one",
			emotionScores: scores,
			probabilityCorrect: 0.7,
			reliability: "high",
			selectedEmoji: EMOJI[mood],
		};
	});
	const shown = adjustNotes(labels, labels);
	const moodOf = (label: LabelledNote) =>
		EMOTIONS.find((emotion) => EMOJI[emotion] === label.selectedEmoji) as Emotion;
	const total = (of: (label: LabelledNote) => readonly EmotionScore[]) =>
		labels.reduce((all, label) => all + lossOf(of(label), moodOf(label)), 0);
	const adjusted = total((label) => shown.get(label)?.emotionScores ?? []);
	expect(adjusted).toBeLessThan(0.8 * total(({ emotionScores }) => emotionScores));
});

it("takes a few milliseconds for a year of notes", () => {
	const random = seededRandom(17);
	const voice = misheard(random, 1);
	const year = Array.from({ length: 366 }, () => recordNote(random, voice));
	const once = () => {
		const reader = new PersonalReader();
		const before = process.cpuUsage();
		for (const { scores, mood } of year) reader.learn(scores, mood, false);
		return process.cpuUsage(before).user / 1000;
	};
	const fastest = Math.min(...Array.from({ length: 12 }, once));
	console.log(`A year of labels took ${fastest.toFixed(1)} ms`);
	expect(fastest).toBeLessThan(20);
});
