import { startLocalServer } from "./local-server.ts";
import { servingPort } from "./port.ts";

const port = await servingPort(process.env.PORT).catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
console.log("Preparing keys, pages and database …");
const { url, process: server } = await startLocalServer({
	port,
	state: ".wrangler/state",
	output: "inherit",
});
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
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
