import { digestOf, generateKey, hintOf } from "../auth/key-format.ts";
import { accounts, apiKeys } from "../auth/tables.ts";
import type { Context } from "../context.ts";
import type { Plan } from "../plans.ts";

export interface NewAccount {
	customerName: string;
	email: string | null;
	plan: Plan;
}

/** Opens an account and gives its secret key: the only time that the key is seen. */
export async function generateAccountKey(context: Context, account: NewAccount): Promise<string> {
	const { db, now, newId } = context;
	const key = generateKey("secret");
	const accountId = newId();
	const createdAt = new Date(now());
	await db.batch([
		db.insert(accounts).values({ id: accountId, ...account, createdAt }),
		db
			.insert(apiKeys)
			.values({ id: newId(), accountId, digest: await digestOf(key), hint: hintOf(key), createdAt }),
	]);
	return key;
}
