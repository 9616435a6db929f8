import { RecordingRefused } from "../recording-refused.ts";

/** Encodings by their tag in the format chunk (RFC 2361) that a recorder may write and nobody here decodes. */
const UNSUPPORTED: Readonly<Record<number, string>> = {
	2: "ADPCM",
	17: "ADPCM",
	49: "GSM",
	64: "G.721 ADPCM",
	80: "MPEG audio in a WAV file",
	85: "MP3 in a WAV file",
	255: "AAC in a WAV file",
	353: "Windows Media audio",
};
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;
/** Bytes of a format chunk without extensions. */
const FORMAT_BYTES = 16;

const unsupported = (what: string): RecordingRefused =>
	new RecordingRefused("unsupported", `${what} is not supported; record as WebM, OGG, MP3 or WAV (PCM).`);

interface Chunk {
	id: string;
	start: number;
	size: number;
}

const isId = (id: string): boolean => /^[A-Za-z0-9 _]{4}$/.test(id);

const idAt = (file: Uint8Array, at: number): string => String.fromCharCode(...file.subarray(at, at + 4));

/** The chunks of a RIFF file. An odd chunk is followed by a byte of padding, which some writers leave out. */
function* chunksOf(file: Uint8Array, view: DataView): Generator<Chunk> {
	for (let at = RIFF_HEADER; at + CHUNK_HEADER <= file.length; ) {
		const size = view.getUint32(at + 4, true);
		yield { id: idAt(file, at), start: at + CHUNK_HEADER, size };
		const end = at + CHUNK_HEADER + size;
		const isPadded = size % 2 === 1 && (isId(idAt(file, end + 1)) || !isId(idAt(file, end)));
		at = isPadded ? end + 1 : end;
	}
}

/**
 * A WAV file of nothing but its format and its sound. A writer that streams leaves the size of the sound at 0 or at its
 * largest value: it goes on to the end then. Gives the file back as it is where it has no format or no sound.
 */
export function cleanWav(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	let format: Chunk | undefined;
	for (const chunk of chunksOf(file, view)) {
		if (chunk.id === "fmt " && chunk.size >= FORMAT_BYTES) format ??= chunk;
		if (chunk.id !== "data" || !format) continue;
		const rest = file.length - chunk.start;
		const isUnfinished = chunk.size > rest || (chunk.size === 0 && !isId(idAt(file, chunk.start)));
		return assembled(file, view, format, { ...chunk, size: isUnfinished ? rest : chunk.size });
	}
	return file;
}

function assembled(file: Uint8Array, view: DataView, format: Chunk, data: Chunk): Uint8Array<ArrayBuffer> {
	const channels = view.getUint16(format.start + 2, true);
	const blockAlign = view.getUint16(format.start + 12, true);
	const bits = view.getUint16(format.start + 14, true);
	const tag = tagOf(view, format);
	const name = UNSUPPORTED[tag];
	if (name) throw unsupported(name);
	// 12 or 20 bits stand at the upper end of 16 or 24: read as those they are the same sound.
	const containerBits = channels > 0 && tag === PCM ? (blockAlign / channels) * 8 : bits;
	if (tag === PCM && ![8, 16, 24, 32].includes(containerBits)) throw unsupported(`PCM of ${bits} bits`);
	if (tag === FLOAT && ![32, 64].includes(bits)) throw unsupported(`Floating-point PCM of ${bits} bits`);
	const wav = new Uint8Array(RIFF_HEADER + 2 * CHUNK_HEADER + FORMAT_BYTES + data.size);
	const out = new DataView(wav.buffer);
	const text = (at: number, id: string) => {
		for (let i = 0; i < id.length; i++) out.setUint8(at + i, id.charCodeAt(i));
	};
	text(0, "RIFF");
	out.setUint32(4, wav.length - CHUNK_HEADER, true);
	text(8, "WAVEfmt ");
	out.setUint32(16, FORMAT_BYTES, true);
	wav.set(file.subarray(format.start, format.start + FORMAT_BYTES), 20);
	out.setUint16(20, tag, true);
	out.setUint16(34, containerBits, true);
	text(36, "data");
	out.setUint32(40, data.size, true);
	wav.set(file.subarray(data.start, data.start + data.size), 44);
	return wav;
}

/** The encoding; an extensible format names it in the first bytes of its sub-format. */
function tagOf(view: DataView, { start, size }: Chunk): number {
	const tag = view.getUint16(start, true);
	return tag === EXTENSIBLE && size >= 26 ? view.getUint16(start + 24, true) : tag;
}
