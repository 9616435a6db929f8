import type { MoodModel } from "../engine/types.ts";
import { engagement } from "./engagement.ts";
import { intent } from "./intent.ts";

/** Every mood model, the default first. To add one: its file, and its line here. */
export const MODELS: readonly [MoodModel, ...MoodModel[]] = [intent, engagement];

export const DEFAULT_MODEL = MODELS[0];

/** The model of that id, the default for none, undefined for an unknown one. */
export function modelOf(id: string | undefined): MoodModel | undefined {
	return id === undefined ? DEFAULT_MODEL : MODELS.find((model) => model.id === id);
}
