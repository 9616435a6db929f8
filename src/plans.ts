export const PLANS = ["starter", "growth", "pro"] as const;
export type Plan = (typeof PLANS)[number];

/** Sessions a calendar month (UTC) that a plan includes. */
export const SESSIONS_PER_MONTH: Record<Plan, number> = { starter: 5_000, growth: 50_000, pro: 200_000 };

/** The published API calls the starter plan "free" when its allowance is used up. */
export const quotaNameOf = (plan: Plan): string => (plan === "starter" ? "free" : plan);

export const isPlan = (name: unknown): name is Plan => (PLANS as readonly unknown[]).includes(name);

/** The calendar month (UTC) of an instant in milliseconds, as `2026-05`. */
export const quotaMonthOf = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

/** The first instant of the month after that of `instant` (UTC), ISO 8601. */
export function nextQuotaMonth(instant: number): string {
	const date = new Date(instant);
	return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString();
}
