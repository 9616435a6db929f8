import { hasMagic } from "./magic.ts";
import { RECORD_INSTEAD, RecordingRefused } from "./recording-refused.ts";

/** Small at any length, and by what every build of ffmpeg has. */
const CONVERT = "or convert the file, for example with: ffmpeg -i note.m4a -ac 1 -ar 16000 note.wav";

/** Magic bytes of common unsupported formats, so that the error can name the format. */
const UNSUPPORTED: { name: string; at: number; magic: string }[] = [
	{ name: "MP4 audio", at: 4, magic: "ftyp" },
	{ name: "FLAC audio", at: 0, magic: "fLaC" },
	{ name: "AMR audio", at: 0, magic: "#!AMR" },
	{ name: "Core Audio", at: 0, magic: "caff" },
	{ name: "AIFF audio", at: 0, magic: "FORM" },
	{ name: "AU audio", at: 0, magic: ".snd" },
	{ name: "Windows Media audio", at: 0, magic: "\x30\x26\xb2\x75" },
	{ name: "AVI video", at: 8, magic: "AVI " },
];

/**
 * Rejects an empty file and known formats that cannot be decoded (MP4, FLAC, AAC, …). The format is detected from the
 * bytes only, never from names or content types.
 */
export function refuseUnsupported(file: Uint8Array): void {
	if (!file.length) throw new RecordingRefused("empty", "The recording is empty.");
	const found = UNSUPPORTED.find(({ at, magic }) => hasMagic(file, magic, at));
	const name = found?.name ?? (isAdts(file) ? "AAC audio" : undefined);
	if (name)
		throw new RecordingRefused("unsupported", `${name} is not supported; ${RECORD_INSTEAD}, ${CONVERT}`);
}

export function unknownFormat(): RecordingRefused {
	return new RecordingRefused(
		"unknown-format",
		`The file is not audio in a known format; ${RECORD_INSTEAD}.`,
	);
}

/** The content type of a recording, detected from its first bytes; undefined if it is none of the four formats. */
export function audioTypeOf(bytes: Uint8Array): string | undefined {
	if (hasMagic(bytes, "\x1aE\xdf\xa3")) return "audio/webm";
	if (hasMagic(bytes, "OggS")) return "audio/ogg";
	if (hasMagic(bytes, "RIFF") && hasMagic(bytes, "WAVE", 8)) return "audio/wav";
	const isMpegFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
	return hasMagic(bytes, "ID3") || isMpegFrame ? "audio/mpeg" : undefined;
}

/** An ADTS header is an MPEG sync word whose layer bits are zero, which no MP3 frame has. */
function isAdts([first = 0, second = 0]: Uint8Array): boolean {
	return first === 0xff && (second & 0xf6) === 0xf0;
}
