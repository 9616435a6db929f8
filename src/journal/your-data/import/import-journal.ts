import { unzipSync } from "fflate";
import type { Context } from "../../../context.ts";
import { invalidField } from "../../../errors.ts";
import type { ImportReport } from "../contract.ts";
import type { JournalDocument } from "../export/contract.ts";
import { type ArchiveFiles, restoreRecordings } from "./restore-recordings.ts";
import { restoreSurroundings } from "./restore-surroundings.ts";
import { refuseImpossibleDays, writeEntries } from "./write-entries.ts";

/** Bytes of all that is unpacked: what an isolate can hold beside the archive. */
const MAX_UNPACKED = 48 * 1024 * 1024;
const DOCUMENT = "journal.json";

/** Restores a journal from its document; nothing is overwritten. Throws `invalid_input` for a day in the future or before 1900. */
export async function importDocument(
	context: Context,
	userId: string,
	document: JournalDocument,
	files: ArchiveFiles = {},
): Promise<ImportReport> {
	refuseImpossibleDays(
		document.entries.map(({ entryDate }) => entryDate),
		context.now(),
	);
	const settingsRestored = await restoreSurroundings(context, userId, document);
	const written = await writeEntries(context, userId, document.entries);
	const recordingsStored = await restoreRecordings(context, userId, { entries: document.entries, files });
	return { ...written, settingsRestored, recordingsStored };
}

/** An archive taken apart: the document as it stands there, not looked at yet, and the recordings. */
export interface Archive {
	document: unknown;
	files: ArchiveFiles;
}

/** Throws `invalid_input` when the bytes are no archive of a journal. */
export function openArchive(bytes: Uint8Array): Archive {
	const files = unpack(bytes);
	const text = files[DOCUMENT];
	if (!text) throw invalidField("body", `There is no ${DOCUMENT} in the archive`);
	try {
		return { document: JSON.parse(new TextDecoder().decode(text)), files };
	} catch {
		throw invalidField(DOCUMENT, "This is not valid JSON");
	}
}

function unpack(bytes: Uint8Array): ArchiveFiles {
	let total = 0;
	try {
		return unzipSync(bytes, {
			filter({ name, originalSize }) {
				const isWanted = name === DOCUMENT || name.startsWith("recordings/");
				if (isWanted) total += originalSize;
				if (total > MAX_UNPACKED) throw new RangeError("too large");
				return isWanted;
			},
		});
	} catch {
		throw invalidField("body", "This is not a ZIP archive that can be read, or it is too large");
	}
}
