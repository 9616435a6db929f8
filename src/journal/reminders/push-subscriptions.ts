import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import { pushSubscriptions } from "../tables.ts";
import type { PushBrowser } from "./contract.ts";
import type { PushTarget } from "./push-service.ts";

/** More browsers than a person has. */
const MAX_BROWSERS = 20;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(
		atob(base64url.replaceAll("-", "+").replaceAll("_", "/").replaceAll("=", "")),
		(character) => character.charCodeAt(0),
	);

/** A key that is no point of the curve could never be encrypted to. */
async function refuseBadKey(p256dh: string): Promise<void> {
	try {
		await crypto.subtle.importKey("raw", bytesOf(p256dh), { name: "ECDH", namedCurve: "P-256" }, false, []);
	} catch {
		throw invalidField("keys.p256dh", "This is not a public key of the P-256 curve");
	}
}

/** Whether a host is one of these; `*.` stands for any name before it. */
const isOneOf = (hosts: readonly string[], host: string): boolean =>
	hosts.some((known) => (known.startsWith("*.") ? host.endsWith(known.slice(1)) : host === known));

/** Reminders go to known push services alone: else anybody could have this server send requests to any address. */
function refuseUnknownService(services: readonly string[], endpoint: string): void {
	const host = new URL(endpoint).hostname;
	if (!isOneOf(services, host)) throw invalidField("endpoint", `${host} is not a known push service`);
}

/**
 * Remembers a browser for reminders; the same browser again is the same subscription. It becomes another person's
 * only with the browser's own secrets, which whoever merely learnt its address does not have. Throws `invalid_input`
 * for an unknown service or a bad key, `conflict` for somebody else's browser and beyond 20 browsers.
 */
export async function addPushSubscription(
	{ db, newId, now, config }: Context,
	userId: string,
	target: PushTarget,
): Promise<{ id: string }> {
	refuseUnknownService(config.pushServices, target.endpoint);
	await refuseBadKey(target.p256dh);
	const others = and(eq(pushSubscriptions.userId, userId), ne(pushSubscriptions.endpoint, target.endpoint));
	const [existing] = await db.select({ browsers: count() }).from(pushSubscriptions).where(others);
	if ((existing?.browsers ?? 0) >= MAX_BROWSERS) {
		throw new Fault({
			code: "conflict",
			message: `At most ${MAX_BROWSERS} browsers can be reminded. Remove one.`,
		});
	}
	const [row] = await db
		.insert(pushSubscriptions)
		.values({ id: newId(), userId, ...target, createdAt: new Date(now()) })
		.onConflictDoUpdate({
			target: pushSubscriptions.endpoint,
			set: { userId, p256dh: target.p256dh, auth: target.auth },
			setWhere: sql`${pushSubscriptions.userId} = ${userId}
				or (${pushSubscriptions.p256dh} = ${target.p256dh} and ${pushSubscriptions.auth} = ${target.auth})`,
		})
		.returning({ id: pushSubscriptions.id });
	if (!row) throw new Fault({ code: "conflict", message: "This browser belongs to another person." });
	return row;
}

/** Forgets a browser. Throws `not_found` when the person has no such one. */
export async function removePushSubscription(
	{ db }: Context,
	userId: string,
	endpoint: string,
): Promise<void> {
	const removed = await db
		.delete(pushSubscriptions)
		.where(and(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.userId, userId)))
		.returning({ id: pushSubscriptions.id });
	if (removed.length === 0) throw new Fault({ code: "not_found", message: "No such push subscription" });
}

/** The person's browsers, oldest first. */
export async function listPushSubscriptions({ db }: Context, userId: string): Promise<PushBrowser[]> {
	const rows = await db
		.select()
		.from(pushSubscriptions)
		.where(eq(pushSubscriptions.userId, userId))
		.orderBy(asc(pushSubscriptions.createdAt));
	return rows.map(({ id, endpoint, createdAt }) => ({
		id,
		service: new URL(endpoint).hostname,
		createdAt: createdAt.toISOString(),
	}));
}
