import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inject } from "vitest";

/** Puts what was counted of an intervention so many milliseconds back, as if that time had passed since. */
export function putBack(interventionId: string, ms: number): void {
	for (const file of globSync(join(inject("state"), "v3/do/*AccountObject/*.sqlite"))) {
		const database = new DatabaseSync(file, { timeout: 5_000 });
		try {
			if (!hasCounted(database, interventionId)) continue;
			database.prepare("UPDATE occurrences SET at = at - ?").run(ms);
			database.prepare("UPDATE session_outcomes SET at = at - ?").run(ms);
		} finally {
			database.close();
		}
	}
}

function hasCounted(database: DatabaseSync, interventionId: string): boolean {
	const isAccount = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'occurrences'").get();
	if (!isAccount) return false;
	return !!database.prepare("SELECT 1 FROM occurrences WHERE intervention_id = ?").get(interventionId);
}
