import type { Context } from "./context.ts";
import { logChoreFailure } from "./http/middleware/request-log.ts";
import { doJournalChores } from "./journal/scheduled.ts";
import { journalErasure } from "./journal/your-data/erasure.ts";
import { dialogErasure } from "./vocabulary/dialogs/delete-dialog.ts";
import { fillTranslations } from "./vocabulary/fill-translations.ts";

/** Erases all personal data of one person, across capabilities. */
export const erasureSteps = [...journalErasure, dialogErasure];

/** The scheduled chores, run every few minutes. A chore that fails does not stop the others. */
export async function doChores(context: Context): Promise<void> {
	const chores = {
		journal: () => doJournalChores(context, { erasure: erasureSteps, fetcher: fetch }),
		translations: () => fillTranslations(context),
	};
	for (const [name, chore] of Object.entries(chores)) {
		await chore().catch((error: unknown) => logChoreFailure(name, error));
	}
}
