import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { callObject } from "../../outages.ts";
import { nextQuotaMonth, quotaMonthOf, SESSIONS_PER_MONTH } from "../../plans.ts";

/** How much of the month's sessions the account has used. */
export async function readUsage({ accounts, now }: Context, { accountId, plan }: ApiKeyActor) {
	const month = quotaMonthOf(now());
	return {
		plan,
		month,
		sessions_used: await callObject(accounts.getByName(accountId).usedIn(month)),
		limit: SESSIONS_PER_MONTH[plan],
		reset_at: nextQuotaMonth(now()),
	};
}
