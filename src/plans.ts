export const PLANS = ["starter", "growth", "pro"] as const;
export type Plan = (typeof PLANS)[number];

/** Sessions a calendar month (UTC) that a plan includes. */
export const SESSIONS_PER_MONTH: Record<Plan, number> = { starter: 5_000, growth: 50_000, pro: 200_000 };

/** The published API calls the starter plan "free" when its allowance is used up. */
export const quotaNameOf = (plan: Plan): string => (plan === "starter" ? "free" : plan);

export const isPlan = (name: unknown): name is Plan => (PLANS as readonly unknown[]).includes(name);
