import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { compareArcs, intendedCurve } from "./analysis/compare-arcs.ts";
import type { CurvePoint, Shape } from "./analysis/types.ts";
import type { ArcQuery, DialogComparison } from "./contract.ts";
import { rounded } from "./describe-arc.ts";
import { arcOf, readArcSource } from "./read-arc.ts";

/** What a dialog is held against: another dialog of the same person, or the shape it was meant to have. */
export type ComparedWith = { dialogId: string } | { shape: Shape };

type CurveOnly = Pick<CurvePoint, "at" | "valence" | "low" | "high">[];

async function curveOf(
	context: Context,
	user: UserActor,
	id: string,
	query: ArcQuery,
): Promise<CurvePoint[]> {
	const { arc } = await arcOf(context, await readArcSource(context, user, id, query));
	if (arc.smoothed.length === 0) {
		throw new Fault({ code: "conflict", message: "One of the dialogs has no block with an emotion yet." });
	}
	return arc.smoothed;
}

const curveOnly = (curve: CurveOnly): CurveOnly =>
	curve.map(({ at, valence, low, high }) => ({ at, valence, low, high }));

/** How far a dialog's arc is from another one, and where they part. */
export async function compareDialogArcs(
	context: Context,
	user: UserActor,
	id: string,
	compared: ComparedWith,
	query: ArcQuery,
): Promise<DialogComparison> {
	const own = await curveOf(context, user, id, query);
	const other =
		"shape" in compared
			? intendedCurve(compared.shape, own)
			: await curveOf(context, user, compared.dialogId, { ...query, speaker: undefined });
	return rounded({
		dialogId: id,
		with: compared,
		...compareArcs(own, other),
		curves: [curveOnly(own), curveOnly(other)],
	});
}
