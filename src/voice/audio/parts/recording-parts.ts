import { hasMagic } from "../magic.ts";
import { RecordingRefused } from "../recording-refused.ts";
import { oggParts } from "./ogg-parts.ts";
import { cleanWav } from "./wav.ts";
import { webmParts } from "./webm-parts.ts";

/** More than anybody joins within a minute. */
const MAX_PARTS = 64;

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
	if (hasMagic(file, "OggS")) return oggParts(file);
	if (hasMagic(file, "\x1aE\xdf\xa3")) return webmParts(file);
	if (hasMagic(file, "RIFF") && hasMagic(file, "WAVE", 8)) return [cleanWav(file)];
	return [file];
}
