type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What differs from run to run, by its form. The first that fits names the kind. */
const KINDS: readonly [kind: string, form: RegExp][] = [
	["uuid", /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g],
	["instant", /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g],
	["date", /\d{4}-\d\d-\d\d/g],
	["weekday", /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/g],
	["key", /sm_(pub_)?[0-9a-f]+/g],
	["request", /req_[0-9a-f]{32}/g],
];
/** Stands in a document for what it leaves out: the rest of a text, of a list or of an object's fields. */
const REST = "…";
/** How far a fraction may be off, since moods fade while a document is read. */
const FRACTION = 0.02;
/** How far a percentage of the voice model may be off: other processors round otherwise. */
const POINTS = 2;

/** A text with everything that differs from run to run replaced by its kind. */
export const masked = (text: string): string =>
	KINDS.reduce((rest, [kind, form]) => rest.replace(form, `<${kind}>`), text);

/** Where an answer differs from what a document says: one line a place, none when they agree. */
export function differences(documented: Json, actual: Json, at = "$"): string[] {
	if (Array.isArray(documented)) return ofLists(documented, actual, at);
	if (documented !== null && typeof documented === "object") return ofObjects(documented, actual, at);
	return isSame(documented, actual, at) ? [] : [differs(documented, actual, at)];
}

const differs = (documented: Json, actual: Json | undefined, at: string): string =>
	`${at}: documented ${JSON.stringify(documented)}, answered ${JSON.stringify(actual)}`;

function ofLists(documented: Json[], actual: Json, at: string): string[] {
	const isOpen = documented.at(-1) === REST;
	const items = isOpen ? documented.slice(0, -1) : documented;
	if (!Array.isArray(actual)) return [differs(documented, actual, at)];
	if (isOpen ? actual.length < items.length : actual.length !== items.length)
		return [`${at}: documented ${items.length} items, answered ${actual.length}`];
	return items.flatMap((item, i) => differences(item, actual[i] ?? null, `${at}[${i}]`));
}

function ofObjects(documented: { [key: string]: Json }, actual: Json, at: string): string[] {
	if (actual === null || typeof actual !== "object" || Array.isArray(actual))
		return [differs(documented, actual, at)];
	const { [REST]: rest, ...fields } = documented;
	const unmentioned = rest === undefined ? Object.keys(actual).filter((key) => !(key in fields)) : [];
	return [
		...unmentioned.map((key) => `${at}.${key}: not documented, answered ${JSON.stringify(actual[key])}`),
		...Object.entries(fields).flatMap(([key, value]) =>
			key in actual
				? differences(value, actual[key] ?? null, `${at}.${key}`)
				: [differs(value, undefined, `${at}.${key}`)],
		),
	];
}

function isSame(documented: Json, actual: Json, at: string): boolean {
	if (typeof documented === "string" && typeof actual === "string") {
		if (!documented.endsWith(REST)) return masked(documented) === masked(actual);
		return masked(actual).startsWith(masked(documented.slice(0, -REST.length)));
	}
	if (typeof documented === "number" && typeof actual === "number") {
		if (at.endsWith(".confidence") && documented > 1) return Math.abs(documented - actual) <= POINTS;
		const isFraction = !Number.isInteger(documented) || !Number.isInteger(actual);
		return isFraction ? Math.abs(documented - actual) <= FRACTION : documented === actual;
	}
	return documented === actual;
}
