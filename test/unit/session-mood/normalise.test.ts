import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseTimestamp } from "../../../src/session-mood/engine/measure.ts";

const RECEIVED = 1_777_888_800.25;

describe("normaliseTimestamp", () => {
	it("takes the receipt time where none is given", () => {
		expect(normaliseTimestamp(undefined, RECEIVED)).toBe(RECEIVED);
		expect(normaliseTimestamp(Number.NaN, RECEIVED)).toBe(RECEIVED);
	});
	it("keeps fractional seconds", () => {
		expect(normaliseTimestamp(1_777_888_799.125, RECEIVED)).toBe(1_777_888_799.125);
	});
	it("reads what is over 1e11 as milliseconds", () => {
		expect(normaliseTimestamp(1_777_888_799_125, RECEIVED)).toBe(1_777_888_799.125);
		expect(normaliseTimestamp(1e11, RECEIVED)).toBe(RECEIVED);
	});
	it("sets what is more than five minutes ahead to the receipt time, and not what is exactly that", () => {
		expect(normaliseTimestamp(RECEIVED + 300, RECEIVED)).toBe(RECEIVED + 300);
		expect(normaliseTimestamp(RECEIVED + 300.001, RECEIVED)).toBe(RECEIVED);
		expect(normaliseTimestamp((RECEIVED + 301) * 1000, RECEIVED)).toBe(RECEIVED);
	});
	it("keeps what is old and puts what is before 1970 at its beginning", () => {
		expect(normaliseTimestamp(5, RECEIVED)).toBe(5);
		expect(normaliseTimestamp(-1e300, RECEIVED)).toBe(0);
	});
	it("is always a time from 1970 to five minutes ahead", () => {
		fc.assert(
			fc.property(fc.double(), (ts) => {
				const normal = normaliseTimestamp(ts, RECEIVED);
				expect(normal).toBeGreaterThanOrEqual(0);
				expect(normal).toBeLessThanOrEqual(RECEIVED + 300);
			}),
		);
	});
});
