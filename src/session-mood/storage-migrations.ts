/** Where an object keeps how many steps its tables have taken. */
const VERSION = "schema_version";

/** Statements that bring the tables of an object from one version to the next. */
export type MigrationStep = readonly string[];

const hasTables = (storage: DurableObjectStorage): boolean =>
	storage.sql
		.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' LIMIT 1")
		.toArray().length > 0;

/**
 * How many steps the tables have taken. Objects from before versions were kept have tables and no version: they have
 * taken the first. A new object has taken none.
 */
function versionOf(storage: DurableObjectStorage): number {
	if (!hasTables(storage)) return 0;
	return storage.kv.get<number>(VERSION) ?? 1;
}

/**
 * Takes the steps that this object has not taken, all or none. The list may only grow: what stands in it has been taken
 * by objects that live. While there is one step nothing but the tables is written.
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
