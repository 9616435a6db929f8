import { describe, expect, it } from "vitest";
import { EMOJI, type Emotion } from "../../../../src/emotions.ts";
import {
	adjustNotes,
	type LabelledNote,
	learnedBy,
	learningStart,
	type ScoredNote,
} from "../../../../src/journal/adjustment/adjust-notes.ts";
import { addDays } from "../../../../src/journal/days/calendar-day.ts";
import { seededRandom, shuffle } from "../../../../src/seeded-random.ts";
import { scoresOf } from "../../../support/simulated-voices.ts";

const FIRST = "2026-02-01";

/** A note that sounds afraid, and a bit angry or sad. */
const heard = (day: number, more: Partial<ScoredNote> = {}): ScoredNote => ({
	entryDate: addDays(FIRST, day),
	modelVersion: "one",
	emotionScores: scoresOf({ fearful: 55, angry: 30 - (day % 5), sad: 15 + (day % 5) }),
	probabilityCorrect: 0.7,
	reliability: "high",
	...more,
});

const labelled = (day: number, emotion: Emotion, more: Partial<ScoredNote> = {}): LabelledNote => ({
	...heard(day, more),
	selectedEmoji: EMOJI[emotion],
});

/** Someone whose anger sounds afraid. */
const angry = (days: number): LabelledNote[] =>
	Array.from({ length: days }, (_, day) => labelled(day, day % 6 === 0 ? "sad" : "angry"));

const shownOf = (note: ScoredNote, labels: readonly LabelledNote[]) => adjustNotes([note], labels).get(note);

describe("a note", () => {
	it("is shown as the model heard it while there are fewer than five labels, or one emotion", () => {
		const plain = { adjustment: null, reliability: "high", proposedEmoji: "😰" };
		expect(shownOf(heard(40), angry(4))).toMatchObject(plain);
		const sad = Array.from({ length: 30 }, (_, day) => labelled(day, "sad"));
		expect(shownOf(heard(40), sad)).toMatchObject(plain);
		expect(shownOf(heard(40), angry(5))?.adjustment?.notes).toBe(5);
	});

	it("is read as its owner's choices have taught, with the model's own scores beside it", () => {
		const note = heard(40);
		const shown = shownOf(note, angry(16));
		expect(shown?.unadjusted).toEqual(note.emotionScores);
		expect(shown?.emotionScores[0]).toMatchObject({ emotion: "angry" });
		expect(shown?.emotionScores.reduce((sum, { confidence }) => sum + confidence, 0)).toBe(100);
		expect(shown?.proposedEmoji).toBe("😠");
		expect(shown?.adjustment).toEqual({ notes: 16, weight: expect.any(Number) });
		expect(shown?.adjustment?.weight).toBeGreaterThan(0.5);
	});

	it("learns from earlier days alone, its own label left out", () => {
		const labels = angry(30);
		const [note] = labels.slice(12);
		expect(shownOf(note as LabelledNote, labels)).toEqual(shownOf(note as LabelledNote, labels.slice(0, 12)));
	});

	it("learns nothing from another version of the model, nor from one that is not known", () => {
		for (const modelVersion of ["two", null])
			expect(shownOf(heard(40, { modelVersion }), angry(20))?.adjustment).toBeNull();
		const others = angry(20).map((label) => ({ ...label, modelVersion: null }));
		expect(shownOf(heard(40, { modelVersion: null }), others)?.adjustment).toBeNull();
		expect(shownOf(heard(40), [...others, ...angry(20)])).toEqual(shownOf(heard(40), angry(20)));
	});

	it("learns nothing from an emoji that is none of the eight", () => {
		const other = { ...labelled(35, "sad"), selectedEmoji: "🥳" };
		expect(shownOf(heard(40), [...angry(20), other])).toEqual(shownOf(heard(40), angry(20)));
	});

	it("comes out the same by itself and among others, and in whatever order rows come", () => {
		const labels = angry(300);
		const notes = [0, 3, 90, 149, 150, 151, 200, 299, 310].map((day) => heard(day));
		const together = adjustNotes(notes, labels);
		const order = Uint32Array.from(labels, (_, i) => i);
		shuffle(order, seededRandom(1));
		const mixed = Array.from(order, (i) => labels[i] as LabelledNote);
		for (const note of notes) expect(together.get(note), note.entryDate).toEqual(shownOf(note, mixed));
		expect(together.size).toBe(notes.length);
	});

	it("is shown as it is without a recording, and keeps its reliability where the estimate is not known", () => {
		const empty = heard(40, { emotionScores: [], modelVersion: null, reliability: null });
		expect(shownOf(empty, angry(20))).toEqual({
			emotionScores: [],
			unadjusted: [],
			adjustment: null,
			reliability: null,
			proposedEmoji: null,
		});
		const imported = heard(40, { probabilityCorrect: null, reliability: "low" });
		expect(shownOf(imported, angry(20))).toMatchObject({
			adjustment: { notes: expect.any(Number) },
			reliability: "low",
			proposedEmoji: null,
		});
	});
});

