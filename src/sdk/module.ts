import { createClient } from "./client.ts";
import type * as Public from "./public.d.ts";

const client = createClient();

/** The ES module: `import { start, onMood } from "…/sdk.mjs"`. Typed by `public.d.ts`. */
const api = {
	...client,
	start: ({ api = new URL(import.meta.url).origin, ...options }) => client.start({ api, ...options }),
} satisfies typeof Public;

export const {
	start,
	onMood,
	onIntervention,
	outcome,
	onReading,
	onEvent,
	trackError,
	optOut,
	optIn,
	status,
} = api;
