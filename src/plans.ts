export const PLANS = ["starter", "growth", "pro"] as const;
export type Plan = (typeof PLANS)[number];

/** Sessions included in each plan per calendar month (UTC). */
export const SESSIONS_PER_MONTH: Record<Plan, number> = { starter: 5_000, growth: 50_000, pro: 200_000 };

/** The contract calls the starter plan "free" in the error for an exhausted quota. */
export const quotaNameOf = (plan: Plan): string => (plan === "starter" ? "free" : plan);

export const isPlan = (name: unknown): name is Plan => (PLANS as readonly unknown[]).includes(name);

/** The latest month that was asked for, because formatting a date is slow: from `start` to `end`, Unix milliseconds. */
let latest = { start: 0, end: 0, name: "" };

/** The calendar month (UTC) of an instant in Unix milliseconds, such as `2026-05`. */
export function quotaMonthOf(instant: number): string {
	if (instant < latest.start || instant >= latest.end) {
		const name = new Date(instant).toISOString().slice(0, 7);
		latest = { start: Date.parse(name), end: startOfNextMonth(instant), name };
	}
	return latest.name;
}

/** The start of the month after `instant` (UTC), ISO 8601. */
export const nextQuotaMonth = (instant: number): string => new Date(startOfNextMonth(instant)).toISOString();

function startOfNextMonth(instant: number): number {
	const date = new Date(instant);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
