import type { Family } from "../person.ts";
import { CALM_ACQUAINTANCES } from "./calm.ts";
import { TROUBLED_ACQUAINTANCES } from "./troubled.ts";

/**
 * People described by somebody who did not know the engine. They judged it once; since it was made better by what that
 * showed, they are known to it like the others.
 */
export const ACQUAINTANCES: readonly Family[] = [...CALM_ACQUAINTANCES, ...TROUBLED_ACQUAINTANCES];
