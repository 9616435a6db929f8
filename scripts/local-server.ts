import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { build } from "./build.ts";
import { keySetOf, LOCAL_ISSUER, localPushVars, localSigningKey } from "./local-keys.ts";

export interface LocalServer {
	url: string;
	process: ChildProcess;
}

export interface LocalServerOptions {
	port: number;
	/** The folder that holds the local database, objects and recordings. */
	state: string;
	/** Where the output of the server goes. */
	output: "inherit" | "ignore";
}

const READY_TIMEOUT_MS = 60_000;
const wranglerEnv = {
	...process.env,
	X_LOCAL_OBSERVABILITY: "false",
	WRANGLER_SEND_METRICS: "false",
	CI: "true",
};

/** Prepares what is missing (key, pages, database) and starts the Worker. Resolves when it answers. */
export async function startLocalServer({ port, state, output }: LocalServerOptions): Promise<LocalServer> {
	const url = `http://127.0.0.1:${port}`;
	await build();
	migrate(state);
	const vars = {
		CLERK_ISSUER: LOCAL_ISSUER,
		LOCAL_JWKS: keySetOf(await localSigningKey()),
		WEB_ORIGINS: url,
		...(await localPushVars()),
	};
	const server = spawn(
		"wrangler",
		[
			...["dev", "--ip", "127.0.0.1", "--port", String(port), "--persist-to", state, "--inspector-port", "0"],
			...["--log-level", "error", "--show-interactive-dev-session=false"],
			...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
		],
		{ env: wranglerEnv, stdio: ["ignore", output, output] },
	);
	await untilHealthy(url, server);
	return { url, process: server };
}

function migrate(state: string): void {
	const { status, stdout, stderr } = spawnSync(
		"wrangler",
		["d1", "migrations", "apply", "DB", "--local", "--persist-to", state],
		{ env: wranglerEnv, encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`The local database could not be prepared:\n${stdout}${stderr}`);
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
	server.kill();
	throw new Error(`The server did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`);
}
