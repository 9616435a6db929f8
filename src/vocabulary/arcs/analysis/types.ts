/** One block of a dialog as the analysis sees it. Valence and arousal are null where nothing is known of them. */
export interface ArcBlock {
	id: string;
	/** Place in the whole dialog, from 0. */
	position: number;
	speaker: string;
	emotionId: string | null;
	categoryId: string | null;
	/** −1 unpleasant … 1 pleasant, already scaled by the block's intensity. */
	valence: number | null;
	/** −1 calm … 1 excited, already scaled by the block's intensity. */
	arousal: number | null;
	/** 0 … 1. */
	intensity: number;
	/** Who said which emotion it is: an editor's tag, or the words of the text. */
	source: "tag" | "suggestion" | null;
}

/** A block whose place on the circumplex is known. `at` is its place in the dialog, 0 … 1. */
export interface AffectPoint {
	at: number;
	valence: number;
	arousal: number;
}

/** A point of a smoothed curve; `low` and `high` bound the valence (95 %), null where there are too few blocks. */
export interface CurvePoint extends AffectPoint {
	low: number | null;
	high: number | null;
}

export const SHAPES = [
	"rags_to_riches",
	"tragedy",
	"man_in_a_hole",
	"icarus",
	"cinderella",
	"oedipus",
] as const;

/** The six basic emotional arcs (Reagan et al. 2016, doi:10.1140/epjds/s13688-016-0093-1). */
export type Shape = (typeof SHAPES)[number];
