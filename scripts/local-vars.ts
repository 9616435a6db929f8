import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { keySetOf, LOCAL_ISSUER, localPushVars, localSigningKey } from "./local-keys.ts";

/** The variables with which a Worker on this machine trusts the tokens of `npm run token`, by name. */
export async function localVars(webOrigins: readonly string[]): Promise<Record<string, string>> {
	return {
		CLERK_ISSUER: LOCAL_ISSUER,
		LOCAL_JWKS: keySetOf(await localSigningKey()),
		WEB_ORIGINS: webOrigins.join(","),
		...(await localPushVars()),
	};
}

/** The origins in a comma-separated list. Throws, saying what to write instead, when one is not an origin. */
export function parseOrigins(list: string): string[] {
	const origins = list.split(",").map((item) => item.trim().replace(/\/$/, ""));
	return origins.filter(Boolean).map((origin) => {
		if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
		throw new Error(`WEB_ORIGINS is a list of origins such as http://localhost:5173; ${origin} is not one.`);
	});
}

const nameOf = (line: string): string => line.split("=", 1)[0]?.trim() ?? "";

/** Adds what is missing to the file of local variables that wrangler reads; what stands there stays. */
export async function writeLocalVars(file: string): Promise<void> {
	const text = existsSync(file) ? readFileSync(file, "utf8") : "";
	const known = new Set(text.split("\n").map(nameOf));
	const vars = await localVars(["http://127.0.0.1:8787", "http://localhost:8787"]);
	const missing = Object.entries(vars).filter(([name]) => !known.has(name));
	if (missing.length === 0) return;
	const lines = missing.map(([name, value]) => `${name}='${value}'\n`);
	writeFileSync(file, `${text}${text && !text.endsWith("\n") ? "\n" : ""}${lines.join("")}`, { mode: 0o600 });
}
