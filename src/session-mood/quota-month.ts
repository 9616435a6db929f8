/** The calendar month (UTC) of an instant in milliseconds, as `2026-05`. */
export const quotaMonthOf = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

/** The first instant of the month after that of `instant` (UTC), ISO 8601. */
export function nextQuotaMonth(instant: number): string {
	const date = new Date(instant);
	return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString();
}
