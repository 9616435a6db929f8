import { unzipSync } from "fflate";
import type { Context } from "../../../context.ts";
import { Fault, invalidField } from "../../../errors.ts";
import type { ImportReport } from "../contract.ts";
import { type ReadJournal, readJournal } from "./read-journal.ts";
import { type ArchiveFiles, restoreRecordings } from "./restore-recordings.ts";
import { restoreSurroundings } from "./restore-surroundings.ts";
import { refuseImpossibleDays, writeEntries } from "./write-entries.ts";

/** Bytes of all that is unpacked: what an isolate can hold beside the archive. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const DOCUMENT = "journal.json";
const DAYLIO_BACKUP = "backup.daylio";

/** How to bring in what is too large for one request. */
export const SPLIT = "Export and import it a year at a time (startDate, endDate), or without recordings";

/**
 * Restores a journal; nothing is overwritten. Throws `invalid_input` for a day in the future or before 1900, and then
 * nothing is written. If it is cut off, importing the same file again goes on where it stopped.
 */
export async function importJournal(
	context: Context,
	userId: string,
	{ head, entries }: ReadJournal,
	files: ArchiveFiles = new Map(),
): Promise<ImportReport> {
	refuseImpossibleDays(
		entries.map(({ entryDate }) => entryDate),
		context.now(),
	);
	const settingsRestored = await restoreSurroundings(context, userId, head);
	const written = await writeEntries(context, userId, entries);
	const { stored, leftOut } = await restoreRecordings(context, userId, { entries, files });
	return { ...written, settingsRestored, recordingsStored: stored, recordingsLeftOut: leftOut };
}

/** An archive taken apart: the journal in it, found valid, and its recordings. */
export interface Archive {
	journal: ReadJournal;
	files: ArchiveFiles;
}

/** Throws `invalid_input` when the bytes are no archive of a journal. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
	const unpacked = unpack(bytes);
	const document = unpacked.get(DOCUMENT);
	if (unpacked.has(DAYLIO_BACKUP))
		throw invalidField(
			"body",
			"This is a backup of Daylio. In Daylio, choose More, Export Entries, CSV, and send that file",
		);
	if (!document) throw invalidField("body", `There is no ${DOCUMENT} in the archive`);
	unpacked.delete(DOCUMENT);
	return { journal: await readJournal(piecesOf(document)), files: unpacked };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
	let total = 0;
	try {
		const files = unzipSync(bytes, {
			filter({ name, originalSize }) {
				const isWanted = name === DOCUMENT || name === DAYLIO_BACKUP || name.startsWith("recordings/");
				if (isWanted) total += originalSize;
				if (total > MAX_UNPACKED)
					throw new Fault({ code: "payload_too_large", limit: MAX_UNPACKED, advice: SPLIT });
				return isWanted;
			},
		});
		return new Map(Object.entries(files));
	} catch (error) {
		if (error instanceof Fault) throw error;
		throw invalidField("body", "This is not a ZIP archive that can be read");
	}
}
