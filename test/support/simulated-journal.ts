import { addDays } from "../../src/journal/days/calendar-day.ts";
import type { ActivityDay } from "../../src/journal/insights/correlate-activities.ts";
import type { Random } from "../../src/seeded-random.ts";

const FIRST_DAY = "2026-01-01";

/** A standard normal number (Box and Muller). */
export const gaussian = (random: Random): number =>
	Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Moods are told in whole levels from 1 to 9. */
const levelOf = (z: number): number => Math.max(1, Math.min(9, Math.round(5.5 + 1.8 * z)));

/** Whether each of `days` days has an activity that comes in stretches: it is decided anew on 1 − `habit` of them. */
function habit(random: Random, days: number, stickiness: number): boolean[] {
	const share = 0.15 + 0.6 * random();
	let isDone = random() < share;
	return Array.from({ length: days }, () => {
		if (random() >= stickiness) isDone = random() < share;
		return isDone;
	});
}

/** A person on whose mood no activity has any effect. `carried` and `stickiness`, 0 to 1, make stretches. */
export function journalWithoutEffects(
	random: Random,
	{
		days,
		activities,
		carried,
		stickiness,
	}: { days: number; activities: number; carried: number; stickiness: number },
): ActivityDay[] {
	const done = Array.from({ length: activities }, () => habit(random, days, stickiness));
	let mood = gaussian(random);
	return Array.from({ length: days }, (_, day) => {
		mood = carried * mood + Math.sqrt(1 - carried ** 2) * gaussian(random);
		return {
			date: addDays(FIRST_DAY, day),
			level: levelOf(mood),
			activities: done.flatMap((isDone, key) => (isDone[day] ? [`activity-${key}`] : [])),
		};
	});
}

/** 30 days with an activity and 30 without, in random order; it raises the mood by `d` standard deviations. */
export function journalWithEffect(random: Random, d: number): ActivityDay[] {
	const order = Array.from({ length: 60 }, (_, i) => ({ isDone: i < 30, at: random() })).sort(
		(a, b) => a.at - b.at,
	);
	return order.map(({ isDone }, day) => ({
		date: addDays(FIRST_DAY, day),
		level: levelOf(gaussian(random) + (isDone ? d / 2 : -d / 2)),
		activities: isDone ? ["exercise"] : [],
	}));
}

/** Among `count` trials, the share that holds. */
export const shareOf = (count: number, holds: () => boolean): number =>
	Array.from({ length: count }, holds).filter(Boolean).length / count;
