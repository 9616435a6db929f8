import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { playableType } from "./audio-type.ts";
import { findRecording, notStored } from "./find-recordings.ts";

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

/** A recording, or the part of it that was asked for, as it comes out of storage. */
export interface Playback {
	body: ReadableStream;
	contentType: string;
	/** Bytes of the part. */
	length: number;
	/** Undefined when it is the whole: `bytes 0-99/1000` */
	contentRange: string | undefined;
}

/**
 * Streams a recording of the person. Throws as `findRecording` does, and `range_not_satisfiable` when no byte of
 * the range exists.
 */
export async function playRecording(
	context: Context,
	userId: string,
	{ entryId, range: header }: { entryId: string; range: string | undefined },
): Promise<Playback> {
	const { audioKey, contentType: storedType } = await findRecording(context, userId, entryId);
	const contentType = playableType(storedType);
	const { recordings } = context;
	const head = await recordings.head(audioKey);
	if (!head) throw notStored();
	const range = byteRange(header, head.size);
	if (range === "unsatisfiable") throw new Fault({ code: "range_not_satisfiable", size: head.size });
	const object = await recordings.get(audioKey, range === "whole" ? {} : { range });
	if (!object) throw notStored();
	if (range === "whole")
		return { body: object.body, contentType, length: object.size, contentRange: undefined };
	const contentRange = `bytes ${range.offset}-${range.offset + range.length - 1}/${head.size}`;
	return { body: object.body, contentType, length: range.length, contentRange };
}
