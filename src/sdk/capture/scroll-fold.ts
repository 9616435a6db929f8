const MIN_RUN_PX = 50;
/** A run of a single jump (a wheel notch, Page Down) has no measurable duration; this is its perceived one. */
const MIN_RUN_MS = 100;
const BACKTRACK_PX = 150;
const BACKTRACK_WITHIN_MS = 2_000;

export interface Position {
	/** Pixels scrolled from the top. */
	readonly top: number;
	/** The maximum of `top`. */
	readonly room: number;
	/** Pixels that are seen at once. */
	readonly height: number;
	/** Unix milliseconds. */
	readonly at: number;
}

/** Speed is told as on a screen so high: who reads on a large one moves more pixels at a time. */
const USUAL_HEIGHT_PX = 800;
/** Smaller ones are lists and boxes within the page. */
const MIN_HEIGHT_PX = 400;

export type ScrollEvent =
	| { readonly type: "backtrack" }
	| {
			readonly type: "scroll";
			readonly speed: number;
			readonly direction: "up" | "down";
			readonly value: number;
	  };

interface Run {
	readonly from: Position;
	readonly to: Position;
}

/**
 * Folds the positions of one scroller into events. A run is a movement in one direction without a pause: it becomes a
 * `scroll` with its mean speed (px/s, on a usual screen) and the depth reached (percent). A reversal within two seconds, at least 150 px
 * both ways and not at the end of the page, is also a `backtrack`.
 */
export function createScrollFold() {
	let resting: Position | undefined;
	let run: Run | undefined;
	let previous: Run | undefined;

	const finish = (): ScrollEvent[] => {
		const done = run;
		run = undefined;
		resting = done?.to ?? resting;
		if (!done || lengthOf(done) < MIN_RUN_PX) return [];
		const turned = previous && isBacktrack(previous, done);
		previous = done;
		return turned ? [describe(done), { type: "backtrack" }] : [describe(done)];
	};
	return {
		finish,
		isRunning: () => !!run,
		/** The scroller is here without the visitor having scrolled. */
		rest(position: Position): void {
			if (!run) resting = position;
		},
		/** @param inputAt time of the latest wheel, key or touch input, which is the start of a new run */
		move(position: Position, inputAt: number): ScrollEvent[] {
			const last = run?.to ?? resting;
			if (!last) {
				resting = position;
				return [];
			}
			const turned = run && signOf(run) * (position.top - last.top) < 0;
			const events = turned ? finish() : [];
			run = { from: run?.from ?? { ...last, at: Math.max(last.at, inputAt) }, to: position };
			return events;
		},
	};
}

const signOf = ({ from, to }: Run) => Math.sign(to.top - from.top);
const lengthOf = ({ from, to }: Run) => Math.abs(to.top - from.top);

function describe({ from, to }: Run): ScrollEvent {
	const seconds = Math.max(MIN_RUN_MS, to.at - from.at) / 1_000;
	return {
		type: "scroll",
		speed: Math.round(
			(Math.abs(to.top - from.top) / seconds) * (USUAL_HEIGHT_PX / Math.max(MIN_HEIGHT_PX, to.height)),
		),
		direction: to.top > from.top ? "down" : "up",
		value: to.room > 0 ? Math.min(100, Math.max(0, Math.round((100 * to.top) / to.room))) : 0,
	};
}

function isBacktrack(before: Run, run: Run): boolean {
	const atEnd = before.to.top <= 0 || before.to.top >= before.to.room - 1;
	return (
		signOf(before) === -signOf(run) &&
		!atEnd &&
		run.from.at - before.to.at < BACKTRACK_WITHIN_MS &&
		lengthOf(before) >= BACKTRACK_PX &&
		lengthOf(run) >= BACKTRACK_PX
	);
}
