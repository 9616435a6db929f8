import { expect, it } from "vitest";
import { MODELS as API_MODELS } from "../../../src/session-mood/models/index.ts";
import { MODELS, MOODS_OF } from "../../../src/web/console/moods/moods-of.ts";

it("offers the models and moods of the API, and no other", () => {
	const ofApi = API_MODELS.map(({ id, moods }) => [id, moods.map(({ mood }) => mood).toSorted()]);
	expect(MODELS.map((model) => [model, [...MOODS_OF[model]].sort()])).toEqual(ofApi);
});
