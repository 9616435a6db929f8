import { sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { today } from "../days/time-zone.ts";
import { readSettings } from "../settings/read-settings.ts";
import { userSettings } from "../tables.ts";

/**
 * Nothing that the person chose for notes up to today adjusts anything any more, even if they choose again later. What
 * they chose stays in their journal.
 */
export async function forgetAdjustment(context: Context, userId: string): Promise<void> {
	const { db, now } = context;
	const { timezone } = await readSettings(context, userId);
	const day = today(timezone, now());
	const latest = sql`max(${day}, coalesce(${userSettings.voiceAdjustmentForgottenThrough}, ''))`;
	await db
		.insert(userSettings)
		.values({ userId, voiceAdjustmentForgottenThrough: day })
		.onConflictDoUpdate({
			target: userSettings.userId,
			set: { voiceAdjustmentForgottenThrough: latest },
		});
}
