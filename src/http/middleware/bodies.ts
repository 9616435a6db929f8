import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { Fault, invalidField } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

/** Bytes of an unread body that are read for nothing; what sends more than that is cut off. */
const MAX_SWALLOWED_BYTES = 64 * 1024 * 1024;

/** Reads what an error response has left of the body: a connection breaks if it is answered before it is read. */
export const swallowRest = createMiddleware<AppEnv>(async function swallowRest(c, next) {
	await next();
	const { body, bodyUsed } = c.req.raw;
	if (c.res.status < 400 || !body || bodyUsed || body.locked) return;
	const reader = body.getReader();
	try {
		for (let left = MAX_SWALLOWED_BYTES; left > 0; ) {
			const { done, value } = await reader.read();
			if (done) return;
			left -= value.byteLength;
		}
		await reader.cancel();
	} catch {
		// The client has gone: nobody waits for the answer.
	}
});

/** Rejects bodies over `limit` bytes, with or without `Content-Length`. `advice` tells how to stay below it. */
export const limitBody = (limit: number, advice?: string) => {
	const refuse = (): never => {
		throw new Fault({ code: "payload_too_large", limit, ...(advice && { advice }) });
	};
	const counted = bodyLimit({ maxSize: limit, onError: refuse });
	return createMiddleware<AppEnv>(async function limitBody(c, next) {
		// A body cannot be longer than its Content-Length, so there is no need to count its bytes.
		const length = c.req.header("Transfer-Encoding") ? undefined : c.req.header("Content-Length");
		if (length === undefined) return counted(c, next);
		if (Number(length) > limit) refuse();
		await next();
	});
};

/**
 * Treats every body as JSON, whatever its content type: curl's `-d` sends a form type, and `sendBeacon` must send
 * `text/plain` to avoid a preflight request.
 */
export const readBodyAsJson = createMiddleware<AppEnv>(async function anyBodyIsJson(c, next) {
	const type = c.req.header("Content-Type");
	if (c.req.method !== "GET" && type !== "application/json") {
		const headers = new Headers(c.req.raw.headers);
		headers.set("Content-Type", "application/json");
		c.req.raw = new Request(c.req.raw, { headers });
	}
	await next();
});

/** Levels of arrays and objects in a body; the deepest that any route takes has six. */
const MAX_DEPTH = 64;
/** Bytes in which no nesting can be deep enough to cost anything. */
const SURELY_CHEAP = 8 * 1024;

/**
 * Refuses a JSON body that is nested too deeply, before it is parsed: a parser takes some sixty bytes of memory for
 * each level that costs the sender one.
 */
export const refuseDeepJson = createMiddleware<AppEnv>(async function refuseDeepJson(c, next) {
	const length = Number(c.req.header("Content-Length") ?? Number.POSITIVE_INFINITY);
	if (c.req.method !== "GET" && length > SURELY_CHEAP && isDeeperThan(await c.req.text(), MAX_DEPTH))
		throw tooDeep();
	await next();
});

export const tooDeep = (): Fault =>
	invalidField("body", `At most ${MAX_DEPTH} levels of nesting are accepted`);

/** Whether JSON is nested deeper than `limit`: brackets within strings do not count. Stops where it is sure. */
export function isDeeperThan(text: string, limit = MAX_DEPTH): boolean {
	let depth = 0;
	for (let i = 0; i < text.length; i++) {
		switch (text.charCodeAt(i)) {
			case 0x22: // "
				i = endOfString(text, i);
				break;
			case 0x5b: // [
			case 0x7b: // {
				if (++depth > limit) return true;
				break;
			case 0x5d: // ]
			case 0x7d: // }
				depth--;
		}
	}
	return false;
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
	for (let i = start + 1; ; i++) {
		const quote = text.indexOf('"', i);
		if (quote === -1) return text.length;
		let backslashes = 0;
		while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
		if (backslashes % 2 === 0) return quote;
		i = quote;
	}
}
