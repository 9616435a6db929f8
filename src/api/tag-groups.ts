import type { TagGroup } from "../http/openapi-document.ts";

/** The order and the headings of the API reference. */
export const TAG_GROUPS: readonly TagGroup[] = [
	{
		name: "Session mood",
		tags: [
			{ name: "Session mood", description: "Post what happens on a page and read how its visitor feels." },
			{ name: "API keys", description: "Open an account, and make keys that may stand in web pages." },
		],
	},
	{
		name: "Voice journal",
		tags: [
			{ name: "Journal entries", description: "A note a day: upload it, read it, correct it, delete it." },
			{ name: "Progress", description: "Calendars, trends, streaks, and what goes with which mood." },
			{ name: "Alerts", description: "What the journal noticed about the last days." },
			{ name: "Activities", description: "What a day held, counted and compared with its mood." },
			{ name: "Recordings", description: "The audio of notes, where a person wants it kept." },
			{ name: "Settings", description: "Language, time zone, thresholds and consent." },
			{ name: "Reminders", description: "Devices that a reminder is sent to." },
			{ name: "Your data", description: "Take everything along, bring it back, or erase it." },
		],
	},
	{
		name: "Emotion vocabulary",
		tags: [
			{ name: "Emotions", description: "Emotions with keywords in Ukrainian, English and Spanish." },
			{ name: "Categories", description: "What emotions are sorted by." },
			{ name: "Dialogs", description: "Blocks of speech, tagged with emotions." },
			{ name: "Arcs", description: "How the emotion of a dialog rises and falls." },
		],
	},
	{
		name: "Service",
		tags: [{ name: "Service", description: "Whether the service is well." }],
	},
];
