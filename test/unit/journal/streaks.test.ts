import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDay, daysBetween } from "../../../src/journal/days/calendar-day.ts";
import { today, unfinishedDays, type ZoneChange } from "../../../src/journal/days/time-zone.ts";
import { type Streaks, streaksOf } from "../../../src/journal/progress/streaks.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 10, 12);

/** A person who travels and writes. Their entries are what an upload would leave: one a day, on the day it is then. */
class Traveller {
	now = START;
	zone = "Asia/Kolkata";
	readonly changes: ZoneChange[] = [];
	readonly days = new Set<CalendarDay>();

	today = (): CalendarDay => today(this.zone, this.now);

	moveTo(zone: string): void {
		const [fromDate, toDate] = [this.today(), today(zone, this.now)];
		if (fromDate !== toDate) this.changes.push({ fromDate, toDate });
		this.zone = zone;
	}

	/** False when today has an entry: the answer would be 409. */
	write(): boolean {
		const day = this.today();
		const isFree = !this.days.has(day);
		this.days.add(day);
		return isFree;
	}

	streaks(): Streaks {
		const day = this.today();
		return streaksOf([...this.days].sort(), unfinishedDays(this.changes, day), day);
	}
}

const zones = [
	"Asia/Kolkata",
	"Pacific/Kiritimati",
	"Pacific/Pago_Pago",
	"America/New_York",
	"Europe/London",
	"Pacific/Auckland",
];
type Step = { kind: "wait"; hours: number } | { kind: "move"; zone: string } | { kind: "write" };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 30 }) }),
	fc.record({ kind: fc.constant("move" as const), zone: fc.constantFrom(...zones) }),
	fc.record({ kind: fc.constant("write" as const) }),
);
const anyLife = fc.array(anyStep, { maxLength: 60 });

function live(steps: readonly Step[], look: (person: Traveller, step: Step) => void = () => {}): Traveller {
	const person = new Traveller();
	for (const step of steps) {
		if (step.kind === "wait") person.now += step.hours * HOUR;
		if (step.kind === "move") person.moveTo(step.zone);
		if (step.kind === "write") person.write();
		look(person, step);
	}
	return person;
}

describe("a change of zone", () => {
	it("never makes two entries share a day, and never loses one", () => {
		fc.assert(
			fc.property(anyLife, (steps) => {
				const person = new Traveller();
				let written = 0;
				for (const step of steps) {
					if (step.kind === "wait") person.now += step.hours * HOUR;
					if (step.kind === "move") {
						const before = [...person.days];
						person.moveTo(step.zone);
						expect([...person.days]).toEqual(before);
					}
					if (step.kind === "write" && person.write()) written += 1;
				}
				expect(person.days.size).toBe(written);
			}),
			{ numRuns: 300 },
		);
	});

	it("never breaks a streak that holds on the latest day the person's clock has shown", () => {
		fc.assert(
			fc.property(anyLife, fc.constantFrom(...zones), (steps, zone) => {
				let latest = "";
				const person = live(steps, ({ today }) => {
					latest = today() > latest ? today() : latest;
				});
				const { days, changes } = person;
				const held = streaksOf([...days].sort(), unfinishedDays(changes, latest), latest);
				const { longest } = person.streaks();
				person.moveTo(zone);
				expect(person.streaks().current).toBeGreaterThanOrEqual(held.current);
				expect(person.streaks().longest).toBeGreaterThanOrEqual(longest);
			}),
			{ numRuns: 1000 },
		);
	});

	it("leaves out or cuts short two days at most", () => {
		fc.assert(
			fc.property(anyLife, (steps) => {
				const { changes } = live(steps);
				for (const { fromDate, toDate } of changes)
					expect(Math.abs(daysBetween(fromDate, toDate))).toBeLessThanOrEqual(2);
			}),
		);
	});

	it("lets someone who writes every day they have keep an unbroken streak, wherever they go", () => {
		const days = fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(days, (stops) => {
				const person = new Traveller();
				person.write();
				for (const zone of stops) {
					person.moveTo(zone);
					person.write();
					for (let hour = 0; hour < 24; hour += 6) {
						person.now += 6 * HOUR;
						person.write();
					}
				}
				expect(person.streaks()).toEqual({ current: person.days.size, longest: person.days.size });
			}),
			{ numRuns: 200 },
		);
	});

	it("forgives no day whose midnight the person saw", () => {
		const changes = [{ fromDate: "2026-01-10", toDate: "2026-01-12" }];
		expect([...unfinishedDays(changes, "2026-01-13")].sort()).toEqual([
			"2026-01-10",
			"2026-01-11",
			"2026-01-13",
		]);
		// Back again: the 11th and the 12th were lived to their end after all.
		const back = [...changes, { fromDate: "2026-01-12", toDate: "2026-01-10" }];
		expect([...unfinishedDays(back, "2026-01-13")]).toEqual(["2026-01-13"]);
	});

	it("forgives the days that changes cut and that no stay finished, whatever the changes", () => {
		const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-01-01", days));
		const anyChanges = fc.array(fc.record({ fromDate: anyDay, toDate: anyDay }), { maxLength: 12 });
		fc.assert(
			fc.property(anyChanges, anyDay, (changes, today) => {
				const firsts = ["0000-01-01", ...changes.map(({ toDate }) => toDate)];
				const lasts = [...changes.map(({ fromDate }) => fromDate), today];
				const isCut = (day: string) =>
					day === today || changes.some(({ fromDate, toDate }) => fromDate <= day && day < toDate);
				const isFinished = (day: string) => firsts.some((first, i) => first <= day && day < (lasts[i] ?? ""));
				const days = Array.from({ length: 41 }, (_, i) => addDays("2026-01-01", i));
				const expected = days.filter((day) => isCut(day) && !isFinished(day));
				expect([...unfinishedDays(changes, today)].sort()).toEqual(expected);
			}),
		);
	});
});

describe("streaks", () => {
	const day = "2026-03-10";
	const streaks = (...ago: number[]) =>
		streaksOf(ago.map((days) => addDays(day, -days)).sort(), unfinishedDays([], day), day);

	it("end today or yesterday", () => {
		expect(streaks()).toEqual({ current: 0, longest: 0 });
		expect(streaks(0)).toEqual({ current: 1, longest: 1 });
		expect(streaks(1, 2, 3)).toEqual({ current: 3, longest: 3 });
		expect(streaks(0, 2)).toEqual({ current: 1, longest: 1 });
		expect(streaks(2, 3)).toEqual({ current: 0, longest: 2 });
		expect(streaks(0, 1, 10, 11, 12, 13)).toEqual({ current: 2, longest: 4 });
	});

	it("go on through the end of February and of the year", () => {
		const days = ["2023-12-31", "2024-01-01"];
		expect(streaksOf(days, new Set(), "2024-01-01").longest).toBe(2);
		expect(streaksOf(["2024-02-28", "2024-02-29", "2024-03-01"], new Set(), "2024-03-01").current).toBe(3);
		expect(streaksOf(["2023-02-28", "2023-03-01"], new Set(), "2023-03-02").current).toBe(2);
	});

	it("are what counting day by day says", () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), (ago) => {
				const written = new Set(ago);
				let current = 0;
				const first = written.has(0) ? 0 : 1;
				while (written.has(first + current)) current += 1;
				expect(streaks(...ago).current).toBe(current);
			}),
		);
	});
});
