import { describe, expect, it } from "vitest";
import { intent } from "../../../src/session-mood/models/intent.ts";
import fieldTraces from "../../support/people/field-traces.json";
import { FAMILIES, livedSessions, type PersonEvent } from "../../support/people/index.ts";
import { judge, reportOn } from "../../support/people/judge.ts";
import { STRANGERS } from "../../support/people/strangers/index.ts";

describe("people as they are", () => {
	const report = reportOn(livedSessions(FAMILIES, 20, 2027).map((session) => judge(intent, session)));

	it("are read right, each kind counting the same", () => {
		expect(report.right).toBeGreaterThan(0.94);
	});

	it("are not interrupted while nothing is wrong", () => {
		expect(report.interrupted).toBeLessThan(0.01);
		expect(report.everInterrupted).toBeLessThan(0.05);
	});

	it("are told one mood, or two", () => {
		expect(report.medianChanges).toBeLessThanOrEqual(1);
	});

	it("are read as surely as right", () => {
		expect(report.calibrationError).toBeLessThan(0.06);
	});
});

it("people that nobody who made this knew are read about as surely as right, and rarely interrupted", () => {
	const report = reportOn(livedSessions(STRANGERS, 20, 2027).map((session) => judge(intent, session)));
	expect(report.right).toBeGreaterThan(0.88);
	expect(report.interrupted).toBeLessThan(0.05);
	expect(report.everInterrupted).toBeLessThan(0.13);
	expect(report.calibrationError).toBeLessThan(0.06);
	expect(report.medianChanges).toBeLessThanOrEqual(1);
	expect(report.noticed).toBeGreaterThan(0.88);
	expect(report.calm).toBeGreaterThan(0.95);
});

describe("recorded sessions", () => {
	it.each(fieldTraces)("$name", ({ name, accept, events }) => {
		const family = { name, right: accept, inTrouble: false, source: "recorded", live: () => {} };
		const { last } = judge(intent, { family, events: events as PersonEvent[] });
		expect(accept).toContain(last.mood);
	});
});
