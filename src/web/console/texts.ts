import { defineMessages } from "../shared/messages/messages.ts";
import en from "./messages/en.json";

/** What the console says. */
export const { t, counted, languages } = defineMessages(en, {
	es: () => import("./messages/es.json"),
	uk: () => import("./messages/uk.json"),
});
