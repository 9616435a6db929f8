import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { callObject } from "../../outages.ts";
import type { ArmTally } from "../account/experiment-ledger.ts";
import type { Comparison, InterventionReport, ReportArm } from "./contract.ts";
import { findIntervention } from "./interventions.ts";
import { inWords } from "./report-in-words.ts";
import type { Difference } from "./statistics/boundary.ts";
import { differenceOfMeans } from "./statistics/means.ts";
import { differenceOfShares } from "./statistics/proportions.ts";
import { isSplitRight } from "./statistics/split-check.ts";

/** What an intervention did, against the sessions that were held out. Throws as `findIntervention`. */
export async function readReport(
	context: Context,
	actor: ApiKeyActor,
	id: string,
): Promise<InterventionReport> {
	const intervention = await findIntervention(context, actor, id);
	const { round, goal, action, holdout } = intervention;
	const { treated, held_out: heldOut } = await callObject(
		context.accounts
			.getByName(actor.accountId)
			.interventionTallies({ id, round, goal, action }, context.now()),
	);
	return reportOf(id, { goal, holdout }, treated, heldOut);
}

/** The report of two arms. */
export function reportOf(
	id: string,
	{ goal, holdout }: { goal: string | null; holdout: number },
	treated: ArmTally,
	heldOut: ArmTally,
): InterventionReport {
	const isSplit = isSplitRight(treated.sessions, heldOut.sessions, holdout);
	const compared = (difference: Difference | null): Comparison => ({
		difference: difference?.estimate ?? null,
		interval: difference?.interval ?? null,
		p_value: difference?.pValue ?? null,
		conclusive: isSplit && (difference?.isConclusive ?? false),
	});
	const recovery = compared(differenceOfShares(recoveryOf(treated), recoveryOf(heldOut)));
	return {
		intervention_id: id,
		treated: armOf(treated, goal),
		held_out: armOf(heldOut, goal),
		recovery,
		goal: goal === null ? null : compared(differenceOfShares(goalOf(treated), goalOf(heldOut))),
		value: goal === null ? null : compared(differenceOfMeans(valuesOf(treated), valuesOf(heldOut))),
		message: inWords(recoveryOf(treated), recoveryOf(heldOut), recovery, isSplit),
	};
}

const recoveryOf = ({ closedForRecovery, recovered }: ArmTally) => ({
	sessions: closedForRecovery,
	successes: recovered,
});
const goalOf = ({ closedForGoal, reachedGoal }: ArmTally) => ({
	sessions: closedForGoal,
	successes: reachedGoal,
});
const valuesOf = ({ closedForGoal, valueSum, valueSquares, hasNegativeValues }: ArmTally) => ({
	sessions: closedForGoal,
	sum: valueSum,
	squares: valueSquares,
	hasNegatives: hasNegativeValues,
});

const armOf = (tally: ArmTally, goal: string | null): ReportArm => ({
	sessions: tally.sessions,
	recovered: tally.recovered,
	reached_goal: goal === null ? 0 : tally.reachedGoal,
	helped: tally.helped,
	did_not_help: tally.didNotHelp,
	value_mean: goal === null || tally.closedForGoal === 0 ? null : tally.valueSum / tally.closedForGoal,
});
