import fc from "fast-check";
import { expect, it } from "vitest";
import { nextQuotaMonth, quotaMonthOf } from "../../../src/plans.ts";

it("ends a month at the first instant of the next (UTC)", () => {
	expect(nextQuotaMonth(Date.UTC(2026, 4, 31, 23, 59, 59, 999))).toBe("2026-06-01T00:00:00.000Z");
	expect(nextQuotaMonth(Date.UTC(2026, 11, 1))).toBe("2027-01-01T00:00:00.000Z");
	expect(quotaMonthOf(Date.UTC(2026, 4, 31, 23, 59, 59, 999))).toBe("2026-05");
});

it("counts every instant in one month, whose end is its next", () => {
	const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
	fc.assert(
		fc.property(instants, (date) => {
			const end = Date.parse(nextQuotaMonth(date.getTime()));
			expect(end).toBeGreaterThan(date.getTime());
			expect(quotaMonthOf(end - 1)).toBe(quotaMonthOf(date.getTime()));
			expect(quotaMonthOf(end)).not.toBe(quotaMonthOf(date.getTime()));
		}),
	);
});
