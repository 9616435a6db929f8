import { and, asc, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Context } from "../../context.ts";
import type { ActiveIntervention } from "./active-intervention.ts";
import { type InterventionRow, interventions } from "./tables.ts";

/** A change reaches every isolate within a minute, as with keys. */
const CACHE_MS = 55_000;
const known = new LRUCache<string, { list: readonly ActiveIntervention[]; until: number }>({ max: 10_000 });

/** Drops the account's interventions from this isolate's memory, so that a change takes effect here at once. */
export const forgetActive = (accountId: string): void => {
	known.delete(accountId);
};

/** The account's active interventions, oldest first. Queries D1 at most once per minute, account and isolate. */
export async function activeInterventions(
	{ db, now }: Context,
	accountId: string,
): Promise<readonly ActiveIntervention[]> {
	const cached = known.get(accountId);
	if (cached && cached.until > now()) return cached.list;
	const rows = await db
		.select()
		.from(interventions)
		.where(and(eq(interventions.accountId, accountId), eq(interventions.active, true)))
		.orderBy(asc(interventions.createdAt), asc(interventions.id));
	const list = rows.map(asActive);
	known.set(accountId, { list, until: now() + CACHE_MS });
	return list;
}

const asActive = ({
	accountId: _account,
	createdAt: _created,
	updatedAt: _updated,
	goal: _goal,
	active: _active,
	payload,
	...row
}: InterventionRow): ActiveIntervention => ({ ...row, payload: JSON.stringify(payload) });
