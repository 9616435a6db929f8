import { hasMagic } from "../magic.ts";

/** RFC 3533: a page is a header of 27 bytes, as many lacing values as its last byte says, and their sum of bytes. */
const HEADER = 27;
const CONTINUED = 0x01;
const FIRST = 0x02;
const MAX_LACING = 255;

interface Page {
	/** The whole page. */
	bytes: Uint8Array;
	flags: number;
	serial: number;
	lacing: Uint8Array;
	body: Uint8Array;
}

/** Codecs that are decoded here, by how their first packet begins, with their headers and the one of comments. */
const CODECS = [
	{ magic: "OpusHead", headers: 2, comments: "OpusTags" },
	{ magic: "\x01vorbis", headers: 3, comments: "\x03vorbis" },
] as const;
type Codec = (typeof CODECS)[number];

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/**
 * The recordings of an Ogg file, each with whole pages of one stream and with plain headers: chained ones apart, without
 * what stands between pages, without a page that is cut off, and without comments, which break demuxers and tell
 * nothing of the sound. A file without a stream that is decoded here is given back as it is.
 */
export function oggParts(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const parts: { serial: number; codec: Codec; pages: Page[] }[] = [];
	let previous: Page | undefined;
	for (const page of pagesOf(file)) {
		const begins = (page.flags & FIRST) !== 0;
		const codec = begins ? CODECS.find(({ magic }) => hasMagic(page.body, magic)) : undefined;
		// Streams that begin together are played together: only the first that is decoded here counts.
		const isBeside =
			previous !== undefined && (previous.flags & FIRST) !== 0 && parts.at(-1)?.pages.length === 1;
		if (codec && !isBeside) parts.push({ serial: page.serial, codec, pages: [page] });
		else if (!begins && parts.at(-1)?.serial === page.serial) parts.at(-1)?.pages.push(page);
		previous = page;
	}
	return parts.length === 0 ? [file] : parts.map(({ codec, pages }) => withPlainHeaders(codec, pages));
}

function* pagesOf(file: Uint8Array): Generator<Page> {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	for (let at = nextPage(file, 0); at !== -1; ) {
		const count = file[at + HEADER - 1] ?? 0;
		const lacing = file.subarray(at + HEADER, at + HEADER + count);
		const end = at + HEADER + count + lacing.reduce((sum, length) => sum + length, 0);
		if (lacing.length < count || end > file.length) {
			// Cut off, or no page at all: what follows may be whole again.
			at = nextPage(file, at + 1);
			continue;
		}
		yield {
			bytes: file.subarray(at, end),
			flags: file[at + 5] ?? 0,
			serial: view.getUint32(at + 14, true),
			lacing,
			body: file.subarray(at + HEADER + count, end),
		};
		at = nextPage(file, end);
	}
}

function nextPage(file: Uint8Array, from: number): number {
	for (let at = file.indexOf(0x4f, from); at !== -1; at = file.indexOf(0x4f, at + 1))
		if (hasMagic(file, "OggS\0", at) && at + HEADER <= file.length) return at;
	return -1;
}

/** The packets of pages up to the `count`-th, and how many pages they take. Headers end with a page. */
function headerPackets(
	pages: readonly Page[],
	count: number,
): { packets: Uint8Array[]; used: number } | undefined {
	const packets: Uint8Array[] = [];
	let pending: Uint8Array[] = [];
	for (const [used, { lacing, body }] of pages.entries()) {
		let at = 0;
		for (const length of lacing) {
			pending.push(body.subarray(at, at + length));
			at += length;
			if (length === MAX_LACING) continue;
			packets.push(joined(pending));
			pending = [];
		}
		if (packets.length >= count) return { packets: packets.slice(0, count), used: used + 1 };
	}
	return undefined;
}

function withPlainHeaders(codec: Codec, pages: readonly Page[]): Uint8Array<ArrayBuffer> {
	const head = headerPackets(pages, codec.headers);
	const [first] = pages;
	if (!head || !first) return joined(pages.map(({ bytes }) => bytes));
	const [identification = new Uint8Array(), , ...setup] = head.packets;
	const sound = pages.slice(head.used);
	const headers = [...pagesFor([identification], first.serial, 0, FIRST)];
	headers.push(...pagesFor([emptyComments(codec), ...setup], first.serial, headers.length, 0));
	const numbered = sound.map((page, i) => renumbered(page.bytes, headers.length + i));
	return joined([...headers, ...numbered]);
}

/** A comment packet that says nothing: no vendor, no comment. Vorbis ends it with a framing bit. */
const emptyComments = ({ comments }: Codec): Uint8Array =>
	joined([bytesOf(comments), new Uint8Array(8), ...(comments === "OpusTags" ? [] : [Uint8Array.of(1)])]);

/** Packets as pages of up to 255 lacing values. */
function* pagesFor(packets: readonly Uint8Array[], serial: number, number: number, flags: number) {
	const lacing = packets.flatMap(({ length }) => [
		...Array<number>(Math.floor(length / MAX_LACING)).fill(MAX_LACING),
		length % MAX_LACING,
	]);
	const body = joined(packets);
	let at = 0;
	for (let i = 0; i < lacing.length; i += MAX_LACING) {
		const values = lacing.slice(i, i + MAX_LACING);
		const end = at + values.reduce((sum, value) => sum + value, 0);
		const header = new Uint8Array(HEADER);
		const view = new DataView(header.buffer);
		header.set(bytesOf("OggS"));
		header[5] = flags | (i > 0 && lacing[i - 1] === MAX_LACING ? CONTINUED : 0);
		view.setUint32(14, serial, true);
		header[HEADER - 1] = values.length;
		yield renumbered(joined([header, Uint8Array.from(values), body.subarray(at, end)]), number++);
		at = end;
	}
}

/** A page with another number, and the checksum that goes with it. */
function renumbered(page: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
	const copy = page.slice();
	const view = new DataView(copy.buffer);
	view.setUint32(18, number, true);
	view.setUint32(22, 0, true);
	view.setUint32(22, checksum(copy), true);
	return copy;
}

/** CRC-32 as Ogg has it: polynomial 0x04c11db7, not reflected, beginning and ending with 0. */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte << 24;
	for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
	return value;
});

function checksum(bytes: Uint8Array): number {
	let crc = 0;
	for (const byte of bytes) crc = (crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0);
	return crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
