import type { Context } from "./context.ts";

/** Erases one kind of personal data. Every capability that stores personal data has at least one step. */
export interface ErasureStep {
	/** The name of this data in the erasure report. */
	name: string;
	/** Erases a batch and returns its size; 0 when nothing is left. Idempotent. */
	eraseSome(context: Context, userId: string): Promise<number>;
}
