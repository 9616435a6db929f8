import { spawnSync } from "node:child_process";

/** For every wrangler that is started here: no questions, no measurements, no traces. */
export const wranglerEnv = {
	...process.env,
	UNDERTONE_PREPARED: "true",
	X_LOCAL_OBSERVABILITY: "false",
	WRANGLER_SEND_METRICS: "false",
	CI: "true",
};

/** Brings the local database in the folder `state` up to date. Throws with what wrangler said. */
export function migrate(state: string): void {
	const { status, stdout, stderr } = spawnSync(
		"wrangler",
		["d1", "migrations", "apply", "DB", "--local", "--persist-to", state],
		{ env: wranglerEnv, encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`The local database could not be prepared:\n${stdout}${stderr}`);
}
