import { createMiddleware } from "hono/factory";
import { Fault, invalidField } from "../../errors.ts";
import type { AppEnv } from "../router.ts";

/** The most that is read of a body after an error; a client that sends more is cut off. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/** Reads and discards the unread rest of a body before an error is sent: answering earlier breaks the connection. */
export const discardRest = createMiddleware<AppEnv>(async function discardRest(c, next) {
	await next();
	const { body } = c.req.raw;
	if (c.res.status < 400 || !body || body.locked) return;
	const reader = body.getReader();
	try {
		for (let left = MAX_DISCARDED_BYTES; left > 0; ) {
			const { done, value } = await reader.read();
			if (done) return;
			left -= value.byteLength;
		}
		await reader.cancel();
	} catch {
		// The client is gone, so nobody waits for the response.
	}
});

const tooLarge = (limit: number): Fault => new Fault({ code: "payload_too_large", limit });

/** The declared length of a body in bytes, which it cannot exceed; undefined if it comes in chunks. */
function declaredLength({ headers }: Request): number | undefined {
	const length = headers.get("Content-Length");
	return length === null || headers.has("Transfer-Encoding") ? undefined : Number(length);
}

/** Rejects bodies over `limit` bytes, with or without `Content-Length`. */
export const limitBody = (limit: number, refusal = () => tooLarge(limit)) =>
	createMiddleware<AppEnv>(async function limitBody(c, next) {
		const length = declaredLength(c.req.raw);
		if (length !== undefined && length > limit) throw refusal();
		if (length === undefined && c.req.raw.body) {
			const body = await readingBody(readUpTo(c.req.raw.body, limit));
			if (!body) throw refusal();
			c.req.raw = new Request(c.req.raw, { body });
		}
		await next();
	});

/** A body of at most `limit` bytes as text, and as the JSON in it, whatever its content type says. */
export async function readJson(request: Request, limit: number): Promise<{ text: string; json: unknown }> {
	const text = await readText(request, limit);
	if (text.length > MIN_CHECKED_BYTES && isDeeperThan(text, MAX_DEPTH)) throw tooDeep();
	try {
		return { text, json: JSON.parse(text) };
	} catch {
		throw new Fault({ code: "invalid_json" });
	}
}

async function readText(request: Request, limit: number): Promise<string> {
	const length = declaredLength(request);
	if (length !== undefined && length > limit) throw tooLarge(limit);
	if (length !== undefined || !request.body) return readingBody(request.text());
	const body = await readingBody(readUpTo(request.body, limit));
	if (!body) throw tooLarge(limit);
	return body.text();
}

/** Awaits a read of the body, which fails only if the client disconnects. */
export async function readingBody<T>(read: Promise<T>): Promise<T> {
	try {
		return await read;
	} catch {
		throw new Fault({ code: "invalid_request", message: "The body was cut off" });
	}
}

/** The whole body, or undefined if it is longer than `limit` bytes; then its rest stays readable. */
async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Blob | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body.values({ preventCancel: true })) {
		length += chunk.byteLength;
		if (length > limit) return undefined;
		chunks.push(chunk);
	}
	return new Blob(chunks);
}

/**
 * Treats every body as JSON, whatever its content type: curl's `-d` sends a form type, and `sendBeacon` must send
 * `text/plain` to avoid a preflight request.
 */
export const readBodyAsJson = createMiddleware<AppEnv>(async function readBodyAsJson(c, next) {
	const type = c.req.header("Content-Type");
	if (c.req.method !== "GET" && type !== "application/json") {
		const headers = new Headers(c.req.raw.headers);
		headers.set("Content-Type", "application/json");
		c.req.raw = new Request(c.req.raw, { headers });
	}
	await next();
});

/** Levels of nesting accepted in a JSON body; the deepest valid body has six. */
export const MAX_DEPTH = 64;
/** Shorter bodies cannot be nested deeply enough to matter. */
const MIN_CHECKED_BYTES = 8 * 1024;

/**
 * Rejects a deeply nested JSON body before it is parsed: a parser needs about sixty bytes of memory for each level, which
 * costs the sender one byte.
 */
export const refuseDeepJson = createMiddleware<AppEnv>(async function refuseDeepJson(c, next) {
	const length = Number(c.req.header("Content-Length") ?? Number.POSITIVE_INFINITY);
	if (
		c.req.method !== "GET" &&
		length > MIN_CHECKED_BYTES &&
		isDeeperThan(await readingBody(c.req.text()), MAX_DEPTH)
	)
		throw tooDeep();
	await next();
});

export const tooDeep = (): Fault =>
	invalidField("body", `At most ${MAX_DEPTH} levels of nesting are accepted`);

/** Whether JSON is nested more than `limit` levels deep. Brackets in strings do not count. */
export function isDeeperThan(text: string, limit: number): boolean {
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

/** The index of the quote that closes the string opened at `start`. */
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
