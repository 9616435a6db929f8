/** Far above the 25 characters of what recorders send, and below what R2 and response headers accept. */
const MAX_CONTENT_TYPE_LENGTH = 200;

/** The names in use for the four formats: an allow-list, so that no browser shows a recording as a page or an image. */
const NAMES: Readonly<Record<string, RegExp>> = {
	"audio/webm": /^(audio|video)\/(webm|x-matroska)$/,
	"audio/ogg": /^(audio|video|application)\/(ogg|opus|vorbis)$/,
	"audio/mpeg": /^audio\/(mpeg|mp3|x-mp3|x-mpeg|mpeg3)$/,
	"audio/wav": /^audio\/(wav|x-wav|wave|vnd\.wave)$/,
};
const PARAMETERS = /^(\s*;\s*[\w-]+=("[\w., -]*"|[\w.,-]+))*$/;

/** The claimed content type with its parameters if it names the detected format `kind`; otherwise `kind`. */
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
