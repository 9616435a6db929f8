import { FIELD, fieldOf } from "../encode.ts";
import { between, type Moment } from "./moment.ts";

const UNKNOWN_MS = 60_000;

/**
 * No input for a while. It speaks for lost interest by its length, and much less where the person came back from one
 * nearly as long, was writing, or had just pressed something, as one does to watch or to listen.
 */
export function onIdle(moment: Moment): void {
	const given = fieldOf(moment.event, FIELD.duration_ms);
	const still = Number.isNaN(given) ? UNKNOWN_MS : given;
	const cameBackFrom = moment.get("cameBackFrom");
	let strength = between(still, [
		[10_000, 0.4],
		[30_000, 0.7],
		[60_000, 1.2],
		[120_000, 1.9],
		[240_000, 2.6],
	]);
	if (cameBackFrom > 0 && still <= 1.7 * cameBackFrom) strength *= 0.25;
	if (hasStartedSomething(moment)) {
		moment.tell("watching");
		strength *= 0.2;
	}
	if (moment.get("pausesInField") >= 2) strength *= still <= 130_000 ? 0.3 : 0.7;
	else if (moment.get("isInField") === 1) strength *= 0.7;
	moment.tell("stillness", strength);
	moment.set("stillness", still);
}

/** The latest act was a click that led nowhere else, and not one of several tries. */
const hasStartedSomething = (moment: Moment): boolean =>
	moment.get("clickedLast") === 1 &&
	moment.get("answered") === 0 &&
	moment.get("clickAnswered") !== 0 &&
	moment.get("spotTries") < 2 &&
	moment.get("clickRun") < 3 &&
	moment.get("failures") <= 1;
