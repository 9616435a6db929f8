import type { TagGroup } from "../http/openapi-document.ts";

/** The order and the headings of the API reference. */
export const TAG_GROUPS: readonly TagGroup[] = [
	{
		name: "Session mood",
		tags: [
			{ name: "Session mood", description: "Post a visitor's events and read their mood." },
			{ name: "Live", description: "Watch moods change, by a socket or as server-sent events." },
			{ name: "Interventions", description: "What to show in which mood, and whether it helps." },
			{ name: "Webhooks", description: "Be told what happens, by signed messages." },
			{ name: "Looking back", description: "Sessions, their stories, moods over time and usage." },
			{ name: "API keys", description: "Open an account, and create keys for use in web pages." },
		],
	},
	{
		name: "Voice journal",
		tags: [
			{ name: "Journal entries", description: "One voice note per day: upload, read, correct, delete." },
			{ name: "Voice adjustment", description: "How scores are adjusted to one person, and forgetting it." },
			{ name: "Progress", description: "Calendars, trends, streaks and insights." },
			{ name: "Alerts", description: "Notable patterns in recent days." },
			{ name: "Activities", description: "The activities of each day, counted and compared with its mood." },
			{ name: "Recordings", description: "The audio of notes, kept only with the user's consent." },
			{ name: "Settings", description: "Language, time zone, thresholds and consent." },
			{ name: "Reminders", description: "The devices that receive reminders." },
			{ name: "Your data", description: "Export everything, import it again, or erase it." },
		],
	},
	{
		name: "Emotion vocabulary",
		tags: [
			{ name: "Emotions", description: "Emotions with keywords in Ukrainian, English and Spanish." },
			{ name: "Categories", description: "The groups that emotions belong to." },
			{ name: "Dialogs", description: "Blocks of speech, tagged with emotions." },
			{ name: "Arcs", description: "How emotion rises and falls in a dialog." },
		],
	},
	{
		name: "Service",
		tags: [{ name: "Service", description: "The health of the service." }],
	},
];
