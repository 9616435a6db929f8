import type { PostedEvent } from "../../../src/session-mood/session/session-state.ts";
import { type PersonaRandom, personaRandom } from "../personas/random.ts";

/** Seconds since the session began, and what the snippet would have reported then. */
export interface PersonEvent extends Omit<PostedEvent, "ts"> {
	t: number;
}

/** Clicks this close in time and place are one series; its third is reported as a rage click. */
const SERIES = { seconds: 1, pixels: 30, length: 3 };
/** Seconds without any input after which the snippet reports `idle`, each twice the one before. */
const FIRST_IDLE = 30;
const SCREEN = { width: 1240, height: 800 };

/**
 * Somebody who uses a site: each method is something they do, and writes the events that the snippet reports of it.
 * Times are in seconds. `around` a time, people differ: each has a tempo, and no two waits are alike.
 */
export class Person {
	readonly events: PersonEvent[] = [];
	readonly random: PersonaRandom;
	readonly #tempo: number;
	readonly #evidence: { answered?: boolean };
	#now = 0;
	#place: readonly [x: number, y: number] = [400, 300];
	#depth = 0;
	#series = { length: 0, at: Number.NEGATIVE_INFINITY, x: 0, y: 0 };

	/** `answered`: whether the page reacts to clicks, where the snippet looks; undefined where it does not. */
	constructor(random: PersonaRandom, answered?: boolean) {
		this.random = random;
		this.#evidence = answered === undefined ? {} : { answered };
		this.#tempo = random.around(1, 0.2);
	}

	get now(): number {
		return this.#now;
	}

