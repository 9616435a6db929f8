import type { Family } from "../person.ts";
import { CALM_NEWCOMERS } from "./calm.ts";
import { TROUBLED_NEWCOMERS } from "./troubled.ts";

/**
 * People described by somebody who knew neither the engine nor the families that it was made with. They judge it: no
 * weight, threshold or rule may be fitted to them.
 */
export const STRANGERS: readonly Family[] = [...CALM_NEWCOMERS, ...TROUBLED_NEWCOMERS];
