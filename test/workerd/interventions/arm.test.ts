import { describe, expect, it } from "vitest";
import { armOf } from "../../../src/session-mood/interventions/arm.ts";

describe("the arm of a session", () => {
	const armsAt = (holdout: number, salt = "salt") =>
		Promise.all(Array.from({ length: 4000 }, (_, i) => armOf({ id: "i", salt, holdout }, `session-${i}`)));

	it("is held out as often as it should be", async () => {
		for (const holdout of [0, 0.05, 0.3, 0.9]) {
			const share = (await armsAt(holdout)).filter((arm) => arm === "held_out").length / 4000;
			// Four standard errors.
			expect(Math.abs(share - holdout)).toBeLessThanOrEqual(4 * Math.sqrt((holdout * (1 - holdout)) / 4000));
		}
	});

	it("is the same every time, another for another intervention, and unknown without the salt", async () => {
		const [one, again, other] = [await armsAt(0.5), await armsAt(0.5), await armsAt(0.5, "other")];
		expect(again).toEqual(one);
		const same = one.filter((arm, i) => arm === other[i]).length / 4000;
		expect(Math.abs(same - 0.5)).toBeLessThan(0.04);
	});
});
