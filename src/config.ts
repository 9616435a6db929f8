import { z } from "zod";

const itemsOf = (text: string): string[] =>
	text
		.split(",")
		.map((item) => item.trim())
		.filter(Boolean);

const list = z.string().transform(itemsOf);
const share = z.coerce.number().gt(0).max(1);

/** Hosts of the push services of Chrome and its kin, Firefox, Safari and Edge; `*.` stands for any name before it. */
const KNOWN_PUSH_SERVICES =
	"fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,*.notify.windows.com";

/** The VAPID key pair that identifies this server to push services: base64url, the public key uncompressed. */
const PushVars = {
	VAPID_PUBLIC_KEY: z.string().default(""),
	VAPID_PRIVATE_KEY: z.string().default(""),
	VAPID_SUBJECT: z.string().default(""),
};

const Vars = z.object({
	...PushVars,
	CLERK_ISSUER: z.string().default(""),
	LOCAL_JWKS: z.string().default(""),
	WEB_ORIGINS: list.prefault(""),
	EVENT_RETENTION_DAYS: z.coerce.number().min(1).default(30),
	SELF_SERVICE_PLANS: list.prefault("starter"),
	PUBLISHABLE_SHARE: share.default(0.8),
	ADDRESS_SHARE: share.default(0.05),
	MIN_NOTE_SECONDS: z.coerce.number().min(5).max(30).default(30),
	PUSH_SERVICES: list.prefault(KNOWN_PUSH_SERVICES),
});

/** Who issues session tokens: a Clerk instance, or a local server with its own generated key set. */
export type TokenIssuer =
	| { kind: "clerk"; issuer: string; jwksUrl: string }
	| { kind: "local"; issuer: string; jwks: string }
	| { kind: "none" };

/** The VAPID identity that signs push messages. `subject` is the operator's contact, a mailto: or https: URL. */
export interface PushIdentity {
	publicKey: string;
	privateKey: string;
	subject: string;
}

export interface Config {
	/** Undefined when no keys are configured; reminders are then not sent. */
	readonly pushIdentity: PushIdentity | undefined;
	readonly tokenIssuer: TokenIssuer;
	readonly webOrigins: readonly string[];
	readonly eventRetentionMs: number;
	/** Plans that anybody may open an account with. */
	readonly selfServicePlans: readonly string[];
	/** How much of a month's sessions may come in by publishable keys, which anybody can read in a page: 0 to 1. */
	readonly publishableShare: number;
	/** How much of a month's sessions one client address may begin in a day by publishable keys: 0 to 1. */
	readonly addressShare: number;
	/** The shortest note that is taken. */
	readonly minNoteSeconds: number;
	/** Hosts of push services that reminders are sent to. */
	readonly pushServices: readonly string[];
}

const isLoopback = (url: string): boolean =>
	/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(url);

/** A key set from a variable is accepted only for a loopback issuer, so no deployment can be made to trust one. */
function tokenIssuer(issuer: string, localJwks: string): TokenIssuer {
	if (isLoopback(issuer)) return localJwks ? { kind: "local", issuer, jwks: localJwks } : { kind: "none" };
	if (!issuer.startsWith("https://")) return { kind: "none" };
	return { kind: "clerk", issuer, jwksUrl: `${issuer.replace(/\/$/, "")}/.well-known/jwks.json` };
}

function pushIdentity(publicKey: string, privateKey: string, subject: string): PushIdentity | undefined {
	return publicKey && privateKey && subject ? { publicKey, privateKey, subject } : undefined;
}

const parsed = new WeakMap<Env, Config>();

/** The only place that reads raw environment variables. Throws if one is malformed. */
export function readConfig(env: Env): Config {
	const known = parsed.get(env);
	if (known) return known;
	const vars = Vars.parse(env);
	const config: Config = {
		pushIdentity: pushIdentity(vars.VAPID_PUBLIC_KEY, vars.VAPID_PRIVATE_KEY, vars.VAPID_SUBJECT),
		tokenIssuer: tokenIssuer(vars.CLERK_ISSUER, vars.LOCAL_JWKS),
		webOrigins: vars.WEB_ORIGINS,
		eventRetentionMs: vars.EVENT_RETENTION_DAYS * 86_400_000,
		selfServicePlans: vars.SELF_SERVICE_PLANS,
		publishableShare: vars.PUBLISHABLE_SHARE,
		addressShare: vars.ADDRESS_SHARE,
		minNoteSeconds: vars.MIN_NOTE_SECONDS,
		pushServices: vars.PUSH_SERVICES,
	};
	parsed.set(env, config);
	return config;
}
