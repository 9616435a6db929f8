/** The claims of a token that may hold permissions. All are `unknown` because the issuer controls their shape. */
export interface PermissionClaims {
	[claim: string]: unknown;
	permissions?: unknown;
	/** Clerk session token version 1. */
	org_permissions?: unknown;
	/** Clerk session token version 2: the organisation, with permission names and one bitmask per feature. */
	o?: unknown;
	/** Clerk session token version 2: features with their scope, such as `o:emotion,u:export`. */
	fea?: unknown;
}

const PERMISSION = /^[a-z][a-z0-9_]*(?::[a-z][a-z0-9_]*)+$/;
const ORGANISATION_PREFIX = "org:";

/**
 * The permissions granted by a verified token, such as `emotion:create`. Clerk names are `org:<feature>:<permission>`,
 * so `org:emotion_category:create` becomes `emotion:category:create`. Malformed claims grant nothing.
 */
export function permissionsOf(claims: PermissionClaims): ReadonlySet<string> {
	const own = strings(claims.permissions);
	const organisation = [...strings(claims.org_permissions), ...bitmaskPermissions(claims)].flatMap(fromClerk);
	return new Set([...own, ...organisation].filter((name) => PERMISSION.test(name)));
}

const strings = (claim: unknown): string[] =>
	Array.isArray(claim) ? claim.filter((item): item is string => typeof item === "string") : [];

const fromClerk = (name: string): string[] =>
	name.startsWith(ORGANISATION_PREFIX)
		? [name.slice(ORGANISATION_PREFIX.length).replace(/^emotion_category:/, "emotion:category:")]
		: [];

/**
 * Permissions of a Clerk v2 token, as `org:<feature>:<permission>`. Bit i (from the least significant) of the n-th
 * integer of `o.fpm` grants the i-th name of `o.per` on the n-th organisation feature of `fea`.
 * Source: clerk.com/docs/guides/sessions/session-tokens, "Decode o.fpm manually".
 */
function bitmaskPermissions({ o, fea }: PermissionClaims): string[] {
	if (typeof o !== "object" || o === null || typeof fea !== "string") return [];
	const { per, fpm } = o as { per?: unknown; fpm?: unknown };
	if (typeof per !== "string" || typeof fpm !== "string") return [];
	const names = list(per);
	const masks = list(fpm);
	const features = organisationFeatures(list(fea));
	if (!features || features.length !== masks.length || !masks.every((mask) => /^\d{1,300}$/.test(mask)))
		return [];
	return features.flatMap((feature, n) => {
		const mask = BigInt(masks[n] ?? "0");
		return names.filter((_, i) => (mask >> BigInt(i)) & 1n).map((name) => `org:${feature}:${name}`);
	});
}

const list = (claim: string): string[] => claim.split(",").map((item) => item.trim());

/** The organisation's features, in the token's order, or undefined if any entry has an unknown scope. */
function organisationFeatures(entries: readonly string[]): string[] | undefined {
	const scoped = entries.map((entry) => /^(o|u|ou|uo):([a-z0-9_-]+)$/.exec(entry));
	if (scoped.some((match) => !match)) return undefined;
	return scoped.flatMap((match) => (match?.[1]?.includes("o") ? [match[2] ?? ""] : []));
}
