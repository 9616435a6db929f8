import { parseArgs } from "node:util";
import { localSigningKey, signToken } from "./local-keys.ts";

const { values, positionals } = parseArgs({
	options: { permissions: { type: "string", default: "" } },
	allowPositionals: true,
});
const [subject] = positionals;
if (!subject) {
	console.error("Usage: npm run -s token -- <sub> [--permissions a,b]");
	process.exit(2);
}
const permissions = values.permissions.split(",").map((name) => name.trim());
console.log(await signToken(await localSigningKey(), subject, permissions.filter(Boolean)));
