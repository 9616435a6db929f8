import { FIELD, typeOf } from "../encode.ts";
import type { TypeIndex } from "../patterns/detector.ts";
import type { StoredEvent, StoryRoles } from "../types.ts";
import { onClick } from "./clicks.ts";
import { onError } from "./errors.ts";
import { onBlur, onFocus, onInputPause } from "./fields.ts";
import { INITIAL_STORY, Moment, type Told } from "./moment.ts";
import { onBack, onPageView } from "./pages.ts";
import { onBacktrack, onHover, onScroll } from "./scrolling.ts";
import { onIdle } from "./stillness.ts";

/** The story of a session: a fixed number of cells that turn each event, in time order, into facts. */
export interface Story {
	initial: readonly number[];
	/** Mask of the fields it reads, see FIELD. */
	fields: number;
	/** The facts that the event makes, each once; the array is reused by the next call. */
	step(memory: number[], base: number, event: StoredEvent): readonly Told[];
}

const STEPS: Readonly<Record<keyof StoryRoles, (moment: Moment) => void>> = {
	rage: (moment) => moment.set("rageAt", moment.at),
	click: onClick,
	error: onError,
	view: onPageView,
	back: onBack,
	scroll: onScroll,
	backtrack: onBacktrack,
	hover: onHover,
	focus: onFocus,
	blur: onBlur,
	pause: onInputPause,
	idle: onIdle,
};

export function compileStory(roles: StoryRoles, typeIndex: TypeIndex): Story {
	const steps: ((moment: Moment) => void)[] = [];
	for (const [role, types] of Object.entries(roles))
		for (const type of [types].flat()) steps[typeIndex(type)] = STEPS[role as keyof StoryRoles];
	const moment = new Moment();
	return {
		initial: INITIAL_STORY,
		fields:
			FIELD.x |
			FIELD.y |
			FIELD.url |
			FIELD.page |
			FIELD.message |
			FIELD.direction |
			FIELD.speed |
			FIELD.duration_ms,
		step(memory, base, event) {
			moment.begin(memory, base, event);
			steps[typeOf(event)]?.(moment);
			return moment.told;
		},
	};
}
