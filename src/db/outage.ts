/** How D1 words what is no fault of a statement: it is locked, overloaded, gone, or lacks a table. */
const OUTAGE =
	/SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL|CORRUPT|NOTADB)|database is locked|disk I\/O error|overloaded|storage caused object to be reset|D1_ERROR: Network connection lost|no such (table|column)|D1 DB (is overloaded|storage operation exceeded)/i;

/** Whether an error, or what caused it, says that the database cannot serve anybody right now. */
export function isDatabaseOutage(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) if (OUTAGE.test(at.message)) return true;
	return false;
}
