import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import { type ModelReading, readMood } from "../../../src/session-mood/engine/read.ts";
import type { ModelState, MoodModel } from "../../../src/session-mood/engine/types.ts";
import type { LivedSession } from "./person.ts";
import { failuresOf, successOf } from "./turning-points.ts";

/** When a session begins, in Unix seconds. */
const START = 1_777_000_000;
/** Actions that take a person's attention from what they do. */
const INTERRUPTIONS: ReadonlySet<string> = new Set([
	"show_live_chat",
	"offer_help",
	"show_tooltip",
	"show_exit_offer",
]);

/** The moods of the second model that are right where these of the first are. */
const ALSO_RIGHT: Readonly<Record<string, readonly string[]>> = {
	browsing: ["curious", "engaged", "satisfied"],
	decisive: ["engaged", "satisfied"],
	focused: ["engaged", "satisfied"],
	disengaged: ["bored"],
};

/** Whether a model's mood is right for people for whom these of `intent` are. */
export const isRightFor = (right: readonly string[], mood: string): boolean =>
	right.some((name) => name === mood || (ALSO_RIGHT[name] ?? []).includes(mood));

/** How one session was read, event by event. */
export interface Judgement {
	session: LivedSession;
	/** The reading at the last event. */
	last: ModelReading;
	isRight: boolean;
	/** Innocent, and an interrupting action was suggested: at the end, or ever. */
	isInterrupted: boolean;
	wasEverInterrupted: boolean;
	/** Of those in trouble: whether help was ever suggested. */
	wasHelped?: boolean;
	/** How often another mood was told than before, neutral apart. */
	changes: number;
	/** Of those in trouble with three failures: whether trouble was told within 10 s of the third. */
	wasNoticed?: boolean;
	/** Of those who recover and stay for so long: whether none was told 30 s after the success. */
	wasCalm?: boolean;
}

const TROUBLE: ReadonlySet<string> = new Set(["frustrated", "confused"]);
const NOTICED_WITHIN = 10;
const CALM_WITHIN = 30;

/** Whether trouble is told at a time, in seconds; the mood that is told holds until the next event. */
const isTroubled = (told: readonly { t: number; mood: string }[], at: number): boolean =>
	TROUBLE.has(told.findLast(({ t }) => t <= at)?.mood ?? "neutral");

function turningPoints(session: LivedSession, told: readonly { t: number; mood: string }[]) {
	const third = failuresOf(session)[2];
	const success = successOf(session);
	const end = session.events.at(-1)?.t ?? 0;
	return {
		...(session.family.inTrouble &&
			third !== undefined && {
				wasNoticed:
					isTroubled(told, third) ||
					told.some(({ t, mood }) => t > third && t <= third + NOTICED_WITHIN && TROUBLE.has(mood)),
			}),
		...(success !== undefined &&
			end >= success + CALM_WITHIN && { wasCalm: !isTroubled(told, success + CALM_WITHIN) }),
	};
}

/** Reads a session after each of its events, as somebody would who watches it. */
export function judge(model: MoodModel, session: LivedSession): Judgement {
	const { family, events } = session;
	let state: ModelState = emptyState();
	let last = readMood(model, state);
	let told = "neutral";
	let changes = 0;
	let wasEverActedUpon = false;
	const all: { t: number; mood: string }[] = [];
	for (const { t, ...event } of events) {
		state = fold(model, state, [{ ...event, ts: START + t }]);
		last = readMood(model, state);
		all.push({ t, mood: last.mood });
		if (INTERRUPTIONS.has(last.suggested_action)) wasEverActedUpon = true;
		if (last.mood === told || last.mood === "neutral") continue;
		if (told !== "neutral") changes += 1;
		told = last.mood;
	}
	const isInnocent = !family.inTrouble;
	return {
		session,
		last,
		isRight: isRightFor(family.right, last.mood),
		isInterrupted: isInnocent && INTERRUPTIONS.has(last.suggested_action),
		wasEverInterrupted: isInnocent && !family.recovers && wasEverActedUpon,
		...(family.inTrouble && { wasHelped: wasEverActedUpon }),
		changes,
		...turningPoints(session, all),
	};
}

/** How well a model reads people: shares from 0 to 1, each family counting the same. */
export interface Report {
	sessions: number;
	right: number;
	/** Of the innocent: at the end, and ever, if nothing ever went wrong for them. */
	interrupted: number;
	everInterrupted: number;
	/** Expected calibration error of the told moods, ten bins (Naeini et al. 2015). */
	calibrationError: number;
	medianChanges: number;
	/** Of those in trouble: help was ever suggested. */
	helped: number;
	/** Of those in trouble, noticed within 10 s of the third failure; of those who recover, calm 30 s after. */
	noticed: number;
	calm: number;
	/** Share right, worst first. */
	byFamily: { name: string; right: number; everInterrupted: number; told: Record<string, number> }[];
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export function reportOn(judgements: readonly Judgement[]): Report {
	const families = Map.groupBy(judgements, ({ session }) => session.family);
	const byFamily = [...families].map(([{ name, inTrouble, recovers = false }, own]) => ({
		name,
		inTrouble,
		recovers,
		right: mean(own.map(({ isRight }) => Number(isRight))),
		interrupted: mean(own.map(({ isInterrupted }) => Number(isInterrupted))),
		everInterrupted: mean(own.map(({ wasEverInterrupted }) => Number(wasEverInterrupted))),
		told: Object.fromEntries(
			[...Map.groupBy(own, ({ last }) => last.mood)].map(([mood, those]) => [mood, those.length]),
		),
	}));
	const innocent = byFamily.filter(({ inTrouble }) => !inTrouble);
	const changes = judgements.map((judgement) => judgement.changes).sort((a, b) => a - b);
	return {
		sessions: judgements.length,
		right: mean(byFamily.map(({ right }) => right)),
		interrupted: mean(innocent.map(({ interrupted }) => interrupted)),
		everInterrupted: mean(
			innocent.filter(({ recovers }) => !recovers).map(({ everInterrupted }) => everInterrupted),
		),
		calibrationError: calibrationErrorOf(judgements),
		medianChanges: changes[changes.length >> 1] ?? 0,
		helped: shareOf(judgements, ({ wasHelped }) => wasHelped),
		noticed: shareOf(judgements, ({ wasNoticed }) => wasNoticed),
		calm: shareOf(judgements, ({ wasCalm }) => wasCalm),
		byFamily: byFamily.sort((a, b) => a.right - b.right),
	};
}

/** The share of those for whom it is known, each family counting the same. */
function shareOf(
	judgements: readonly Judgement[],
	of: (judgement: Judgement) => boolean | undefined,
): number {
	const known = judgements.filter((judgement) => of(judgement) !== undefined);
	const families = Map.groupBy(known, ({ session }) => session.family);
	return mean([...families.values()].map((own) => mean(own.map((judgement) => Number(of(judgement))))));
}

const BINS = 10;

function calibrationErrorOf(judgements: readonly Judgement[]): number {
	const bins = Map.groupBy(judgements, ({ last }) => Math.min(BINS - 1, Math.floor(last.confidence * BINS)));
	let error = 0;
	for (const own of bins.values()) {
		const gap =
			mean(own.map(({ isRight }) => Number(isRight))) - mean(own.map(({ last }) => last.confidence));
		error += (own.length / judgements.length) * Math.abs(gap);
	}
	return error;
}
