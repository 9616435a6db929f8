import en from "./en.json";
import { defineMessages } from "./messages.ts";

/** What shared components say. */
export const { t, counted } = defineMessages(en, {
	es: () => import("./es.json"),
	uk: () => import("./uk.json"),
});
