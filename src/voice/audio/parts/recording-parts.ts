import { RecordingRefused } from "../recording-refused.ts";
import { oggParts } from "./ogg-parts.ts";
import { cleanWav } from "./wav.ts";
import { webmParts } from "./webm-parts.ts";

/** More than anybody joins within a minute. */
const MAX_PARTS = 64;

export const beginsWith = (bytes: Uint8Array, magic: string, at = 0): boolean => {
	for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
	return true;
};

/**
 * The recordings that a file is made of, each as a demuxer takes it. Recorders cut files off, join them, and write
 * headers that they never finish; demuxers read the first whole recording or fail. Throws `RecordingRefused` for a WAV
 * whose encoding is not supported and for a file of very many parts.
 */
export function recordingParts(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const parts = partsOf(file);
	if (parts.length > MAX_PARTS)
		throw new RecordingRefused(
			"unsupported",
			"The file is joined from too many recordings; record it in one piece.",
		);
	return parts;
}

function partsOf(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	if (beginsWith(file, "OggS")) return oggParts(file);
	if (beginsWith(file, "\x1aE\xdf\xa3")) return webmParts(file);
	if (beginsWith(file, "RIFF") && beginsWith(file, "WAVE", 8)) return [cleanWav(file)];
	return [file];
}
