import type { Context } from "./context.ts";
import { logChoreFailure } from "./http/middleware/request-log.ts";
import { doJournalChores } from "./journal/scheduled.ts";
import { journalErasure } from "./journal/your-data/erasure.ts";
import { dialogErasure } from "./vocabulary/dialogs/delete-dialog.ts";
import { fillTranslations } from "./vocabulary/fill-translations.ts";

/** All that belongs to a person, whatever capability keeps it. */
export const erasure = [...journalErasure, dialogErasure];

/** What is done without being asked, every few minutes. One chore that fails keeps no other from being done. */
export async function doChores(context: Context): Promise<void> {
	const chores = {
		journal: () => doJournalChores(context, { erasure, fetcher: fetch }),
		translations: () => fillTranslations(context),
	};
	for (const [name, chore] of Object.entries(chores)) {
		await chore().catch((error: unknown) => logChoreFailure(name, error));
	}
}
