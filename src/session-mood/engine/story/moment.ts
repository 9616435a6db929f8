import { FIELD, fieldOf } from "../encode.ts";
import { NEVER, NOWHERE } from "../patterns/detector.ts";
import type { StoredEvent } from "../types.ts";
import { FACTS, type Fact } from "./facts.ts";

export const UNKNOWN = -1;

/** What the story remembers of a session, a number each, with what it holds at first. Times are in ms. */
const INITIAL = {
	/** Rage clicks write this cell alone, so that one more can never make anything else say less. */
	rageAt: NEVER,
	clickAt: NEVER,
	clickX: NOWHERE,
	clickY: NOWHERE,
	clickHasPlace: 0,
	/** Clicks near each other, and key presses, in quick succession without an answer. */
	clickRun: 0,
	keyRun: 0,
	/** Where somebody clicked so often in a row that it is a game or a counter. */
	steadyX: NOWHERE,
	steadyY: NOWHERE,
	/** Clicks at different places of one page, with nothing but work in fields between. */
	clicksInPlace: 0,
	/** Slow tries at one spot, and where that is. */
	spotTries: 0,
	spotX: NOWHERE,
	spotY: NOWHERE,
	/** Whether the page is known to have reacted to the latest click: 1 or 0, or UNKNOWN. */
	clickAnswered: UNKNOWN,
	/** 1 once anything followed the latest click: a page, scrolling, a field. */
	answered: 0,
	/** Hashes of the URLs of the page and of the one before it, and of the page's without its query. */
	page: NEVER,
	pageBefore: NEVER,
	path: NEVER,
	/** How often a query was worded anew, without a long look at anything between. */
	rewordings: 0,
	pageAt: NEVER,
	/** Page views in a row without a new page, and of the same page. */
	viewsSinceNew: 0,
	sameAgain: 0,
	/** Fields focused on this page, and those that had the focus long enough to be filled in. */
	pageFocuses: 0,
	filledOnPage: 0,
	backAt: NEVER,
	errorAt: NEVER,
	/** Hash of the message of the latest error that came when nobody had acted. */
	backgroundError: NEVER,
	/** The latest error of the person's own act, and how many there were on this page. */
	failedAt: NEVER,
	failures: 0,
	/** The latest click that ended work in a form, where it was, and how often it was repeated. */
	submittedAt: NEVER,
	submitX: NOWHERE,
	submitY: NOWHERE,
	resubmits: 0,
	focusesSinceSubmit: 0,
	/** Fields that had the focus long enough to be filled in, since the form was sent. */
	filledSinceSubmit: 0,
	/** Fields filled in before the form was first sent, and before it was last sent on this page. */
	filledAtFirst: 0,
	filledLast: 0,
	/** 1 once the whole form was filled in again after it had been sent: one record after another. */
	entersRecords: 0,
	/** How long the latest field had the focus. */
	stay: 0,
	isInField: 0,
	focusedAt: NEVER,
	blurredAt: NEVER,
	pausesInField: 0,
	/** The stillness that is going on, and the longest that the person came back from, fading. */
	stillness: 0,
	cameBackFrom: 0,
	scrolledAt: NEVER,
	scrollDirection: 0,
	scrollSpeed: 0,
	/** How long the page stood still before the latest scroll. */
	stoodStill: 0,
	backtrackedAt: NEVER,
	/** 1 if the latest act was a click. */
	clickedLast: 0,
	/** Where the next page goes in the list of seen ones. */
	nextSeen: 0,
};

export type Cell = keyof typeof INITIAL;
type TimeCell = Extract<Cell, `${string}At`>;

/** A page counts as seen while it is among so many latest ones. */
const SEEN_PAGES = 10;

const CELLS = Object.keys(INITIAL) as Cell[];
const OFFSET = Object.fromEntries(CELLS.map((cell, i) => [cell, i])) as Record<Cell, number>;
const FACT_INDEX = Object.fromEntries(FACTS.map((fact, i) => [fact, i])) as Record<Fact, number>;

/** The cells of a session without events. */
export const INITIAL_STORY: readonly number[] = [
	...Object.values(INITIAL),
	...Array.from({ length: SEEN_PAGES }, () => NEVER),
];

/** A fact by its index in FACTS, and how strongly the event makes it. */
export interface Told {
	fact: number;
	strength: number;
}

/** An event at its place in the session's story: what is remembered, and the facts that it makes. */
export class Moment {
	/** The facts that the event makes. */
	readonly told: Told[] = [];
	#memory: number[] = [];
	#base = 0;
	event: StoredEvent = [];
	/** The time of the event, in ms. */
	at = 0;

	/** Turns to the next event, of which nothing is told yet. */
	begin(memory: number[], base: number, event: StoredEvent): void {
		this.#memory = memory;
		this.#base = base;
		this.event = event;
		this.at = event[0] ?? 0;
		this.told.length = 0;
	}

	tell(fact: Fact, strength = 1): void {
		if (strength > 0) this.told.push({ fact: FACT_INDEX[fact], strength });
	}

	get(cell: Cell): number {
		return this.#memory[this.#base + OFFSET[cell]] ?? 0;
	}

	set(cell: Cell, value: number): void {
		this.#memory[this.#base + OFFSET[cell]] = value;
	}

	/** Adds one, and returns the sum. */
	count(cell: Cell): number {
		const value = this.get(cell) + 1;
		this.set(cell, value);
		return value;
	}

	/** Milliseconds since the time in a cell; infinite if there was none. */
	since(cell: TimeCell): number {
		const time = this.get(cell);
		return time === NEVER ? Number.POSITIVE_INFINITY : this.at - time;
	}

	/** Whether this page is among the latest ones. */
	hasSeen(url: number): boolean {
		for (let i = 0; i < SEEN_PAGES; i++) if (this.#memory[this.#base + CELLS.length + i] === url) return true;
		return false;
	}

	rememberPage(url: number): void {
		const next = this.get("nextSeen");
		this.#memory[this.#base + CELLS.length + next] = url;
		this.set("nextSeen", (next + 1) % SEEN_PAGES);
	}

	get hasPlace(): boolean {
		return !Number.isNaN(fieldOf(this.event, FIELD.x) + fieldOf(this.event, FIELD.y));
	}

	/** The end of a stillness, by more of the same: reading, watching, or work. */
	resume(fact: "reading_on" | "working_on"): void {
		const still = this.get("stillness");
		if (still === 0) return;
		this.set("stillness", 0);
		this.set("cameBackFrom", Math.max(0.8 * this.get("cameBackFrom"), still));
		this.tell("resumed");
		this.tell(fact, still > LONG_ABSENCE_MS ? 0.5 : 1);
	}
}

/** Who comes back after longer than this may have been away. */
const LONG_ABSENCE_MS = 150_000;

/** Linear between the points `[value, strength]`, constant outside. */
export function between(
	value: number,
	points: readonly (readonly [value: number, strength: number])[],
): number {
	let before: readonly [number, number] | undefined;
	for (const point of points) {
		if (value <= point[0]) {
			if (!before) return point[1];
			return before[1] + ((point[1] - before[1]) * (value - before[0])) / (point[0] - before[0]);
		}
		before = point;
	}
	return before?.[1] ?? 0;
}