	/** Reports an event. For what no other method does. */
	report(type: string, fields: Partial<Omit<PostedEvent, "ts" | "type">> = {}): this {
		this.events.push({ t: Math.round(this.#now * 1000) / 1000, type, ...fields });
		return this;
	}

	/** Lets about so many seconds pass, longer for slow people. */
	wait(seconds: number, spread = 0.35): this {
		this.#now += Math.min(seconds * 3, this.random.around(seconds * this.#tempo, spread));
		return this;
	}

	/** Lets exactly so many seconds pass. */
	exactly(seconds: number): this {
		this.#now += seconds;
		return this;
	}

	/** Sits still for so many seconds: no input at all. The snippet reports idle at 30, 60, 120 … seconds. */
	rest(seconds: number): this {
		const start = this.#now;
		for (let idle = FIRST_IDLE; idle <= seconds; idle *= 2) {
			this.#now = start + idle;
			this.report("idle", { duration_ms: idle * 1000 + this.random.whole(0, 20) });
		}
		this.#now = start + seconds;
		return this;
	}

	/** A page is there. */
	open(url: string): this {
		this.#depth = 0;
		return this.report("page_view", { url });
	}

	/** Uses the browser's back button; `url` is the page before. */
	back(url: string): this {
		return this.report("back_nav").exactly(0.1).open(url);
	}

	/** Points somewhere: at a place, or anywhere on the screen. */
	pointAt(x: number, y: number): this {
		this.#place = [x, y];
		return this;
	}
	pointAnywhere(): this {
		return this.pointAt(this.random.whole(40, SCREEN.width - 40), this.random.whole(40, SCREEN.height - 40));
	}

	/** Clicks where they point, a few pixels off. */
	click(shake = 3, fields: Partial<Pick<PostedEvent, "context">> = {}): this {
		const x = this.#place[0] + this.random.whole(-shake, shake);
		const y = this.#place[1] + this.random.whole(-shake, shake);
		const { at, length } = this.#series;
		const isNear = Math.abs(x - this.#series.x) + Math.abs(y - this.#series.y) < SERIES.pixels;
		const goesOn = this.#now - at < SERIES.seconds && isNear && fields.context === undefined;
		this.#series = { length: goesOn ? length + 1 : 1, at: this.#now, x, y };
		const isRage = this.#series.length === SERIES.length && fields.context === undefined;
		return this.report(isRage ? "rage_click" : "click", { x, y, ...fields, ...this.#evidence });
	}

	/** Presses a button by keyboard, switch or screen reader: a click without a place. */
	press(): this {
		return this.report("click", this.#evidence);
	}

	/** Scrolls by a share of the page's height, in percent. Pixels a second. */
	scroll(
		direction: "down" | "up" = "down",
		speed = this.random.around(800, 0.4),
		percent = this.random.between(6, 20),
	): this {
		this.#depth = Math.max(0, Math.min(100, this.#depth + (direction === "down" ? percent : -percent)));
		return this.report("scroll", { speed: Math.round(speed), direction, value: Math.round(this.#depth) });
	}

	/** Turns back while scrolling, which the snippet reports beside the scroll itself. */
	backtrack(): this {
		return this.report("backtrack");
	}

	/** Goes into a form field, and out of it. */
	focus(): this {
		return this.report("focus");
	}
	blur(): this {
		return this.report("blur");
	}

	/** Types for about so many seconds, with pauses of so many seconds (2 or more) in the middle. */
	type(seconds: number, pauses = 0, length: readonly [number, number] = [2, 5]): this {
		for (let i = 0; i < pauses; i++) {
			this.wait(seconds / (pauses + 1));
			const pause = this.random.between(...length);
			this.exactly(pause).report("input_pause", { duration_ms: Math.round(pause * 1000) });
		}
		return this.wait(seconds / (pauses + 1));
	}

	/** Fills in one field. */
	fill(seconds = 5, pauses = 0): this {
		return this.focus().type(seconds, pauses).blur().exactly(this.random.between(0.05, 0.5));
	}

	/** Rests the pointer on something, without a click, for so many seconds. */
	hover(seconds = this.random.between(1.5, 4)): this {
		this.pointAnywhere().exactly(seconds);
		const [x, y] = this.#place;
		return this.report("hover", { x, y, duration_ms: Math.round(seconds * 1000) });
	}

	/** A script error is reported, whoever caused it. */
	error(message = "Error"): this {
		return this.report("error", { message });
	}

	/** Something that happens by itself at an earlier time. */
	meanwhile(at: number, happen: () => void): this {
		const now = this.#now;
		this.#now = at;
		happen();
		this.#now = now;
		return this;
	}

	/** Does something between `least` and `most` times. */
	times(least: number, most: number, act: (i: number) => void): this {
		const count = this.random.whole(least, most);
		for (let i = 0; i < count; i++) act(i);
		return this;
	}

	oneOf<T>(...values: T[]): T {
		return this.random.pick(values.map((value) => [value, 1] as const));
	}
}

/** People who use sites in one way. */
export interface Family {
	name: string;
	/** The moods of the `intent` model that would be right, at the end of the session. */
	right: readonly string[];
	/** Whether something goes wrong for them, or they are about to leave: an action would be no interruption. */
	inTrouble: boolean;
	/** Whether something went wrong that is over at the end: on the way, an action was no interruption. */
	recovers?: boolean;
	/** Whether the page does not react to their clicks. */
	deadClicks?: boolean;
	/** What is known of such people: published research or guidelines. */
	source: string;
	live(person: Person): void;
}

export interface LivedSession {
	family: Family;
	events: PersonEvent[];
}

const seedOf = (name: string): number => {
	let hash = 7;
	for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash;
};

/**
 * `each` people of every family. The same seed gives the same people. With `seesAnswers`, the snippet reports of each
 * click whether the page reacted to it.
 */
export function livedSessions(
	families: readonly Family[],
	each: number,
	seed: number,
	{ seesAnswers = false } = {},
): LivedSession[] {
	return families.flatMap((family) =>
		Array.from({ length: each }, (_, i) => {
			const random = personaRandom(seedOf(family.name) + seed * 7919 + i * 104_729);
			const person = new Person(random, seesAnswers ? !family.deadClicks : undefined);
			family.live(person);
			return { family, events: person.events.toSorted((a, b) => a.t - b.t) };
		}),
	);
}
