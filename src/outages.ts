/** D1's messages for failures that are no statement's fault: it is locked, overloaded, unreachable, or lacks a table. */
const DATABASE =
	/SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL|CORRUPT|NOTADB)|database is locked|disk I\/O error|overloaded|storage caused object to be reset|D1_ERROR: Network connection lost|no such (table|column)|D1 DB (is overloaded|storage operation exceeded)/i;

/** R2's messages start with the operation and end with a code: `put: Unspecified error (0)`. */
const RECORDINGS = /^(put|get|head|list|delete): .*\((0|10001|10043|10058)\)$/;

const OUTAGES: readonly { pattern: RegExp; sentence: string }[] = [
	{ pattern: DATABASE, sentence: "The database cannot be reached right now. Please try again in a moment." },
	{
		pattern: RECORDINGS,
		sentence: "The store of recordings cannot be reached right now. Please try again in a moment.",
	},
];

/** A sentence naming the store that is out, if an error or one of its causes reports that. */
export function outageIn(error: unknown): string | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { message } = at;
		const outage = OUTAGES.find(({ pattern }) => pattern.test(message));
		if (outage) return outage.sentence;
	}
	return undefined;
}
