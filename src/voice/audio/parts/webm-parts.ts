import { hasMagic } from "../magic.ts";

/** The first bytes of an EBML document. */
const EBML = "\x1aE\xdf\xa3";
/** An EBML header names its kind of document within so many bytes. */
const HEADER_BYTES = 64;

/** WebM or Matroska files that were joined one after the other, taken apart again. */
export function webmParts(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const starts: number[] = [];
	for (let at = 0; at !== -1; at = nextEbml(file, at + 1)) if (isDocument(file, at)) starts.push(at);
	return starts.map((start, i) => file.subarray(start, starts[i + 1]));
}

function nextEbml(file: Uint8Array, from: number): number {
	for (let at = file.indexOf(0x1a, from); at !== -1; at = file.indexOf(0x1a, at + 1))
		if (hasMagic(file, EBML, at)) return at;
	return -1;
}

/** Four bytes may stand anywhere in sound; with the name of the document behind them they begin one. */
function isDocument(file: Uint8Array, at: number): boolean {
	const head = String.fromCharCode(...file.subarray(at, at + HEADER_BYTES));
	return at === 0 || head.includes("webm") || head.includes("matroska");
}
