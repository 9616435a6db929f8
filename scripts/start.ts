import { compactState } from "./compact-state.ts";
import { startLocalServer } from "./local-server.ts";
import { parseOrigins } from "./local-vars.ts";
import { servingPort } from "./port.ts";
import { noteRunningServer } from "./running-server.ts";

const STATE = ".wrangler/state";
/** How often it is looked whether whoever started this is still there. */
const PARENT_CHECK_MS = 1_000;

async function readOptions() {
	const webOrigins = parseOrigins(process.env.WEB_ORIGINS ?? "");
	return { port: await servingPort(process.env.PORT), webOrigins };
}
const options = await readOptions().catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
console.log("Preparing keys, pages and database …");
compactState(STATE);
const {
	url,
	process: server,
	stop,
} = await startLocalServer({
	...options,
	state: STATE,
	output: "inherit",
});
noteRunningServer(url);
console.log(`
  Undertone is ready at ${url}

  Demo page      ${url}/demo
  API reference  ${url}/docs
  OpenAPI        ${url}/openapi.json
  A key          curl -s ${url}/v1/keys/generate -d '{"customer_name":"Me"}'
  A token        npm run -s token -- me

  Stop with Ctrl+C.
`);
server.on("exit", (code) => process.exit(code ?? 0));
const stopAndExit = () => stop().then(() => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopAndExit);
// npm does not pass every signal on. Whoever is orphaned by it must not go on serving.
const parent = process.ppid;
setInterval(() => {
	if (process.ppid !== parent) stopAndExit();
}, PARENT_CHECK_MS).unref();
