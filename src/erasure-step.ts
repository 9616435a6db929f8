import type { Context } from "./context.ts";

/** One kind of thing that belongs to a person. Every capability that stores such things has one. */
export interface ErasureStep {
	/** How the report calls what is erased. */
	name: string;
	/** Erases some of it and says how many; 0 when there is nothing left. Repeating it does no harm. */
	eraseSome(context: Context, userId: string): Promise<number>;
}
