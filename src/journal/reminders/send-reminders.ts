import { and, asc, eq, inArray, lte, notExists } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { CalendarDay } from "../days/calendar-day.ts";
import { instantOf, today } from "../days/time-zone.ts";
import type { ByLanguage, Language } from "../language.ts";
import { moodEntries, pushSubscriptions, userSettings } from "../tables.ts";
import type { PushMessage, PushSender } from "./push-service.ts";
import { nextReminder } from "./schedule-reminder.ts";

const words: ByLanguage<Pick<PushMessage, "title" | "body">> = {
	en: { title: "How was your day?", body: "Half a minute of talking is enough." },
	hi: { title: "आज का दिन कैसा रहा?", body: "आधा मिनट बोलना काफ़ी है।" },
	gu: { title: "આજનો દિવસ કેવો રહ્યો?", body: "અડધી મિનિટ બોલવું પૂરતું છે." },
};

/** What a reminder says. It tells nothing about the person: it may show on a locked screen. */
export const reminderInWords = (language: Language): PushMessage => ({ ...words[language], url: "/journal" });

const AT_ONCE = 20;
/** A run of the Worker may query D1 1000 times, and a person takes four: who is left comes with the next run. */
const ROUNDS = 10;
/** How long after its time a reminder that no push service took is tried again. */
const RETRY_FOR_MS = 3_600_000;
const RETRY_AFTER_MS = 300_000;
/** The chores run every five minutes: a reminder of 23:58 goes out on the next day, and is meant for the one before. */
const MAX_LATE_MS = 900_000;

type DuePerson = typeof userSettings.$inferSelect & { nextReminderAt: Date };

async function duePeople({ db, now }: Context): Promise<DuePerson[]> {
	const rows = await db
		.select()
		.from(userSettings)
		.where(lte(userSettings.nextReminderAt, new Date(now())))
		.orderBy(asc(userSettings.nextReminderAt))
		.limit(AT_ONCE);
	return rows.flatMap((row) => (row.nextReminderAt ? [{ ...row, nextReminderAt: row.nextReminderAt }] : []));
}

/**
 * Reminds everyone whose time has come: at most once on a day of theirs, and not once today's entry exists. A person
 * is claimed before anything is sent, so two runs at once remind them once. Answers how many got a reminder. One
 * person whose turn fails keeps nobody else from theirs; in the end the failures are thrown together.
 */
export async function sendReminders(context: Context, send: PushSender): Promise<number> {
	let reminded = 0;
	const failures: unknown[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const people = await duePeople(context);
		const outcomes = await Promise.allSettled(people.map((person) => remind(context, person, send)));
		for (const outcome of outcomes) {
			if (outcome.status === "rejected") failures.push(outcome.reason);
			else if (outcome.value) reminded += 1;
		}
		if (people.length < AT_ONCE) break;
	}
	if (failures.length > 0) throw new AggregateError(failures, "some people could not be reminded");
	return reminded;
}

async function remind(context: Context, person: DuePerson, send: PushSender): Promise<boolean> {
	const due = person.nextReminderAt.getTime();
	const day = today(person.timezone, due);
	const isInTime = today(person.timezone, context.now()) === day || context.now() - due <= MAX_LATE_MS;
	const mayRemind = isInTime && (person.lastRemindedOn === null || person.lastRemindedOn < day);
	const lastRemindedOn = mayRemind ? day : person.lastRemindedOn;
	if (!(await claim(context, person, lastRemindedOn)) || !mayRemind) return false;
	return deliver(context, person, day, send);
}

/** Moves the person on to their next reminder; false when someone else did, or their settings have changed. */
async function claim(
	{ db, now }: Context,
	person: DuePerson,
	lastRemindedOn: CalendarDay | null,
): Promise<boolean> {
	const nextReminderAt = new Date(nextReminder({ ...person, lastRemindedOn }, now()));
	const claimed = await db
		.update(userSettings)
		.set({ lastRemindedOn, nextReminderAt })
		.where(
			and(eq(userSettings.userId, person.userId), eq(userSettings.nextReminderAt, person.nextReminderAt)),
		)
		.returning({ userId: userSettings.userId });
	return claimed.length > 0;
}

/** The person's browsers; none when the day has its entry. */
function browsersToRemind({ db }: Context, userId: string, day: CalendarDay) {
	const entry = db
		.select({ id: moodEntries.id })
		.from(moodEntries)
		.where(and(eq(moodEntries.userId, userId), eq(moodEntries.entryDate, day)));
	return db
		.select()
		.from(pushSubscriptions)
		.where(and(eq(pushSubscriptions.userId, userId), notExists(entry)));
}

async function deliver(
	context: Context,
	person: DuePerson,
	day: CalendarDay,
	send: PushSender,
): Promise<boolean> {
	const browsers = await browsersToRemind(context, person.userId, day);
	const message = reminderInWords(person.preferredLanguage);
	const sent = await Promise.all(
		browsers.map(async (browser) => ({ id: browser.id, outcome: await send(browser, message) })),
	);
	const gone = sent.filter(({ outcome }) => outcome === "gone").map(({ id }) => id);
	if (gone.length > 0) await context.db.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, gone));
	const isDelivered = sent.some(({ outcome }) => outcome === "delivered");
	if (!isDelivered && sent.some(({ outcome }) => outcome === "failed"))
		await retryLater(context, person, day);
	return isDelivered;
}

/** Nobody took it: the person counts as not reminded, for an hour after the time they chose. */
async function retryLater({ db, now }: Context, person: DuePerson, day: CalendarDay): Promise<void> {
	if (now() > instantOf(day, person.reminderTime, person.timezone) + RETRY_FOR_MS) return;
	const { lastRemindedOn } = person;
	await db
		.update(userSettings)
		.set({ lastRemindedOn, nextReminderAt: new Date(now() + RETRY_AFTER_MS) })
		.where(
			and(
				eq(userSettings.userId, person.userId),
				eq(userSettings.lastRemindedOn, day),
				eq(userSettings.reminderEnabled, true),
			),
		);
}
