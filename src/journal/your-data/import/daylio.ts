import Papa from "papaparse";
import { MAX_NOTE_LENGTH } from "../../contract-fields.ts";
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
	/** The notes of all its entries, in the order of their times; null where there are none. */
	note: string | null;
}

/** What a file holds, and what of it cannot be taken over. */
export interface DaylioJournal {
	/** Oldest first, one a day: of several the last one's mood, with the activities and notes of all. */
	days: DaylioDay[];
	entries: number;
	/** Mood names that stand for no emoji; `days` is not to be used while there are any. */
	unknownMoods: string[];
	unknownActivities: string[];
	/** Line numbers, from 1, whose date cannot be read. */
	badLines: number[];
}

/** More than fifty years of several entries a day. */
export const MAX_ROWS = 100_000;

type Row = Readonly<Record<string, string>> & { readonly line: number };

const nameOf = (text: string | undefined): string => (text ?? "").trim().toLowerCase();

const activityNames = (text: string | undefined): string[] =>
	(text ?? "").split("|").map(nameOf).filter(Boolean);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * Reads Daylio's CSV export. Undefined when the text is not one, "too_long" beyond `MAX_ROWS`. Other work gets its turn
 * between every thousand rows.
 */
export async function readDaylio(
	csv: string,
	mapping: DaylioMapping,
): Promise<DaylioJournal | "too_long" | undefined> {
	const days = new Map<CalendarDay, DaylioDay[]>();
	const unknown = { moods: new Set<string>(), activities: new Set<string>() };
	const badLines: number[] = [];
	let entries = 0;
	for await (const row of rowsOf(csv)) {
		if (row === undefined) return undefined;
		if (++entries > MAX_ROWS) return "too_long";
		const date = row.full_date?.trim() ?? "";
		if (!isCalendarDay(date)) badLines.push(row.line);
		const emoji = own(mapping.moods, nameOf(row.mood));
		if (emoji === undefined) unknown.moods.add(row.mood?.trim() ?? "");
		const names = activityNames(row.activities);
		for (const name of names) if (own(mapping.activities, name) === undefined) unknown.activities.add(name);
		const activityKeys = names.flatMap((name) => own(mapping.activities, name) ?? []);
		const note = noteOf(row);
		const entry = { date, time: timeOf(row.time ?? ""), emoji: emoji ?? "", activityKeys, note };
		const ofDay = days.get(date);
		if (ofDay) ofDay.push(entry);
		else days.set(date, [entry]);
	}
	return {
		days: [...days.values()].map(merged).sort((a, b) => (a.date < b.date ? -1 : 1)),
		entries,
		unknownMoods: [...unknown.moods],
		unknownActivities: [...unknown.activities],
		badLines,
	};
}

const ROWS_AT_ONCE = 1000;

/** The rows below the header, by its names; one `undefined` where the header is not Daylio's. */
async function* rowsOf(csv: string): AsyncGenerator<Row | undefined> {
	const text = csv.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	const firstLine = text.slice(0, text.indexOf("\n") + 1 || undefined);
	// Never guessed: in a file without commas between cells a guess takes the bar that stands between activities.
	const delimiter = firstLine.split(";").length > firstLine.split(",").length ? ";" : ",";
	let header: string[] | undefined;
	let line = 1;
	for (let at = 0; at < text.length; ) {
		const rest = text.slice(at);
		// The fast mode would split all that is left, for every thousand rows.
		const { data, meta } = Papa.parse<string[]>(rest, {
			delimiter,
			newline: "\n",
			preview: ROWS_AT_ONCE,
			fastMode: false,
		});
		for (const cells of data) {
			const lines = 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
			if (!header) {
				header = cells.map(nameOf);
				if (!["full_date", "mood"].every((name) => header?.includes(name))) yield undefined;
			} else if (cells.some((cell) => cell.trim() !== "")) {
				yield Object.assign(Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])), {
					line,
				}) as Row;
			}
			line += lines;
		}
		if (!meta.truncated) return;
		at += meta.cursor;
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
}

const AFTERNOON = /p\s*\.?\s*m|오후|下午|午後|晚上|ч\.? ?вечора|du soir|μ\.?\s*μ/iu;
const MORNING = /a\s*\.?\s*m|오전|上午|午前|早上|凌晨|π\.?\s*μ/iu;
/** Zeros of the digits that phones set in Arabic, Persian, Hindi, Gujarati or Bengali write clocks with. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xae6, 0x9e6];

const latinDigit = (digit: string): string => {
	const code = digit.codePointAt(0) ?? 0;
	const zero = ZEROS.find((candidate) => code >= candidate && code <= candidate + 9);
	return zero === undefined ? digit : String(code - zero);
};

/** `8:05 PM`, `8:05 p. m.`, `20.05`, `오후 8:05` and `20:05` are the same; noon where it is no clock. */
function timeOf(text: string): string {
	const plain = text.normalize("NFKC").replace(/\p{Nd}/gu, latinDigit);
	const match = /(\d{1,2})\s*[:.h]\s*(\d{2})/.exec(plain);
	if (!match) return "12:00";
	const isHalf = AFTERNOON.test(plain) || MORNING.test(plain);
	const hour = isHalf ? (Number(match[1]) % 12) + (AFTERNOON.test(plain) ? 12 : 0) : Number(match[1]);
	return hour > 23 || Number(match[2]) > 59 ? "12:00" : `${String(hour).padStart(2, "0")}:${match[2]}`;
}

/** Title and text of an entry; Daylio writes line breaks as `<br>`. */
function noteOf({ note_title: title = "", note = "" }: Row): string | null {
	const text = [title, note].map((part) => part.replace(/<br\s*\/?>/gi, "\n").trim()).filter(Boolean);
	return text.length === 0 ? null : text.join("\n");
}

function merged(entries: readonly DaylioDay[]): DaylioDay {
	const inOrder = entries.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
	// Daylio lists the newest first: of two at the same time the one listed first is the later one.
	const latest = inOrder.find(({ time }) => time === inOrder.at(-1)?.time) as DaylioDay;
	const notes = inOrder.flatMap(({ note }) => note ?? []);
	return {
		...latest,
		activityKeys: [...new Set(inOrder.flatMap(({ activityKeys }) => activityKeys))],
		note: notes.length === 0 ? null : notes.join("\n\n").slice(0, MAX_NOTE_LENGTH),
	};
}
