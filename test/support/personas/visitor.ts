import type { MoodEvent } from "../../../src/session-mood/engine/types.ts";
import type { PersonaRandom } from "./random.ts";

const STARTS_AT = 1_777_888_800;
const PAGES = 12;

/** Somebody on a site: what they do becomes events, spaced in time by their own tempo. */
export class Visitor {
	readonly events: MoodEvent[] = [];
	readonly random: PersonaRandom;
	readonly tempo: number;
	readonly types: ReadonlySet<string>;
	private clock = STARTS_AT;
	private place = { x: 0, y: 0 };
	private page = 0;

	/** `tempo` stretches every wait; `types` are the event types that the model takes, others are not sent. */
	constructor(random: PersonaRandom, tempo: number, types: ReadonlySet<string>) {
		this.random = random;
		this.tempo = tempo;
		this.types = types;
		this.moveOn();
	}

	/** Waits about so many seconds. */
	wait(seconds: number): this {
		this.clock += this.random.around(seconds * this.tempo);
		return this;
	}

	/** Waits so many seconds whatever the tempo: for what hands do by themselves. */
	waitExactly(seconds: number): this {
		this.clock += seconds;
		return this;
	}

	moveOn(): this {
		this.place = { x: this.random.whole(20, 1200), y: this.random.whole(20, 780) };
		return this;
	}

	emit(type: string, fields: Partial<MoodEvent> = {}): this {
		const ts = Math.round(this.clock * 1000) / 1000;
		if (this.types.has(type)) this.events.push({ type, ts, ...fields });
		return this;
	}

	click(type = "click"): this {
		const shake = () => this.random.whole(-4, 4);
		return this.emit(type, { x: this.place.x + shake(), y: this.place.y + shake() });
	}

	scroll(speed: number, direction: "up" | "down", value: number): this {
		return this.emit("scroll", {
			speed: Math.round(speed),
			direction,
			value: Math.min(100, Math.round(value)),
		});
	}

	/** To another page, or back to `page`; returns the page left. */
	goTo(type: string, page = this.random.whole(0, PAGES)): number {
		const left = this.page;
		this.page = page;
		this.emit(type, { url: `https://shop.example/${page}` });
		return left;
	}
}
