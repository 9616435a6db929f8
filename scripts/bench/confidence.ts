import { MODELS } from "../../src/session-mood/models/index.ts";
import { formatReliability, reliabilityOf } from "../../test/support/reliability.ts";

/** Among the readings with a confidence about p, how many are right: on simulated personas, not on people. */
export async function benchConfidence(): Promise<void> {
	console.log("Readings by their confidence, on simulated personas that the calibration never saw:");
	for (const model of MODELS) console.log(`\n${formatReliability(reliabilityOf(model))}`);
}
