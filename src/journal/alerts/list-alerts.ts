import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { EMOJI, type Emotion } from "../../emotions.ts";
import { Fault } from "../../errors.ts";
import type { Language } from "../language.ts";
import { DEFAULT_SETTINGS } from "../settings/read-settings.ts";
import { alerts, userSettings } from "../tables.ts";
import { alertInWords } from "./alert-in-words.ts";
import type { Alert } from "./contract.ts";
import type { AlertPattern } from "./patterns.ts";

type StoredAlertPattern = Pick<typeof alerts.$inferSelect, "alertType" | "patternDetails">;

/** A row says by its type what its details are: they were written together. */
export const patternOf = ({ alertType, patternDetails }: StoredAlertPattern): AlertPattern =>
	({ alertType, details: patternDetails }) as AlertPattern;

/** What was noticed and not dismissed, newest first, in the person's language. */
export async function listAlerts({ db }: Context, userId: string): Promise<Alert[]> {
	const language = sql<Language | null>`(select preferred_language from ${userSettings} where user_id = ${userId})`;
	const rows = await db
		.select({
			id: alerts.id,
			alertType: alerts.alertType,
			detectedAt: alerts.detectedAt,
			patternDetails: alerts.patternDetails,
			language,
		})
		.from(alerts)
		.where(and(eq(alerts.userId, userId), isNull(alerts.dismissedAt)))
		.orderBy(desc(alerts.detectedAt));
	return rows.map(({ language, detectedAt, ...row }) => {
		const pattern = patternOf(row);
		return {
			...row,
			patternDetails: detailsOf(pattern),
			detectedAt: detectedAt.toISOString(),
			...alertInWords(pattern, language ?? DEFAULT_SETTINGS.preferredLanguage),
		};
	});
}

/** With the days' emojis beside their emotions; what has no emotion of its own is stored as its emoji. */
function detailsOf(pattern: AlertPattern): Alert["patternDetails"] {
	if (pattern.alertType === "sudden_drop") return pattern.details;
	const emojis = pattern.details.emotions.map((name) => EMOJI[name as Emotion] ?? name);
	return { ...pattern.details, emojis };
}

/** Puts an alert away; again is no error. Throws `not_found` when the person has no such alert. */
export async function dismissAlert({ db, now }: Context, userId: string, alertId: string): Promise<void> {
	const dismissed = await db
		.update(alerts)
		.set({ dismissedAt: sql`coalesce(${alerts.dismissedAt}, ${now()})` })
		.where(and(eq(alerts.id, alertId), eq(alerts.userId, userId)))
		.returning({ id: alerts.id });
	if (dismissed.length === 0) throw new Fault({ code: "not_found", message: "Alert not found" });
}
