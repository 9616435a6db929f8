import { v1Error } from "../api/v1.ts";
import { Fault } from "../errors.ts";
import { headers } from "../http/openapi.ts";
import type { MoodModel } from "./engine/types.ts";
import { MODELS, modelOf } from "./models/index.ts";

export const tags = ["Session mood"];
export const refused = {
	401: v1Error("Missing or invalid API key"),
	403: v1Error("Not allowed with a publishable key, or not from this origin"),
};
export const replayed = headers({
	"Idempotency-Replayed": "`true` if an earlier request with the same key was already stored",
});
export const reused = { 422: v1Error("The idempotency key was already used with a different body") };

/** The model with this id. Throws `unknown_model`. */
export function chosenModel(id: string): MoodModel {
	const model = modelOf(id);
	if (!model) throw new Fault({ code: "unknown_model", validModels: MODELS.map((known) => known.id) });
	return model;
}
