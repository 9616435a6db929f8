import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../src/journal/days/calendar-day.ts";
import { instantOf, today } from "../../../src/journal/days/time-zone.ts";
import { nextReminder } from "../../../src/journal/reminders/schedule-reminder.ts";

const zones = [
	"Asia/Kolkata",
	"America/New_York",
	"Australia/Lord_Howe",
	"Pacific/Kiritimati",
	"Africa/Casablanca",
	"UTC",
];
const anyPlan = fc.record({
	timezone: fc.constantFrom(...zones),
	reminderTime: fc
		.integer({ min: 0, max: 1439 })
		.map((m) => new Date(m * 60_000).toISOString().slice(11, 16)),
	now: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
	reminded: fc.option(fc.integer({ min: -3, max: 0 })),
});

describe("the next reminder", () => {
	it("is ahead, within two days, at its time, and never twice on a day", () => {
		fc.assert(
			fc.property(anyPlan, ({ timezone, reminderTime, now, reminded }) => {
				const lastRemindedOn = reminded === null ? null : addDays(today(timezone, now), reminded);
				const next = nextReminder({ timezone, reminderTime, lastRemindedOn }, now);
				const day = today(timezone, next);
				expect(next).toBeGreaterThan(now);
				expect(daysBetween(today(timezone, now), day)).toBeLessThanOrEqual(1);
				expect(next).toBe(instantOf(day, reminderTime, timezone));
				if (lastRemindedOn !== null) expect(day > lastRemindedOn).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it("stays at its time on the clock when clocks change", () => {
		const plan = { timezone: "America/New_York", reminderTime: "20:00", lastRemindedOn: null };
		expect(new Date(nextReminder(plan, Date.UTC(2026, 2, 7, 12))).toISOString()).toBe(
			"2026-03-08T01:00:00.000Z",
		);
		expect(new Date(nextReminder(plan, Date.UTC(2026, 2, 8, 12))).toISOString()).toBe(
			"2026-03-09T00:00:00.000Z",
		);
	});

	it("is later on the day whose clocks skip its time", () => {
		const plan = { timezone: "America/New_York", reminderTime: "02:30", lastRemindedOn: null };
		expect(new Date(nextReminder(plan, Date.UTC(2026, 2, 8, 5))).toISOString()).toBe(
			"2026-03-08T07:30:00.000Z",
		);
	});
});
