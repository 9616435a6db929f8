import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addDays,
	dayNumber,
	dayOfNumber,
	dayOfWeek,
	daysBetween,
	isCalendarDay,
	periodDays,
} from "../../../src/journal/days/calendar-day.ts";
import { instantOf, timeZoneNamed, today } from "../../../src/journal/days/time-zone.ts";

const anyNumber = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") });
const zones = [
	"Asia/Kolkata",
	"Pacific/Kiritimati",
	"Pacific/Pago_Pago",
	"America/New_York",
	"Australia/Lord_Howe",
];
const anyZone = fc.constantFrom(...zones, "Europe/London", "Africa/Casablanca", "Asia/Kathmandu", "UTC");
const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 11, 31) });
const anyTime = fc
	.integer({ min: 0, max: 1439 })
	.map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);

describe("calendar days", () => {
	it("refuses days that do not exist", () => {
		for (const text of [
			"2024-02-30",
			"2023-02-29",
			"2024-13-01",
			"2024-00-10",
			"2024-1-1",
			"24-01-01",
			"x",
		]) {
			expect(isCalendarDay(text), text).toBe(false);
		}
		expect(isCalendarDay("2024-02-29")).toBe(true);
	});

	it("knows the weekday", () => {
		expect(dayOfWeek("2024-11-16")).toBe("Sat");
		expect(dayOfWeek("1969-12-31")).toBe("Wed");
	});

	it("goes from day to number and back, and sorts as text", () => {
		fc.assert(
			fc.property(anyNumber, anyNumber, (a, b) => {
				expect(dayNumber(dayOfNumber(a))).toBe(a);
				expect(daysBetween(dayOfNumber(a), dayOfNumber(b))).toBe(b - a);
				expect(dayOfNumber(a) < dayOfNumber(b)).toBe(a < b);
			}),
		);
	});

	it("has months that follow on one another without a gap", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 11 }), (year, month) => {
				expect(addDays(periodDays(year, month).last, 1)).toBe(periodDays(year, month + 1).first);
				expect(periodDays(year, 12).last).toBe(periodDays(year).last);
			}),
		);
	});
});

describe("time zones", () => {
	it("takes IANA names only", () => {
		expect(timeZoneNamed("asia/kolkata")).toBe("Asia/Kolkata");
		expect(timeZoneNamed("America/Argentina/Buenos_Aires")).toBe("America/Argentina/Buenos_Aires");
		for (const text of [
			"",
			"+05:30",
			"IST/India",
			"Mars/Olympus",
			"Asia/Kolkata ",
			"a".repeat(65),
			"12:00",
		]) {
			expect(timeZoneNamed(text), text).toBeUndefined();
		}
	});

	it("knows that it is two days later in Kiritimati than in Pago Pago for an hour a day", () => {
		const now = Date.UTC(2026, 10, 22, 10, 30);
		expect(today("Pacific/Pago_Pago", now)).toBe("2026-11-21");
		expect(today("Pacific/Kiritimati", now)).toBe("2026-11-23");
		expect(today("Asia/Kolkata", Date.UTC(2026, 10, 22, 18, 30))).toBe("2026-11-23");
		expect(today("Asia/Kolkata", Date.UTC(2026, 10, 22, 18, 29))).toBe("2026-11-22");
	});

	it("never goes back as time goes on, and takes no step longer than a day within 24 hours", () => {
		const hours = fc.integer({ min: 0, max: 23 });
		fc.assert(
			fc.property(anyZone, anyInstant, hours, (zone, now, h) => {
				// Kiritimati and Samoa once left out a day; that was before 2012.
				const from = Math.max(now, Date.UTC(2012, 0, 2));
				const step = daysBetween(today(zone, from), today(zone, from + h * 3_600_000));
				expect(step === 0 || step === 1).toBe(true);
			}),
		);
	});

	it("finds an instant on the day it was asked for, clock changes or not", () => {
		fc.assert(
			fc.property(
				anyZone,
				fc.integer({ min: dayNumber("2012-01-02"), max: dayNumber("2037-12-30") }),
				anyTime,
				(zone, number, time) => {
					const day = dayOfNumber(number);
					expect(today(zone, instantOf(day, time, zone))).toBe(day);
				},
			),
		);
	});

	it("moves a time that a clock change skips, and takes the first of one that comes twice", () => {
		expect(new Date(instantOf("2026-03-08", "02:30", "America/New_York")).toISOString()).toBe(
			"2026-03-08T07:30:00.000Z",
		);
		expect(new Date(instantOf("2026-11-01", "01:30", "America/New_York")).toISOString()).toBe(
			"2026-11-01T05:30:00.000Z",
		);
	});
});
