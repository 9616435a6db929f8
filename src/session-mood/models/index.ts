import type { MoodModel } from "../engine/types.ts";
import { engagement } from "./engagement.ts";
import { intent } from "./intent.ts";

/** All mood models, the default first. To add one, add a file and a line here. */
export const MODELS: readonly [MoodModel, ...MoodModel[]] = [intent, engagement];

export const DEFAULT_MODEL = MODELS[0];

/** The model with this id; the default if no id is given; undefined if unknown. */
export function modelOf(id: string | undefined): MoodModel | undefined {
	return id === undefined ? DEFAULT_MODEL : MODELS.find((model) => model.id === id);
}
