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

/** The pair of keys with which push services know this server: base64url, the public one uncompressed. */
const PushVars = {
	VAPID_PUBLIC_KEY: z.string().default(""),
	VAPID_PRIVATE_KEY: z.string().default(""),
	VAPID_SUBJECT: z.string().default(""),
};

const Vars = z.object({
	...PushVars,
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

/** How this server signs what it sends to push services; `subject` is where to complain, a mailto: or https: URL. */
export interface PushIdentity {
	publicKey: string;
	privateKey: string;
	subject: string;
}

export interface Config {
	/** Undefined where no keys are set: reminders are not sent. */
	readonly pushIdentity: PushIdentity | undefined;
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

function pushIdentity(publicKey: string, privateKey: string, subject: string): PushIdentity | undefined {
	return publicKey && privateKey && subject ? { publicKey, privateKey, subject } : undefined;
}

const parsed = new WeakMap<Env, Config>();

/** The only reader of raw variables. Throws when one is malformed. */
export function readConfig(env: Env): Config {
	const known = parsed.get(env);
	if (known) return known;
	const vars = Vars.parse(env);
	const config: Config = {
		pushIdentity: pushIdentity(vars.VAPID_PUBLIC_KEY, vars.VAPID_PRIVATE_KEY, vars.VAPID_SUBJECT),
		tokenIssuer: tokenIssuer(vars.CLERK_ISSUER, vars.LOCAL_JWKS),
		webOrigins: vars.WEB_ORIGINS,
		eventRetentionMs: vars.EVENT_RETENTION_DAYS * 86_400_000,
	};
	parsed.set(env, config);
	return config;
}
