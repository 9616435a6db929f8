import { analyseLogMel } from "../../src/voice/analyse-voice.ts";
import type { VoiceModel } from "../../src/voice/model/voice-model.ts";
import { type CheckRecording, readCheckRecordings } from "./check-clips.ts";
import type { CheckFigures, FiguresOf } from "./check-table.ts";
import {
	accuracy,
	expectedCalibrationError,
	mean,
	type Outcome,
	unweightedAverageRecall,
} from "./measures.ts";

type Reading = Outcome & Pick<CheckRecording, "corpus" | "sex">;

/** The figures of the card's check, through everything the Worker does with a recording after its features. */
export async function checkFigures(model: VoiceModel): Promise<CheckFigures> {
	const { clips, notes } = await readCheckRecordings();
	return { clips: figuresOf(await readAll(clips, model)), notes: figuresOf(await readAll(notes, model)) };
}

async function readAll(recordings: readonly CheckRecording[], model: VoiceModel): Promise<Reading[]> {
	const readings: Reading[] = [];
	for (const { corpus, sex, label, recording } of recordings) {
		const { pooled } = await analyseLogMel(recording, model);
		const confidence = Math.max(...pooled);
		const proposed = model.emotions[pooled.indexOf(confidence)] ?? "";
		readings.push({ corpus, sex, emotion: label, proposed, confidence });
	}
	return readings;
}

function figuresOf(readings: readonly Reading[]): FiguresOf {
	const byCorpus = Map.groupBy(readings, ({ corpus }) => corpus);
	const recalls = Array.from(byCorpus, ([corpus, of]) => [corpus, unweightedAverageRecall(of)] as const);
	const accuracyOf = (wanted: string) => rounded(accuracy(readings.filter(({ sex }) => sex === wanted)));
	return {
		recordings: readings.length,
		corpora: Object.fromEntries(recalls.map(([corpus, recall]) => [corpus, rounded(recall)])),
		macro: rounded(mean(recalls.map(([, recall]) => recall))),
		accuracyBySex: { women: accuracyOf("f"), men: accuracyOf("m") },
		expectedCalibrationError: rounded(expectedCalibrationError(readings)),
	};
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
