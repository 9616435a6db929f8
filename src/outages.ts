import { Fault } from "./errors.ts";

/** Cloudflare's opaque message for a failure on its side; the local runtime uses it too. */
const INTERNAL = /^internal error; reference = |^Network connection lost/;

const unavailable = (message: string, cause: unknown): Fault =>
	new Fault({ code: "unavailable", message }, { cause });

const SESSIONS_OUT =
	"Sessions cannot be reached right now, and nothing was stored. Please try again in a moment.";

/** Awaits a Durable Object call. Throws `unavailable` if the object cannot be reached or is overloaded. */
export async function callObject<P extends Promise<unknown>>(call: P): Promise<Awaited<P>> {
	try {
		return await call;
	} catch (error) {
		const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
		const isOutage = retryable || overloaded || (error instanceof Error && INTERNAL.test(error.message));
		if (!isOutage) throw error;
		throw unavailable(SESSIONS_OUT, error);
	}
}

const RECORDINGS_OUT = "The store of recordings cannot be reached right now. Please try again in a moment.";

/** The bucket, with every failed operation as an `unavailable` fault: R2 has no error codes to tell failures apart. */
export const guardBucket = (bucket: R2Bucket): R2Bucket =>
	new Proxy(bucket, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== "function") return member;
			return async (...values: unknown[]) => {
				try {
					return await member.apply(target, values);
				} catch (error) {
					throw unavailable(RECORDINGS_OUT, error);
				}
			};
		},
	});

/** D1's messages for failures that are no statement's fault: it is locked, overloaded, unreachable, or lacks a table. */
const DATABASE =
	/SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL|CORRUPT|NOTADB)|database is locked|disk I\/O error|overloaded|storage caused object to be reset|D1_ERROR: (Network connection lost|internal error)|no such (table|column)|D1 DB (is overloaded|storage operation exceeded)/i;

const DATABASE_OUT = "The database cannot be reached right now. Please try again in a moment.";

/** An `unavailable` fault if an error, or one of its causes, reports a database outage. */
export function databaseOutage(error: unknown): Fault | undefined {
	for (let at = error; at instanceof Error; at = at.cause)
		if (DATABASE.test(at.message)) return unavailable(DATABASE_OUT, error);
	return undefined;
}
