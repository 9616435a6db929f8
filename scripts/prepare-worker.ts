import { build } from "./build.ts";
import { migrate } from "./local-database.ts";
import { writeLocalVars } from "./local-vars.ts";

/** Where `wrangler dev` keeps its database and objects. */
const STATE = ".wrangler/state";

// What starts the server itself (scripts/local-server.ts) has prepared everything and says so.
if (!process.env.UNDERTONE_PREPARED) {
	await build();
	if (process.env.WRANGLER_COMMAND === "dev") {
		await writeLocalVars(".dev.vars");
		migrate(STATE);
	}
}
