import { EMOTIONS, type EmotionScore, emotionOf, type Reliability } from "../../emotions.ts";
import { emotionScores, reliabilityOf } from "../../voice/analyse-recording.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { type Learned, PersonalReader, type PersonalReading } from "./personal-reader.ts";

/** A note as it is stored: what the model made of it. */
export interface ScoredNote {
	entryDate: CalendarDay;
	/** Null for notes of before versions were stored, which teach nothing and are shown as they are. */
	modelVersion: string | null;
	emotionScores: EmotionScore[];
	/** That the highest score is right; null where it is not known. */
	probabilityCorrect: number | null;
	reliability: Reliability | null;
}

/** A note whose owner has chosen its mood. */
export interface LabelledNote extends ScoredNote {
	selectedEmoji: string;
}

/** A note as its owner sees it, adjusted to them where they have chosen enough moods. */
export interface ShownReading {
	emotionScores: EmotionScore[];
	/** The model's own. */
	unadjusted: EmotionScore[];
	adjustment: { notes: number; weight: number } | null;
	/** Null where there is no recording, or it is older than the estimate. */
	reliability: Reliability | null;
	/** Null where the scores are not to be relied on; the owner alone decides. */
	proposedEmoji: string | null;
}

/**
 * The first day whose notes count for a note of this day: the beginning of the half-year before its own. A year shows
 * how a voice is to be read, people change, and with a note a day at most 366 are read. That it moves twice a year only
 * lets one pass over the labels serve all notes of a half-year.
 */
export function learningStart(day: CalendarDay): CalendarDay {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	return month > 6 ? `${day.slice(0, 4)}-01-01` : `${String(year - 1).padStart(4, "0")}-07-01`;
}

/**
 * Reads each note with what the labels of earlier days have taught: never its own and never those of another version of
 * the model. The outcome depends on the stored rows alone, whatever order they came to be in. `labels` holds those since
 * the `learningStart` of the first note.
 */
export function adjustNotes<Note extends ScoredNote>(
	notes: readonly Note[],
	labels: readonly LabelledNote[],
): Map<Note, ShownReading> {
	const shown = new Map<Note, ShownReading>();
	const runs = Map.groupBy(notes, (note) => `${learningStart(note.entryDate)} ${note.modelVersion}`);
	for (const run of runs.values()) {
		const [first] = run as [Note];
		const reader = new PersonalReader();
		const lessons = lessonsFor(first, labels);
		let taken = 0;
		for (const note of run.toSorted(byDay)) {
			for (; (lessons[taken]?.entryDate ?? LAST) < note.entryDate; taken++)
				teach(reader, lessons[taken] as LabelledNote);
			shown.set(note, readingOf(reader, note));
		}
	}
	return shown;
}

/** What labels of one version have taught since `learningStart(day)`, up to the end of the day. */
export function learnedBy(
	labels: readonly LabelledNote[],
	{ entryDate, modelVersion }: Pick<ScoredNote, "entryDate" | "modelVersion">,
): Learned | null {
	const reader = new PersonalReader();
	for (const label of lessonsFor({ entryDate, modelVersion }, labels))
		if (label.entryDate <= entryDate) teach(reader, label);
	return reader.learned;
}

/** After every day. */
const LAST = "\uFFFF";

const byDay = (a: ScoredNote, b: ScoredNote): number => (a.entryDate < b.entryDate ? -1 : 1);

function lessonsFor(
	{ entryDate, modelVersion }: Pick<ScoredNote, "entryDate" | "modelVersion">,
	labels: readonly LabelledNote[],
): LabelledNote[] {
	const start = learningStart(entryDate);
	const isLesson = (label: LabelledNote) =>
		modelVersion !== null && label.modelVersion === modelVersion && label.entryDate >= start;
	return labels.filter(isLesson).sort(byDay);
}

/** An emoji that is none of the eight says nothing about how the eight are to be read. */
function teach(reader: PersonalReader, label: LabelledNote): void {
	const emotion = emotionOf(label.selectedEmoji);
	if (!emotion) return;
	const { proposedEmoji } = readingOf(reader, label);
	reader.learn(label.emotionScores, emotion, proposedEmoji === label.selectedEmoji);
}

function readingOf(reader: PersonalReader, note: ScoredNote): ShownReading {
	const { emotionScores: unadjusted, probabilityCorrect, reliability } = note;
	const personal = unadjusted.length > 0 ? reader.read(unadjusted) : null;
	if (!personal) return shownAs(unadjusted, { unadjusted, reliability, adjustment: null });
	return shownAs(emotionScores(EMOTIONS, personal.shares), {
		unadjusted,
		adjustment: { notes: personal.notes, weight: Math.round(personal.weight * 100) / 100 },
		reliability:
			probabilityCorrect === null
				? reliability
				: reliabilityOf(adjustedProbability(probabilityCorrect, personal)),
	});
}

const shownAs = (
	emotionScores: EmotionScore[],
	reading: Omit<ShownReading, "emotionScores" | "proposedEmoji">,
): ShownReading => ({
	emotionScores,
	...reading,
	proposedEmoji:
		reading.reliability === null || reading.reliability === "low" ? null : (emotionScores[0]?.emoji ?? null),
});

/** The probability that the first is right moves by the log-odds by which the highest score moved. */
function adjustedProbability(probability: number, { shares, modelShares }: PersonalReading): number {
	const moved = logOdds(Math.max(...shares)) - logOdds(Math.max(...modelShares));
	return 1 / (1 + Math.exp(-(logOdds(probability) + moved)));
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));
