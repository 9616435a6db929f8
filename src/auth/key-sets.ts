import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { TokenIssuer } from "../config.ts";
import { Fault } from "../errors.ts";

/** Keys are refetched after this time, so a withdrawn key is not trusted for longer. */
const FRESH_FOR_MS = 600_000;
/** How long old keys stay usable while newer ones cannot be fetched. */
const USABLE_FOR_MS = 3_600_000;
/** Minimum time between two attempts to refresh the keys, after an unknown `kid` or a failed fetch. */
const COOLDOWN_MS = 30_000;
/** Minimum time between two attempts while there are no usable keys. */
const RETRY_MS = 2_000;
const TIMEOUT_MS = 5_000;

/**
 * The published keys of a Clerk instance, cached for the life of the isolate. An unknown `kid` triggers a refetch, at
 * most every 30 s, so made-up `kid`s cannot make the Worker hammer the instance. Requests do not share a pending fetch,
 * because workerd forbids it.
 */
export class RemoteKeySet {
	readonly #url: string;
	#keys: JWTVerifyGetKey | undefined;
	#fetchedAt = Number.NEGATIVE_INFINITY;
	#triedAt = Number.NEGATIVE_INFINITY;
	#failedAt = Number.NEGATIVE_INFINITY;

	constructor(url: string) {
		this.#url = url;
	}

	/** Returns a function that finds a token's key, or throws `unavailable` if no keys can be fetched. `now` in ms. */
	finderAt(now: number): JWTVerifyGetKey {
		return async (header, token) => {
			const keys = await this.#current(now);
			try {
				return await keys(header, token);
			} catch (error) {
				const isUnknown = error instanceof errors.JWKSNoMatchingKey;
				if (!isUnknown || now - this.#triedAt < COOLDOWN_MS) throw error;
				return (await this.#fetch(now).catch(() => keys))(header, token);
			}
		};
	}

	async #current(now: number): Promise<JWTVerifyGetKey> {
		const age = now - this.#fetchedAt;
		const usable = age < USABLE_FOR_MS ? this.#keys : undefined;
		if (usable && (age < FRESH_FOR_MS || now - this.#triedAt < COOLDOWN_MS)) return usable;
		if (!usable && now - this.#failedAt < RETRY_MS) throw unavailable();
		return this.#fetch(now).catch(() => {
			if (usable) return usable;
			throw unavailable();
		});
	}

	async #fetch(now: number): Promise<JWTVerifyGetKey> {
		this.#triedAt = now;
		try {
			const response = await fetch(this.#url, {
				redirect: "manual",
				signal: AbortSignal.timeout(TIMEOUT_MS),
			});
			if (response.status !== 200) throw new Error(`The key set responded with ${response.status}`);
			const keys = createLocalJWKSet(await response.json<JSONWebKeySet>());
			[this.#keys, this.#fetchedAt] = [keys, now];
			return keys;
		} catch (error) {
			this.#failedAt = now;
			throw error;
		}
	}
}

const unavailable = () =>
	new Fault({
		code: "unavailable",
		message: "Sign-in cannot be checked right now. Please try again in a moment.",
	});

const remote = new Map<string, RemoteKeySet>();
const local = new Map<string, JWTVerifyGetKey>();

/** The key set of an issuer, kept for the life of the isolate. */
export function keySetOf(issuer: Exclude<TokenIssuer, { kind: "none" }>, now: number): JWTVerifyGetKey {
	if (issuer.kind === "clerk") {
		const known = remote.get(issuer.jwksUrl) ?? new RemoteKeySet(issuer.jwksUrl);
		remote.set(issuer.jwksUrl, known);
		return known.finderAt(now);
	}
	const keys = local.get(issuer.jwks) ?? createLocalJWKSet(JSON.parse(issuer.jwks));
	local.set(issuer.jwks, keys);
	return keys;
}
