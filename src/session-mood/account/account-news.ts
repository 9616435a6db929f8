import type { Context } from "../../context.ts";
import { announceToWebhooks, moodChanged } from "../webhooks/announce.ts";
import type { LoggedChange } from "./mood-log.ts";

/** Storage keys: the number of the latest change that webhooks were told of, whose account it is, and told quotas. */
const TOLD = "webhooks_told";
const quotaTold = (month: string, percent: number): string => `quota_told:${month}:${percent}`;
/** The shares of a quota, in percent, of which webhooks learn. */
const SHARES = [80, 100];
const RETRY_MS = 30_000;

interface Told {
	accountId: string;
	number: number;
}

/** What an account's webhooks are told of, at least once: what a failure kept back is told by the alarm. */
export class AccountNews {
	readonly #storage: DurableObjectStorage;
	readonly #changesAfter: (number: number) => readonly LoggedChange[];
	#isTelling = false;

	constructor(storage: DurableObjectStorage, changesAfter: (number: number) => readonly LoggedChange[]) {
		this.#storage = storage;
		this.#changesAfter = changesAfter;
	}

	/** Tells of the changes from this number on, and of earlier ones that were not told of. */
	async tellOfChanges(accountId: string, from: number, context: Context): Promise<void> {
		if (this.#isTelling) return;
		this.#isTelling = true;
		let told = this.#storage.kv.get<Told>(TOLD)?.number ?? from - 1;
		try {
			for (;;) {
				const changes = this.#changesAfter(told);
				const last = changes.at(-1);
				if (!last) return;
				const areWebhooks = await announceToWebhooks(context, accountId, changes.map(moodChanged));
				told = last.number;
				// Where there is no webhook, nothing is written down: a new one is told of what happens from then on.
				if (areWebhooks) this.#storage.kv.put<Told>(TOLD, { accountId, number: told });
				else if (this.#storage.kv.get(TOLD) !== undefined) this.#storage.kv.delete(TOLD);
			}
		} catch {
			this.#storage.kv.put<Told>(TOLD, { accountId, number: told });
			await this.#storage.setAlarm(context.now() + RETRY_MS);
		} finally {
			this.#isTelling = false;
		}
	}

	/** By the alarm: tells what could not be told. */
	async retry(context: Context): Promise<void> {
		const told = this.#storage.kv.get<Told>(TOLD);
		if (told) await this.tellOfChanges(told.accountId, told.number + 1, context);
	}

	/** Whether so much of the month's quota is used that webhooks are to learn of it. */
	isQuotaNews(month: string, used: number, limit: number): boolean {
		return this.#quotaNews(month, used, limit).length > 0;
	}

	async tellOfQuota(
		accountId: string,
		context: Context,
		{ month, used, limit }: { month: string; used: number; limit: number },
	): Promise<void> {
		for (const percent of this.#quotaNews(month, used, limit)) {
			this.#storage.kv.put(quotaTold(month, percent), true);
			const data = { month, percent, sessions_used: used, limit };
			await announceToWebhooks(context, accountId, [{ type: "quota.reached", data }]).catch(() =>
				// The next session tells again.
				this.#storage.kv.delete(quotaTold(month, percent)),
			);
		}
	}

	#quotaNews(month: string, used: number, limit: number): number[] {
		return SHARES.filter(
			(percent) =>
				used >= (limit * percent) / 100 && this.#storage.kv.get(quotaTold(month, percent)) === undefined,
		);
	}
}
