import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Postgres {
	version: string;
	/** The folder of its UNIX socket. It listens nowhere else. */
	socket: string;
	pid: number;
	stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";
const START_TIMEOUT_MS = 20_000;

export interface PostgresSettings {
	name: "tuned" | "as in production";
	flags: Readonly<Record<string, string>>;
}

/** For this benchmark alone: little is watched, nothing is cleaned up. Without `durable` no answer waits for a disk. */
export const tuned = (durable: boolean): PostgresSettings => ({
	name: "tuned",
	flags: {
		synchronous_commit: durable ? "on" : "off",
		shared_buffers: "256MB",
		max_wal_size: "4GB",
		checkpoint_timeout: "30min",
		wal_level: "minimal",
		max_wal_senders: "0",
		wal_buffers: "16MB",
		jit: "off",
		track_activities: "off",
		track_counts: "off",
		autovacuum: "off",
	},
});

/** What a database that somebody relies on has: answers that are durable, replication, autovacuum, statistics. */
export const AS_IN_PRODUCTION: PostgresSettings = {
	name: "as in production",
	flags: { shared_buffers: "256MB", max_wal_size: "4GB", wal_level: "replica", autovacuum: "on" },
};

function newestBin(): string | undefined {
	if (!existsSync(DEBIAN)) return undefined;
	const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
	return versions
		.map((version) => join(DEBIAN, version, "bin"))
		.find((bin) => existsSync(join(bin, "initdb")));
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function asItsUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
	return { uid: idOf("-u"), gid: idOf("-g") };
}

/** A new database cluster in `folder`, for this run only. Undefined when no server is installed. */
export async function startPostgres(
	folder: string,
	settings: PostgresSettings,
): Promise<Postgres | undefined> {
	const bin = newestBin();
	if (bin === undefined) return undefined;
	const user = asItsUser();
	mkdirSync(folder, { recursive: true });
	if (user) chownSync(folder, user.uid, user.gid);
	const options: SpawnOptions = { ...user, cwd: folder, stdio: "ignore" };
	const data = join(folder, "data");
	const initialised = spawnSync(
		join(bin, "initdb"),
		["-D", data, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
		{ ...options, encoding: "utf8", stdio: "pipe" },
	);
	if (initialised.status !== 0) throw new Error(`initdb failed:\n${initialised.stderr}`);
	const flags = Object.entries({ ...settings.flags, listen_addresses: "" }).flatMap(([name, value]) => [
		"-c",
		`${name}=${value}`,
	]);
	const server = spawn(join(bin, "postgres"), ["-D", data, "-k", folder, ...flags], options);
	process.on("exit", () => server.kill("SIGQUIT"));
	await untilReady(join(bin, "pg_isready"), folder);
	const version = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).stdout;
	return {
		version: `PostgreSQL ${/\d+\.\d+/.exec(version)?.[0] ?? ""}`,
		socket: folder,
		pid: server.pid ?? 0,
		async stop() {
			server.kill("SIGINT");
			await once(server, "exit");
		},
	};
}

async function untilReady(isReady: string, socket: string): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (spawnSync(isReady, ["-h", socket, "-U", "bench", "-q"]).status !== 0) {
		if (Date.now() > deadline) throw new Error("PostgreSQL did not start");
		await delay(50);
	}
}
