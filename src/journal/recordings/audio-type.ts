const isAt = (bytes: Uint8Array, at: number, text: string): boolean =>
	[...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));

/**
 * The content type of a recording by its first bytes, whatever it was called: what is stored is played back under no
 * other, so that no browser takes it for a page or a picture. Undefined when it is none of the four kinds.
 */
export function audioTypeOf(bytes: Uint8Array): string | undefined {
	if (isAt(bytes, 0, "\x1aE\xdf\xa3")) return "audio/webm";
	if (isAt(bytes, 0, "OggS")) return "audio/ogg";
	if (isAt(bytes, 0, "RIFF") && isAt(bytes, 8, "WAVE")) return "audio/wav";
	const isMpegFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
	return isAt(bytes, 0, "ID3") || isMpegFrame ? "audio/mpeg" : undefined;
}

/** Characters; a recorder's content type has about 25, and R2 and an answer's header take no more than some thousand. */
const MAX_CONTENT_TYPE_LENGTH = 200;

/** Names of the four kinds that browsers and recorders use; nothing that a browser would show as a page or a picture. */
const NAMES: Readonly<Record<string, RegExp>> = {
	"audio/webm": /^(audio|video)\/(webm|x-matroska)$/,
	"audio/ogg": /^(audio|video|application)\/(ogg|opus|vorbis)$/,
	"audio/mpeg": /^audio\/(mpeg|mp3|x-mp3|x-mpeg|mpeg3)$/,
	"audio/wav": /^audio\/(wav|x-wav|wave|vnd\.wave)$/,
};
const PARAMETERS = /^(\s*;\s*[\w-]+=("[\w., -]*"|[\w.,-]+))*$/;

/** The claimed content type, parameters and all, where it is a name for what the bytes are (`kind`); else that. */
export function contentTypeOf(claimed: string, kind: string): string {
	const [name = ""] = claimed.split(";", 1);
	const isName = NAMES[kind]?.test(name.trim().toLowerCase()) && PARAMETERS.test(claimed.slice(name.length));
	return claimed.length <= MAX_CONTENT_TYPE_LENGTH && isName ? claimed : kind;
}

/** The content type to play a stored recording under: its own if it is a name for audio, else plain bytes. */
export function playableType(stored: string): string {
	const [name = ""] = stored.split(";", 1);
	const isAudio = Object.values(NAMES).some((names) => names.test(name.trim().toLowerCase()));
	return isAudio && PARAMETERS.test(stored.slice(name.length)) ? stored : "application/octet-stream";
}
