import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import type { PeerOptions } from "../peer/main.ts";
import type { Contender, Place } from "./contender.ts";
import { type PostgresSettings, startPostgres } from "./postgres.ts";
import { PAGE, requestOf, type Sender } from "./requests.ts";

const keyFor = (sender: Sender): string =>
	`${sender === "snippet" ? "sm_pub_" : "sm_"}${randomBytes(24).toString("hex")}`;

/** The same work in a plain Node http server before PostgreSQL. Undefined when no PostgreSQL is installed. */
export async function startPostgresPeer(
	{ folder }: Place,
	settings: PostgresSettings,
	sender: Sender,
): Promise<Contender | undefined> {
	const database = await startPostgres(
		join(folder, `pg-${settings.name}-${sender}`.replace(" ", "-")),
		settings,
	);
	if (!database) return undefined;
	const options: PeerOptions = {
		socket: database.socket,
		apiKey: keyFor(sender),
		allowedOrigin: sender === "snippet" ? PAGE : null,
	};
	const peer = fork(join(import.meta.dirname, "../peer/main.ts"), [JSON.stringify(options)]);
	const [{ port }] = (await once(peer, "message")) as [{ port: number }];
	const url = new URL(`http://127.0.0.1:${port}`);
	return {
		name: `Node + ${database.version}, ${settings.name}, ${sender}`,
		work: "events",
		url,
		pids: [peer.pid ?? 0, database.pid],
		request: (batch) => requestOf[sender](url, options.apiKey, batch),
		async stored() {
			peer.send("count");
			const [{ events }] = (await once(peer, "message")) as [{ events: number }];
			return { events };
		},
		async stop() {
			peer.disconnect();
			await once(peer, "exit");
			await database.stop();
		},
	};
}
