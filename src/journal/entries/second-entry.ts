import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { moodEntries } from "../tables.ts";

/** What is refused where a day has an entry already. */
export const secondEntry = (day: CalendarDay, today: CalendarDay) =>
	new Fault({
		code: "conflict",
		message: `There is already a mood entry for ${day === today ? "today" : day}`,
	});

/** Throws `conflict` when the person's day has an entry. */
export async function refuseSecondEntry(
	{ db }: Context,
	userId: string,
	{ day, today }: { day: CalendarDay; today: CalendarDay },
): Promise<void> {
	const [existing] = await db
		.select({ id: moodEntries.id })
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), eq(moodEntries.entryDate, day)));
	if (existing) throw secondEntry(day, today);
}
