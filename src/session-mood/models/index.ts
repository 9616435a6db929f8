import type { MoodModel } from "../engine/types.ts";
import { engagement } from "./engagement.ts";
import { intent } from "./intent.ts";

/** All mood models, the default first. To add one, add a file and a line here. */
export const MODELS: readonly [MoodModel, ...MoodModel[]] = [intent, engagement];

export const DEFAULT_MODEL = MODELS[0];

/** Moods in which a person is not well served. */
const LOW_MOODS: ReadonlySet<string> = new Set(["frustrated", "confused", "disengaged", "bored"]);

/** Whether it is a mood that says that things go well: neither low nor unknown. */
export const isGoodMood = (mood: string): boolean => mood !== "neutral" && !LOW_MOODS.has(mood);

/** The model with this id; the default if no id is given; undefined if unknown. */
export function modelOf(id: string | undefined): MoodModel | undefined {
	return id === undefined ? DEFAULT_MODEL : MODELS.find((model) => model.id === id);
}
