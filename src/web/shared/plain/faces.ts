/** A face in three strokes: eyes, brows, mouth, as SVG paths in a 64 × 64 box. */
export interface Face {
	readonly eyes: string;
	readonly brows: string;
	readonly mouth: string;
}

const OPEN = "M23 29v.1M41 29v.1";

/** One face a mood. Paths of one kind share their commands, so that they can move into one another. */
export const FACES: Readonly<Record<string, Face>> = {
	unknown: { eyes: OPEN, brows: "M19 21q4 0 8 0M37 21q4 0 8 0", mouth: "M25 43q7 0 14 0" },
	neutral: { eyes: OPEN, brows: "M19 21q4 -1 8 0M37 21q4 -1 8 0", mouth: "M24 42q8 2 16 0" },
	frustrated: { eyes: OPEN, brows: "M18 19q5 2 9 5M46 19q-5 2 -9 5", mouth: "M23 46q9 -8 18 0" },
	confused: { eyes: OPEN, brows: "M19 23q4 -1 8 0M37 19q4 -4 8 0", mouth: "M25 44q5 -5 14 -2" },
	decisive: { eyes: OPEN, brows: "M19 21q4 0 8 2M45 21q-4 0 -8 2", mouth: "M23 42q9 5 18 -2" },
	browsing: { eyes: "M25 28v.1M43 28v.1", brows: "M19 20q4 -3 8 0M37 20q4 -3 8 0", mouth: "M23 41q9 7 18 0" },
	focused: { eyes: "M23 31v.1M41 31v.1", brows: "M19 23q4 0 8 1M45 23q-4 0 -8 1", mouth: "M27 43q5 1 10 0" },
	disengaged: {
		eyes: "M21 30h5M38 30h5",
		brows: "M19 22q4 1 8 2M45 22q-4 1 -8 2",
		mouth: "M25 44q7 -1 14 0",
	},
};
