import { emptyState, fold } from "../../src/session-mood/engine/fold.ts";
import { readMood } from "../../src/session-mood/engine/read.ts";
import type { MoodModel } from "../../src/session-mood/engine/types.ts";
import { type PersonaSession, personaSessions } from "./personas/index.ts";

export interface ReliabilityRow {
	/** Readings with a confidence in [about − 0.05, about + 0.05). */
	about: number;
	readings: number;
	meanConfidence: number;
	/** The share of them that named the true mood. */
	right: number;
}

export interface Reliability {
	model: string;
	sessions: number;
	/** Shares of all sessions: read as neutral; read right among those not neutral. */
	neutral: number;
	accuracy: number;
	/** Expected calibration error: the mean distance of confidence and being right, over the rows. */
	calibrationError: number;
	rows: ReliabilityRow[];
}

const CENTRES = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Seeds the calibration never saw: those used to fit are in scripts/calibrate-moods.ts. */
export const HELD_OUT_SEED = 20_261_122;

/** How often the model is right, by how sure it says it is, on simulated personas. */
export function reliabilityOf(model: MoodModel, seed = HELD_OUT_SEED, sessions = 20_000): Reliability {
	const readings = personaSessions(model, seed, sessions).map((session) => readSession(model, session));
	const named = readings.filter(({ neutral }) => !neutral);
	const rows = CENTRES.flatMap((about) => rowAbout(about, named));
	const error = rows.reduce((sum, row) => sum + row.readings * Math.abs(row.meanConfidence - row.right), 0);
	return {
		model: model.id,
		sessions,
		neutral: 1 - named.length / sessions,
		accuracy: named.filter(({ right }) => right).length / named.length,
		calibrationError: error / named.length,
		rows,
	};
}

/** The same as lines of text, for the bench and the calibration script. */
export function formatReliability({
	model,
	sessions,
	neutral,
	accuracy,
	calibrationError,
	rows,
}: Reliability): string {
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
	return [
		`  ${model}: ${sessions} sessions, ${percent(neutral).trim()} neutral, ${percent(accuracy).trim()} of the others right, calibration error ${calibrationError.toFixed(3)}`,
		"  confidence  readings      mean     right",
		...rows.map(
			({ about, readings, meanConfidence, right }) =>
				`  ${about.toFixed(1).padStart(10)}${String(readings).padStart(10)}  ${percent(meanConfidence)}  ${percent(right)}`,
		),
	].join("\n");
}

interface Reading {
	neutral: boolean;
	right: boolean;
	confidence: number;
}

function readSession(model: MoodModel, { mood, events }: PersonaSession): Reading {
	const reading = readMood(model, fold(model, emptyState(), events));
	return {
		neutral: reading.mood === "neutral",
		right: reading.mood === mood,
		confidence: reading.confidence,
	};
}

function rowAbout(about: number, readings: readonly Reading[]): ReliabilityRow[] {
	const inRow = readings.filter(({ confidence }) => Math.abs(confidence - about + 1e-9) <= 0.05);
	if (inRow.length === 0) return [];
	return [
		{
			about,
			readings: inRow.length,
			meanConfidence: inRow.reduce((sum, { confidence }) => sum + confidence, 0) / inRow.length,
			right: inRow.filter(({ right }) => right).length / inRow.length,
		},
	];
}
