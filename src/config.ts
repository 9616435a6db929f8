import { z } from "zod";

const origins = z
	.string()
	.default("")
	.transform((list) =>
		list
			.split(",")
			.map((item) => item.trim())
			.filter(Boolean),
	);

const Vars = z.object({
	CLERK_ISSUER: z.string().default(""),
	LOCAL_JWKS: z.string().default(""),
	WEB_ORIGINS: origins,
	EVENT_RETENTION_DAYS: z.coerce.number().min(1).default(30),
});

/** Where tokens come from: a Clerk instance, or the key set a local server made for itself. */
export type TokenIssuer =
	| { kind: "clerk"; issuer: string; jwksUrl: string }
	| { kind: "local"; issuer: string; jwks: string }
	| { kind: "none" };

export interface Config {
	readonly tokenIssuer: TokenIssuer;
	readonly webOrigins: readonly string[];
	readonly eventRetentionMs: number;
}

const isLoopback = (url: string): boolean =>
	/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(url);

/** A key set in a variable counts for a loopback issuer only, so no deployment can be made to trust it. */
function tokenIssuer(issuer: string, localJwks: string): TokenIssuer {
	if (isLoopback(issuer)) return localJwks ? { kind: "local", issuer, jwks: localJwks } : { kind: "none" };
	if (!issuer.startsWith("https://")) return { kind: "none" };
	return { kind: "clerk", issuer, jwksUrl: `${issuer.replace(/\/$/, "")}/.well-known/jwks.json` };
}

const parsed = new WeakMap<Env, Config>();

/** The only reader of raw variables. Throws when one is malformed. */
export function readConfig(env: Env): Config {
	const known = parsed.get(env);
	if (known) return known;
	const vars = Vars.parse(env);
	const config: Config = {
		tokenIssuer: tokenIssuer(vars.CLERK_ISSUER, vars.LOCAL_JWKS),
		webOrigins: vars.WEB_ORIGINS,
		eventRetentionMs: vars.EVENT_RETENTION_DAYS * 86_400_000,
	};
	parsed.set(env, config);
	return config;
}
