/** The first bytes of an EBML document. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3] as const;
/** An EBML header names its kind of document within so many bytes. */
const HEADER_BYTES = 64;

/** WebM or Matroska files that were joined one after the other, taken apart again. */
export function webmParts(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const starts: number[] = [];
	for (let at = 0; at !== -1; at = nextEbml(file, at + 1)) if (isDocument(file, at)) starts.push(at);
	return starts.map((start, i) => file.subarray(start, starts[i + 1]));
}

function nextEbml(file: Uint8Array, from: number): number {
	for (let at = file.indexOf(EBML[0], from); at !== -1; at = file.indexOf(EBML[0], at + 1))
		if (EBML.every((byte, i) => file[at + i] === byte)) return at;
	return -1;
}

/** Four bytes may stand anywhere in sound; with the name of the document behind them they begin one. */
function isDocument(file: Uint8Array, at: number): boolean {
	const head = String.fromCharCode(...file.subarray(at, at + HEADER_BYTES));
	return at === 0 || head.includes("webm") || head.includes("matroska");
}