describe("reliability", () => {
	it("falls with the certainty of someone whose choices contradict the scores, and rises with it", () => {
		const sure = { emotionScores: scoresOf({ happy: 90, calm: 10 }), probabilityCorrect: 0.6 };
		const moods: Emotion[] = ["sad", "calm", "happy", "angry", "neutral", "fearful"];
		const contradicted = Array.from({ length: 48 }, (_, day) =>
			labelled(day, moods[day % 6] as Emotion, sure),
		);
		expect(shownOf(heard(60, sure), contradicted)).toMatchObject({
			reliability: "low",
			proposedEmoji: null,
		});
		const unsure = { emotionScores: scoresOf({ calm: 40, sad: 35, happy: 25 }), probabilityCorrect: 0.4 };
		const confirmed = Array.from({ length: 48 }, (_, day) =>
			labelled(day, day % 8 === 0 ? "happy" : "calm", { ...unsure, reliability: "low" }),
		);
		expect(shownOf(heard(60, { ...unsure, reliability: "low" }), confirmed)).toMatchObject({
			reliability: "high",
			proposedEmoji: "😌",
		});
	});

	it("stays low for what was too short to judge", () => {
		const short = { probabilityCorrect: 0, reliability: "low" } as const;
		const shown = shownOf(heard(40, short), angry(30));
		expect(shown).toMatchObject({ reliability: "low", proposedEmoji: null });
		expect(shown?.adjustment).not.toBeNull();
	});
});

describe("a choice that repeats the proposal", () => {
	it("teaches less than one made against it", () => {
		// Where nothing is proposed, the same choice is the person's own.
		const repeated = Array.from({ length: 20 }, (_, day) => labelled(day, day % 5 === 0 ? "sad" : "fearful"));
		const own = repeated.map((label) => ({ ...label, probabilityCorrect: 0, reliability: "low" as const }));
		const fear = (labels: readonly LabelledNote[]) =>
			shownOf(heard(40), labels)?.emotionScores.find(({ emotion }) => emotion === "fearful")?.confidence ?? 0;
		expect(fear(repeated)).toBeLessThan(fear(own) - 3);
	});
});

it("counts notes from the half-year before a note's own on, 366 at most", () => {
	expect(learningStart("2026-06-30")).toBe("2025-07-01");
	expect(learningStart("2026-07-01")).toBe("2026-01-01");
	expect(learningStart("2026-12-31")).toBe("2026-01-01");
	const labels = angry(420);
	const early = shownOf(
		heard(330),
		labels.filter(({ entryDate }) => entryDate >= learningStart(heard(330).entryDate)),
	);
	expect(shownOf(heard(330), labels)).toEqual(early);
});

it("tells what was learned up to a day, as notes of the next are read", () => {
	const labels = angry(20);
	const at = { entryDate: addDays(FIRST, 15), modelVersion: "one" };
	const { notes, weight } = shownOf(heard(16), labels)?.adjustment ?? { notes: 0, weight: 0 };
	expect(learnedBy(labels, at)).toMatchObject({ notes, weight: expect.closeTo(weight, 2) });
	expect(learnedBy(labels, { ...at, modelVersion: "two" })).toBeNull();
	expect(learnedBy([], at)).toBeNull();
});
