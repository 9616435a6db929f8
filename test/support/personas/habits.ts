import type { MoveName } from "./moves.ts";

/** How often each mood makes each move, by model. Moods overlap on purpose: nearly every move occurs in several. */
type Habits = Partial<Record<MoveName, number>>;

export const HABITS: Readonly<Record<string, Readonly<Record<string, Habits>>>> = {
	intent: {
		frustrated: {
			rage: 3,
			assertedRage: 1,
			error: 3,
			goBack: 1.5,
			thereAndBack: 1,
			pauseTyping: 1,
			click: 2,
			view: 1,
		},
		confused: {
			seek: 3,
			backtrack: 2,
			hover: 2,
			hoverThenClick: 1.5,
			pauseTyping: 2,
			thereAndBack: 1,
			goBack: 1,
			touchField: 1,
			click: 1,
			view: 1,
		},
		decisive: {
			quickClicks: 3,
			goStraight: 3,
			focusThenClick: 3,
			click: 2,
			view: 0.5,
			skim: 0.7,
			fillField: 0.6,
		},
		browsing: { view: 4, skim: 4, readDeep: 1.5, click: 2, hover: 1, tripleClick: 0.3, idle: 0.2 },
		disengaged: { idle: 4, leaveField: 1.5, blur: 2, skim: 1, view: 1, hover: 0.5, goBack: 0.3 },
		focused: {
			fillField: 5,
			focusThenClick: 0.8,
			pauseTyping: 0.5,
			click: 0.5,
			skim: 0.3,
			idle: 0.2,
			error: 0.1,
		},
	},
};
