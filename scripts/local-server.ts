import { type ChildProcess, spawn } from "node:child_process";
import { build } from "./build.ts";
import { freePort } from "./free-port.ts";
import { startFront } from "./front.ts";
import { migrate, wranglerEnv } from "./local-database.ts";
import { localVars } from "./local-vars.ts";

export interface LocalServer {
	url: string;
	process: ChildProcess;
	/** Ends the server and all that it started; resolves when the server is gone. */
	stop(): Promise<void>;
}

export interface LocalServerOptions {
	port: number;
	/** The folder that holds the local database, objects and recordings. */
	state: string;
	/** Where the output of the server goes. */
	output: "inherit" | "ignore";
	/** Where the runtime can be inspected; by default on any free port. */
	inspectorPort?: number;
	/** Origins besides the server's own that may call `/api`. */
	webOrigins?: readonly string[];
}

const READY_TIMEOUT_MS = 60_000;
/** How long the server may take to end when it is asked to. */
const GRACE_MS = 5_000;

/** Prepares what is missing (key, pages, database) and starts the Worker. Resolves when it answers. */
export async function startLocalServer({
	port,
	state,
	output,
	inspectorPort = 0,
	webOrigins = [],
}: LocalServerOptions): Promise<LocalServer> {
	const url = `http://127.0.0.1:${port}`;
	// First of all: wrangler serves the files whose names it found when it started, and names change with contents.
	await build();
	migrate(state);
	const runtimePort = await freePort();
	const vars = await localVars([url, `http://localhost:${port}`, ...webOrigins]);
	const front = await startFront({ port, runtimePort });
	const server = spawn(
		"wrangler",
		[
			...[
				"dev",
				"--ip",
				"127.0.0.1",
				"--port",
				String(runtimePort),
				"--persist-to",
				state,
				"--inspector-port",
				String(inspectorPort),
			],
			...["--log-level", "error", "--show-interactive-dev-session=false"],
			...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
		],
		// A process group of its own, so that it can be ended with everything it starts.
		{ env: wranglerEnv, stdio: ["ignore", output, output], detached: true },
	);
	const stop = async () => {
		front.close();
		await stopGroup(server);
		front.closeAllConnections();
	};
	await untilHealthy(url, server).catch(async (error) => {
		await stop();
		throw error;
	});
	return { url, process: server, stop };
}

async function stopGroup(server: ChildProcess): Promise<void> {
	const { pid } = server;
	if (pid === undefined) return;
	const ended = new Promise<void>((resolve) => {
		if (server.exitCode !== null || server.signalCode !== null) resolve();
		else server.once("exit", () => resolve());
	});
	signalGroup(pid, "SIGTERM");
	const timer = setTimeout(signalGroup, GRACE_MS, pid, "SIGKILL");
	await ended;
	clearTimeout(timer);
	// What the server started may outlive it.
	signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// The group is gone already.
	}
}

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
	const deadline = Date.now() + READY_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (server.exitCode !== null) throw new Error(`The server stopped with exit code ${server.exitCode}.`);
		const healthy = await fetch(`${url}/health`).then(
			(response) => response.ok,
			() => false,
		);
		if (healthy) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`The server did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`);
}
