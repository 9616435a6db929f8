import type { Context } from "../context.ts";
import type { ErasureStep } from "../erasure-step.ts";
import { reviewOverdue } from "./alerts/update-alerts.ts";
import { finishDeletions, sweepRecordings } from "./recordings/sweep-recordings.ts";
import { webPushSender } from "./reminders/push-service.ts";
import { sendReminders } from "./reminders/send-reminders.ts";
import { finishErasures } from "./your-data/erasure.ts";

/**
 * What the journal does on its own, every few minutes: reminds, and finishes what was cut off. One chore that fails
 * keeps no other from being done; in the end the failures are thrown together.
 */
export async function doJournalChores(
	context: Context,
	{ erasure, fetcher }: { erasure: readonly ErasureStep[]; fetcher: typeof fetch },
): Promise<void> {
	const { pushIdentity } = context.config;
	const chores: (() => Promise<unknown>)[] = [
		...(pushIdentity ? [() => sendReminders(context, webPushSender(pushIdentity, fetcher))] : []),
		() => finishErasures(context, erasure),
		() => finishDeletions(context),
		() => reviewOverdue(context),
		() => sweepRecordings(context),
	];
	const failures: unknown[] = [];
	for (const chore of chores) await chore().catch((failure: unknown) => failures.push(failure));
	if (failures.length > 0) throw new AggregateError(failures, "journal chores failed");
}
