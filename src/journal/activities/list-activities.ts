import { asc } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { activities } from "../tables.ts";

/** Something a person can have done on a day. */
export interface Activity {
	key: string;
	label: string;
	/** An emoji. */
	icon: string;
	/** `#RRGGBB` */
	color: string;
	order: number;
}

/** All there are, in the order in which to show them. */
export const listActivities = ({ db }: Context): Promise<Activity[]> =>
	db.select().from(activities).orderBy(asc(activities.order));
