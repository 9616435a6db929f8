import type { Chunk } from "./decoders/chunk.ts";
import { decodeTrack, dropInstances } from "./decoders/decode-track.ts";
import { MAX_DAMAGED_SHARE, MAX_RECORDING_BYTES, MIN_SECONDS, SAMPLE_RATE } from "./limits.ts";
import { MonoBuffer } from "./mono-buffer.ts";
import { type OpenTrack, openInput, openTrack } from "./open-track.ts";
import { recordingParts } from "./parts/recording-parts.ts";
import { RecordingRefused } from "./recording-refused.ts";
import { refuseUnsupported } from "./sniff-container.ts";

export interface DecodedRecording {
	/** Mono, 16 kHz, in [-1, 1]. */
	samples: Float32Array;
	/** As decoded; the header of a live recording has no duration. */
	seconds: number;
	container: string;
	/** Derived from the container format in the bytes, without parameters. */
	contentType: string;
	codec: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	WebM: "audio/webm",
	Matroska: "audio/x-matroska",
	Ogg: "audio/ogg",
	MP3: "audio/mpeg",
	WAVE: "audio/wav",
};

/** Packets to decode before checking the share of damaged ones, so that one bad packet at the start is tolerated. */
const MIN_PACKETS_FOR_SHARE = 50;

/**
 * Decodes a recording (WebM, Ogg, MP3 or WAV, detected from its bytes) to 16 kHz mono, packet by packet up to the
 * length limit. Every failure is a `RecordingRefused`.
 */
export async function decodeRecording(file: Uint8Array<ArrayBuffer>): Promise<DecodedRecording> {
	if (file.length > MAX_RECORDING_BYTES)
		throw new RecordingRefused("too-large", "The recording is larger than 10 MB.");
	refuseUnsupported(file);
	try {
		const buffer = new MonoBuffer();
		const opened: Pick<OpenTrack, "container" | "codec">[] = [];
		for (const part of recordingParts(file)) {
			opened.push(await decodePart(part, buffer));
			// A rewritten part is a copy of up to 10 MB: released now, not at the next garbage collection.
			if (part.buffer !== file.buffer) part.buffer.transfer(0);
		}
		const { container, codec } = opened[0] ?? noSound();
		const samples = requirePlausible(buffer.finish());
		const contentType = CONTENT_TYPES[container] ?? "application/octet-stream";
		return { samples, seconds: samples.length / SAMPLE_RATE, container, contentType, codec };
	} catch (error) {
		if (error instanceof WebAssembly.RuntimeError) dropInstances();
		throw error instanceof RecordingRefused ? error : damaged(error);
	}
}

const noSound = (): never => {
	throw damaged();
};

/** Decodes one of the recordings that a file is joined from into the buffer of all. */
async function decodePart(part: Uint8Array<ArrayBuffer>, buffer: MonoBuffer): Promise<OpenTrack> {
	const input = openInput(part);
	try {
		const opened = await openTrack(input);
		await collect(decodeTrack(opened.codec, opened.track, opened.config), buffer);
		return opened;
	} finally {
		input.dispose();
	}
}

async function collect(chunks: AsyncGenerator<Chunk>, buffer: MonoBuffer): Promise<void> {
	let [seen, bad] = [0, 0];
	for await (const chunk of chunks) {
		seen += 1;
		bad += chunk.damaged;
		if (seen > MIN_PACKETS_FOR_SHARE && bad > seen * MAX_DAMAGED_SHARE) throw damaged();
		buffer.add(chunk);
	}
	if (bad > seen * MAX_DAMAGED_SHARE) throw damaged();
}

function requirePlausible(samples: Float32Array): Float32Array {
	if (!samples.length || !samples.every(Number.isFinite)) throw damaged();
	if (samples.length < MIN_SECONDS * SAMPLE_RATE) {
		throw new RecordingRefused("too-short", "The recording is too short to recognise a mood.");
	}
	return samples;
}

function damaged(cause?: unknown): RecordingRefused {
	return new RecordingRefused("damaged", "The recording is damaged. Please record it again.", { cause });
}
