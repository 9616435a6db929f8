import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** For every wrangler that is started here: no questions, no measurements, no traces. */
export const wranglerEnv = {
	...process.env,
	UNDERTONE_PREPARED: "true",
	X_LOCAL_OBSERVABILITY: "false",
	WRANGLER_SEND_METRICS: "false",
	CI: "true",
};

const MIGRATIONS = "migrations";
/** Where the local runtime keeps the databases of D1 in a state folder. */
const DATABASES = "v3/d1";

/** Brings the local database in the folder `state` up to date. Throws with what wrangler said. */
export function migrate(state: string): void {
	if (isUpToDate(state)) return;
	const { status, stdout, stderr } = spawnSync(
		"wrangler",
		["d1", "migrations", "apply", "DB", "--local", "--persist-to", state],
		{ env: wranglerEnv, encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`The local database could not be prepared:\n${stdout}${stderr}`);
}

/** Whether wrangler noted every migration as applied; asking wrangler itself takes seconds. */
function isUpToDate(state: string): boolean {
	const wanted = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
	return databasesIn(join(state, DATABASES)).some((file) => {
		const applied = appliedMigrations(file);
		return wanted.every((name) => applied.has(name));
	});
}

/** The files of all SQLite databases below a folder; none where there is no folder. */
export const databasesIn = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder, { recursive: true, encoding: "utf8" })
				.filter((name) => name.endsWith(".sqlite"))
				.map((name) => join(folder, name))
		: [];

/** Empty for a database that wrangler has never migrated, or that cannot be read. */
function appliedMigrations(file: string): ReadonlySet<unknown> {
	try {
		using database = new DatabaseSync(file, { readOnly: true });
		return new Set(
			database
				.prepare("SELECT name FROM d1_migrations")
				.all()
				.map(({ name }) => name),
		);
	} catch {
		return new Set();
	}
}
