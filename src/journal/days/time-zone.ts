import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDay } from "./calendar-day.ts";

/** Where a person's days are counted until they say otherwise. */
export const DEFAULT_TIME_ZONE = "Asia/Kolkata";

const MAX_NAME_LENGTH = 64;

/** The name as the IANA database spells it, or undefined when it names no zone. A bare offset is not a zone. */
export function timeZoneNamed(text: string): string | undefined {
	if (text.length > MAX_NAME_LENGTH || !/^[A-Za-z]/.test(text)) return undefined;
	try {
		return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
	} catch {
		return undefined;
	}
}

/** The calendar day it is at the instant `now` (ms since 1970) for a person in the zone. */
export const today = (timezone: string, now: number): CalendarDay =>
	Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();

/**
 * The instant (ms since 1970) at which clocks of the zone show `time` (`HH:MM`) on that day. Where a clock
 * change skips that time it is as much later; where the time comes twice it is the first.
 */
export const instantOf = (day: CalendarDay, time: string, timezone: string): number =>
	Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: time }).epochMilliseconds;

/** A change of a person's time zone: which day it was for them before and after it, at the same instant. */
export interface ZoneChange {
	fromDate: CalendarDay;
	toDate: CalendarDay;
}

/** What a person's own clock showed without a jump, from its first day to its last. */
interface Stay {
	first: CalendarDay;
	last: CalendarDay;
}

function staysOf(changes: readonly ZoneChange[], today: CalendarDay): Stay[] {
	let first = "0000-01-01";
	const stays: Stay[] = [];
	for (const { fromDate, toDate } of changes) {
		stays.push({ first, last: fromDate });
		first = toDate;
	}
	return [...stays, { first, last: today }];
}

/**
 * The days whose midnight never passed on the person's own clock, because a change of zone cut them short or
 * left them out (someone who flies west to east over the date line). Nobody can miss such a day, so it neither
 * counts nor breaks a streak. Today is another one, unless it was lived before in a zone further east. `changes`
 * is in the order they were made.
 */
export function unfinishedDays(changes: readonly ZoneChange[], today: CalendarDay): ReadonlySet<CalendarDay> {
	const cut = new Set([today]);
	for (const { fromDate, toDate } of changes) {
		for (let day = fromDate; day < toDate; day = addDays(day, 1)) cut.add(day);
	}
	return withoutFinished(cut, staysOf(changes, today));
}

/** Both in order, so that thousands of changes are one pass. */
function withoutFinished(days: ReadonlySet<CalendarDay>, stays: Stay[]): ReadonlySet<CalendarDay> {
	const inOrder = stays.sort((a, b) => (a.first < b.first ? -1 : 1));
	const unfinished = new Set<CalendarDay>();
	let begun = 0;
	let finishedBefore = "";
	for (const day of [...days].sort()) {
		for (let stay = inOrder[begun]; stay && stay.first <= day; stay = inOrder[++begun]) {
			if (stay.last > finishedBefore) finishedBefore = stay.last;
		}
		if (day >= finishedBefore) unfinished.add(day);
	}
	return unfinished;
}
