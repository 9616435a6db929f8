import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { PeerOptions } from "../peer/main.ts";
import type { Contender, Place } from "./contender.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

/** The same work in a plain Node http server, in a process of its own. */
async function startPeer(
	name: string,
	options: Omit<PeerOptions, "apiKey">,
	database?: Postgres,
): Promise<Contender> {
	const apiKey = `sm_${randomBytes(24).toString("hex")}`;
	const peer = fork(join(import.meta.dirname, "../peer/main.ts"), [JSON.stringify({ ...options, apiKey })]);
	const [{ port }] = (await once(peer, "message")) as [{ port: number }];
	return {
		name,
		work: "events",
		url: new URL(`http://127.0.0.1:${port}`),
		pids: [peer.pid ?? 0, ...(database ? [database.pid] : [])],
		apiKey,
		async storedEvents() {
			peer.send("count");
			const [{ events }] = (await once(peer, "message")) as [{ events: number }];
			return events;
		},
		async stop() {
			peer.disconnect();
			await once(peer, "exit");
			await database?.stop();
		},
	};
}

/** Undefined when no PostgreSQL is installed. `durable`: an answer waits for the disk. */
export async function startPostgresPeer(place: Place, durable: boolean): Promise<Contender | undefined> {
	const database = await startPostgres(join(place.folder, `pg-${durable}`), durable);
	if (!database) return undefined;
	const commit = `commit ${durable ? "on" : "off"}`;
	return startPeer(
		`Node + ${database.version}, ${commit}`,
		{ store: "postgres", location: database.socket, durable },
		database,
	);
}

export function startSqlitePeer({ folder }: Place, durable: boolean): Promise<Contender> {
	mkdirSync(folder, { recursive: true });
	return startPeer(`Node + node:sqlite, synchronous ${durable ? "full" : "off"}`, {
		store: "sqlite",
		location: join(folder, "peer.sqlite"),
		durable,
	});
}
