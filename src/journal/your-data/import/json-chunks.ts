/** Characters of a chunk; a parameter of D1 holds 2 MB. */
const CHUNK = 500_000;

/** Items as JSON arrays that each fit into one parameter of a statement. No items make no chunk. */
export function jsonChunks(items: readonly unknown[]): string[] {
	const chunks: string[][] = [];
	let length = CHUNK;
	for (const item of items) {
		const piece = JSON.stringify(item);
		if (length + piece.length > CHUNK) {
			chunks.push([]);
			length = 0;
		}
		chunks.at(-1)?.push(piece);
		length += piece.length;
	}
	return chunks.map((pieces) => `[${pieces.join(",")}]`);
}
