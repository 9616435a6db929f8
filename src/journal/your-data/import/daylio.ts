import Papa from "papaparse";
import { type CalendarDay, isCalendarDay } from "../../days/calendar-day.ts";

/** Which emoji a mood name stands for, and which of our activities a name; names in lower case. */
export interface DaylioMapping {
	moods: Readonly<Record<string, string>>;
	activities: Readonly<Record<string, string>>;
}

/** Daylio's own five moods and the activities it starts with. People rename both. */
export const DAYLIO_DEFAULTS: DaylioMapping = {
	moods: { rad: "😄", good: "😊", meh: "😐", bad: "😒", awful: "😢" },
	activities: {
		family: "family",
		friends: "social",
		date: "social",
		party: "social",
		exercise: "exercise",
		running: "exercise",
		gym: "exercise",
		sport: "sports",
		sports: "sports",
		relax: "relaxing",
		relaxing: "relaxing",
		reading: "reading",
		music: "music",
		gaming: "gaming",
		cooking: "cooking",
		cook: "cooking",
		art: "creative",
		drawing: "creative",
		shopping: "shopping",
		walk: "walking",
		walking: "walking",
		work: "work",
		study: "work",
		sleep: "sleep",
		"good sleep": "sleep",
		"sleep early": "sleep",
	},
};

/** One day of a Daylio journal. */
export interface DaylioDay {
	date: CalendarDay;
	/** `HH:MM`, when its last entry was made. */
	time: string;
	emoji: string;
	activityKeys: string[];
}

/** What a file holds, and what of it has no place here. */
export interface DaylioJournal {
	/** Oldest first, one a day: of several the last one's mood, with the activities of all. */
	days: DaylioDay[];
	entries: number;
	notes: number;
	/** Mood names that stand for no emoji; `days` is not to be used while there are any. */
	unknownMoods: string[];
	unknownActivities: string[];
	/** Line numbers, from 1, whose date cannot be read. */
	badLines: number[];
}

interface Line {
	full_date?: string;
	time?: string;
	mood?: string;
	activities?: string;
	note_title?: string;
	note?: string;
}

/** `8:05 PM` and `20:05` are the same; noon where it is neither. */
function timeOf(text: string): string {
	const match = /^(\d{1,2}):(\d{2})\s*([ap]m)?/i.exec(text.trim());
	if (!match) return "12:00";
	const half = match[3]?.toLowerCase();
	const hour = half ? (Number(match[1]) % 12) + (half === "pm" ? 12 : 0) : Number(match[1]);
	return hour > 23 || Number(match[2]) > 59 ? "12:00" : `${String(hour).padStart(2, "0")}:${match[2]}`;
}

const nameOf = (text: string | undefined): string => (text ?? "").trim().toLowerCase();

const activityNames = (text: string | undefined): string[] =>
	(text ?? "").split("|").map(nameOf).filter(Boolean);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** Reads Daylio's CSV export. Undefined when the text is not one. */
export function readDaylio(csv: string, mapping: DaylioMapping): DaylioJournal | undefined {
	const { data, meta } = Papa.parse<Line>(csv.replace(/^\uFEFF/, ""), {
		header: true,
		skipEmptyLines: "greedy",
	});
	if (!["full_date", "mood"].every((column) => meta.fields?.includes(column))) return undefined;
	const days = new Map<CalendarDay, DaylioDay>();
	const unknown = { moods: new Set<string>(), activities: new Set<string>() };
	const badLines: number[] = [];
	for (const [i, line] of data.entries()) {
		const date = line.full_date?.trim() ?? "";
		if (!isCalendarDay(date)) badLines.push(i + 2);
		const emoji = own(mapping.moods, nameOf(line.mood));
		if (emoji === undefined) unknown.moods.add(line.mood?.trim() ?? "");
		const names = activityNames(line.activities);
		for (const name of names) if (own(mapping.activities, name) === undefined) unknown.activities.add(name);
		const activityKeys = names.flatMap((name) => own(mapping.activities, name) ?? []);
		mergeInto(days, { date, time: timeOf(line.time ?? ""), emoji: emoji ?? "", activityKeys });
	}
	return {
		days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
		entries: data.length,
		notes: data.filter(({ note, note_title: title }) => (note ?? "") !== "" || (title ?? "") !== "").length,
		unknownMoods: [...unknown.moods],
		unknownActivities: [...unknown.activities],
		badLines,
	};
}

function mergeInto(days: Map<CalendarDay, DaylioDay>, day: DaylioDay): void {
	const known = days.get(day.date);
	const latest = known && known.time > day.time ? known : day;
	const activityKeys = [...new Set([...(known?.activityKeys ?? []), ...day.activityKeys])];
	days.set(day.date, { ...latest, activityKeys });
}
