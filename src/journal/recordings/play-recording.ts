import type { Context } from "../../context.ts";
import { Fault } from "../../errors.ts";
import { byteRange } from "./byte-range.ts";
import { findRecording, notStored } from "./find-recording.ts";

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
	const { audioKey, contentType } = await findRecording(context, userId, entryId);
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
