const MAX_MESSAGE_LENGTH = 512;
const IDENTIFIER = /^\d+$|\d{5}|@|%40|[a-z\d]{16}|[\da-f]{8}-[\da-f]{4}/i;

/**
 * Removes identifiers from a path: each segment that is a number, or contains a long number, an e-mail address, a UUID
 * or a token (16 consecutive letters and digits), becomes `:id`.
 */
export function maskPath(path: string): string {
	return path
		.split("/")
		.map((segment) => (IDENTIFIER.test(segment) ? ":id" : segment))
		.join("/");
}

const maskUrl = (_: string, origin: string, path: string) => origin + maskPath(path);

/**
 * Scrubs an error message: at most 512 characters, without quoted text (engines quote the offending data), query
 * strings, hashes, e-mail addresses, long numbers and tokens.
 */
export function scrubMessage(message: string): string {
	return message
		.slice(0, 8 * MAX_MESSAGE_LENGTH)
		.replace(/".*"/gs, '"…"')
		.replace(/[?#][^\s'"()]*=[^\s'"()]*/g, "")
		.replace(/\b(https?:\/\/[^\s/'"()]+)([^\s'"()?#]*)[^\s'"()]*/gi, maskUrl)
		.replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, "[email]")
		.replace(/(?=[\w-]*\d)[\w-]{24,}/g, "[token]")
		.replace(/\d(?:[\s().-]{0,3}\d){4,}/g, "[number]")
		.slice(0, MAX_MESSAGE_LENGTH);
}
