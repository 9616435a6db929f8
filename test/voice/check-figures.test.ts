import { beforeAll, describe, expect, it } from "vitest";
import spec from "../../models/voice-emotion.json";
import weights from "../../models/voice-emotion.onnx";
import { VoiceModel } from "../../src/voice/model/voice-model.ts";
import { modelText } from "../support/check-clips.ts";
import { checkFigures } from "../support/check-figures.ts";
import { type CheckFigures, checkTable, differing, tableIn } from "../support/check-table.ts";

/** Another platform's arithmetic may differ in the last digit shown; other weights differ by far more. */
const TOLERANCE = 0.002;

const published: { check?: CheckFigures } = spec.figures;

declare module "vitest" {
	interface TaskMeta {
		/** What scripts/check-figures.ts takes from the run. */
		checkFigures?: CheckFigures;
	}
}

describe("the figures of the check speakers", () => {
	let figures: CheckFigures;
	beforeAll(async () => {
		figures = await checkFigures(new VoiceModel(weights, spec));
	});

	it("are those the model's facts give (npm run check-figures -- --write)", ({ task }) => {
		task.meta.checkFigures = figures;
		expect(differing(figures, published.check ?? {}, TOLERANCE)).toEqual([]);
	});

	it("are those the card shows", async () => {
		expect(tableIn(await modelText("CARD.md"))).toBe(checkTable(published.check ?? figures));
	});

	it("cannot be had from another model", async () => {
		const [first = "", ...others] = spec.labels;
		const another = { ...spec, labels: [...others, first], temperature: 2 * spec.temperature };
		const differences = differing(await checkFigures(new VoiceModel(weights, another)), figures, TOLERANCE);
		expect(differences).toContain("clips.macro");
		expect(differences).toContain("notes.expectedCalibrationError");
	});
});
