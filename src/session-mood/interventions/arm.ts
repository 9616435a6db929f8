import { sha256 } from "../../sha256.ts";
import type { ActiveIntervention, Arm } from "./active-intervention.ts";

const DIGITS = 13;

/**
 * The arm of a session: the same every time, and held out in a share of `holdout` of the sessions. Without the salt it
 * cannot be told.
 */
export async function armOf(
	{ id, salt, holdout }: Pick<ActiveIntervention, "id" | "salt" | "holdout">,
	sessionId: string,
): Promise<Arm> {
	// 52 bits, as many as a double holds.
	const digest = await sha256(`${salt}:${id}:${sessionId}`);
	const place = Number.parseInt(digest.slice(0, DIGITS), 16) / 16 ** DIGITS;
	return place < holdout ? "held_out" : "treated";
}
