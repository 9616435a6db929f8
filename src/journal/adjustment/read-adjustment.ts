import type { Context } from "../../context.ts";
import { EMOJI, EMOTIONS } from "../../emotions.ts";
import { MODEL_VERSION } from "../../voice/analyse-recording.ts";
import { addDays } from "../days/calendar-day.ts";
import { today } from "../days/time-zone.ts";
import { readSettings } from "../settings/read-settings.ts";
import { learnedBy } from "./adjust-notes.ts";
import type { LearnedAdjustment } from "./contract.ts";
import { readLabels } from "./read-labels.ts";

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** What the person's choices up to today have taught about the model that reads now; null while they are too few. */
export async function readLearned(context: Context, userId: string): Promise<LearnedAdjustment | null> {
	const { timezone } = await readSettings(context, userId);
	const entryDate = today(timezone, context.now());
	const labels = await readLabels(context, userId, { from: entryDate, until: addDays(entryDate, 1) });
	const learned = learnedBy(labels, { entryDate, modelVersion: MODEL_VERSION });
	if (!learned) return null;
	const { notes, weight, adapter } = learned;
	return {
		modelVersion: MODEL_VERSION,
		notes,
		weight: Math.round(weight * 100) / 100,
		slope: rounded(adapter.slope),
		offsets: EMOTIONS.map((emotion, k) => ({
			emoji: EMOJI[emotion],
			emotion,
			offset: rounded(adapter.offsets[k] ?? 0),
		})),
	};
}
