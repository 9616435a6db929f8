export const PLANS = ["starter", "growth", "pro"] as const;
export type Plan = (typeof PLANS)[number];

/** Sessions included in each plan per calendar month (UTC). */
export const SESSIONS_PER_MONTH: Record<Plan, number> = { starter: 5_000, growth: 50_000, pro: 200_000 };

/** The contract calls the starter plan "free" in the error for an exhausted quota. */
export const quotaNameOf = (plan: Plan): string => (plan === "starter" ? "free" : plan);

export const isPlan = (name: unknown): name is Plan => (PLANS as readonly unknown[]).includes(name);

/** The calendar month (UTC) of an instant in Unix milliseconds, such as `2026-05`. */
export const quotaMonthOf = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

/** The start of the month after `instant` (UTC), ISO 8601. */
export function nextQuotaMonth(instant: number): string {
	const date = new Date(instant);
	return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString();
}
