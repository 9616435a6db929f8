/** An active intervention, as the objects of sessions get it. */
export interface ActiveIntervention {
	id: string;
	name: string;
	model: string;
	moods: readonly string[];
	minConfidence: number;
	forSeconds: number;
	signals: readonly string[] | null;
	action: string;
	/** As JSON. */
	payload: string;
	cooldownSeconds: number;
	maxPerSession: number;
	holdout: number;
	round: number;
	salt: string;
}

export const ARMS = ["treated", "held_out"] as const;
export type Arm = (typeof ARMS)[number];
