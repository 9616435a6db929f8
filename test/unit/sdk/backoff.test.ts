import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffDelay, retryAfterMs } from "../../../src/sdk/backoff.ts";

describe("backoffDelay", () => {
	it("doubles from a second up to a minute, half of it random", () => {
		const least = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => backoffDelay(failures, 0));
		expect(least).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
		expect(backoffDelay(1, 0.999)).toBeCloseTo(999.5);
	});

	it("stays between half a second and a minute", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5_000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(failures, random) => {
					const delay = backoffDelay(failures, random);
					expect(delay).toBeGreaterThanOrEqual(500);
					expect(delay).toBeLessThanOrEqual(60_000);
				},
			),
		);
	});
});

describe("retryAfterMs", () => {
	const now = Date.UTC(2026, 4, 4, 10);

	it.each([
		["120", 120_000],
		["0", 0],
		["Mon, 04 May 2026 10:00:30 GMT", 30_000],
		["Mon, 04 May 2026 09:00:00 GMT", 0],
		["soon", 0],
		["-5", 0],
		["", 0],
		[null, 0],
	])("reads %s as %d ms", (header, wait) => expect(retryAfterMs(header, now)).toBe(wait));
});
