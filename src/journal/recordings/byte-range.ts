/** Bytes of a whole, by where they begin and how many they are. */
export interface ByteRange {
	offset: number;
	length: number;
}

/**
 * What a `Range` header asks of `size` bytes (RFC 9110, section 14): one range, or the whole when the header is
 * absent, in another unit, malformed, or asks for several ranges. "unsatisfiable" when no byte of it exists.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | "whole" | "unsatisfiable" {
	const match = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? "");
	if (!match) return "whole";
	const [from, to] = [match[1] ?? "", match[2] ?? ""];
	if (from === "" && to === "") return "whole";
	if (from === "") {
		const length = Math.min(Number(to), size);
		return length === 0 ? "unsatisfiable" : { offset: size - length, length };
	}
	const offset = Number(from);
	const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
	if (to !== "" && Number(to) < offset) return "whole";
	return offset >= size ? "unsatisfiable" : { offset, length: last - offset + 1 };
}
