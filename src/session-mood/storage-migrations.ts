/** Storage key of the number of applied migration steps. */
const VERSION = "schema_version";

/** The statements that migrate an object's tables to the next version. */
export type MigrationStep = readonly string[];

const hasTables = (storage: DurableObjectStorage): boolean =>
	storage.sql
		.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' LIMIT 1")
		.toArray().length > 0;

/**
 * The number of applied steps. Objects older than this versioning have tables but no version: they are at step 1. A new
 * object is at 0.
 */
function versionOf(storage: DurableObjectStorage): number {
	if (!hasTables(storage)) return 0;
	return storage.kv.get<number>(VERSION) ?? 1;
}

/**
 * Applies the pending steps in one transaction. Steps may only be appended, never changed, because live objects have
 * applied them. As long as there is a single step, no version is stored.
 */
export function migrate(
	storage: DurableObjectStorage,
	steps: readonly [MigrationStep, ...MigrationStep[]],
): void {
	const version = versionOf(storage);
	if (version >= steps.length) return;
	storage.transactionSync(() => {
		for (const statement of steps.slice(version).flat()) storage.sql.exec(statement);
		if (steps.length > 1) storage.kv.put(VERSION, steps.length);
	});
}
