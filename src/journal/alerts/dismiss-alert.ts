import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { alerts } from "../tables.ts";

/** Puts an alert away; again is no error. Throws `not_found` when the person has no such alert. */
export async function dismissAlert({ db, now }: Context, userId: string, alertId: string): Promise<void> {
	const dismissed = await db
		.update(alerts)
		.set({ dismissedAt: sql`coalesce(${alerts.dismissedAt}, ${now()})` })
		.where(and(eq(alerts.id, alertId), eq(alerts.userId, userId)))
		.returning({ id: alerts.id });
	if (dismissed.length === 0) throw new Fault({ code: "not_found", message: "Alert not found" });
}
