import type { StartOptions } from "./public.d.ts";

/** The options with their defaults. */
export type Started = StartOptions & Required<Pick<StartOptions, "api">>;
