import { migrate } from "./local-database.ts";

/** Where `wrangler dev` keeps its database and objects. */
const STATE = ".wrangler/state";

// What starts the server itself (scripts/local-server.ts) has prepared everything and says so; then nothing is loaded.
if (!process.env.UNDERTONE_PREPARED) {
	const { build } = await import("./build.ts");
	await build();
	if (process.env.WRANGLER_COMMAND === "dev") {
		const { writeLocalVars } = await import("./local-vars.ts");
		await writeLocalVars(".dev.vars");
		migrate(STATE);
	}
}
