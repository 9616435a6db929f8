import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "./calendar-day.ts";

/** Where a person's days are counted until they say otherwise. */
export const DEFAULT_TIME_ZONE = "Asia/Kolkata";

const LONGEST_NAME = 64;

/** The name as the IANA database spells it, or undefined when it names no zone. A bare offset is not a zone. */
export function timeZoneNamed(text: string): string | undefined {
	if (text.length > LONGEST_NAME || !/^[A-Za-z]/.test(text)) return undefined;
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
