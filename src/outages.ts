/** D1's messages for failures that no statement is to blame for: it is locked, overloaded, gone, or lacks a table. */
const DATABASE =
	/SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL|CORRUPT|NOTADB)|database is locked|disk I\/O error|overloaded|storage caused object to be reset|D1_ERROR: Network connection lost|no such (table|column)|D1 DB (is overloaded|storage operation exceeded)/i;

/** R2 puts the operation before its messages and a code of its own behind: `put: Unspecified error (0)`. */
const RECORDINGS = /^(put|get|head|list|delete): .*\((0|10001|10043|10058)\)$/;

const OUTAGES: readonly { pattern: RegExp; sentence: string }[] = [
	{ pattern: DATABASE, sentence: "The database cannot be reached right now. Please try again in a moment." },
	{
		pattern: RECORDINGS,
		sentence: "The store of recordings cannot be reached right now. Please try again in a moment.",
	},
];

/** What cannot serve anybody right now, in a sentence, if that is what an error or its cause says. */
export function outageIn(error: unknown): string | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { message } = at;
		const outage = OUTAGES.find(({ pattern }) => pattern.test(message));
		if (outage) return outage.sentence;
	}
	return undefined;
}
