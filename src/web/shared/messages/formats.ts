import { language } from "./language.ts";

/** Making a formatter is slow, so each is made once. */
const made = new Map<string, unknown>();

function once<F>(kind: string, options: object, make: (locale: string) => F): F {
	const key = `${language.value} ${kind} ${JSON.stringify(options)}`;
	if (!made.has(key)) made.set(key, make(language.value));
	return made.get(key) as F;
}

export const formatNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
	once("number", options, (locale) => new Intl.NumberFormat(locale, options)).format(value);

/** A share from 0 to 1, in whole percent. */
export const formatShare = (share: number): string =>
	formatNumber(share, { style: "percent", maximumFractionDigits: 0 });

type Instant = string | number | Date;

export function formatDate(
	at: Instant,
	options: Intl.DateTimeFormatOptions = { dateStyle: "medium" },
): string {
	return once("date", options, (locale) => new Intl.DateTimeFormat(locale, options)).format(new Date(at));
}

export const formatDateTime = (at: Instant): string =>
	formatDate(at, { dateStyle: "medium", timeStyle: "short" });

/** Names joined as a sentence joins them. */
export const formatList = (names: readonly string[]): string =>
	once("list", {}, (locale) => new Intl.ListFormat(locale)).format(names);

/** Names of which one is enough, joined as a sentence joins them. */
export const formatEither = (names: readonly string[]): string =>
	once(
		"list",
		{ type: "disjunction" },
		(locale) => new Intl.ListFormat(locale, { type: "disjunction" }),
	).format(names);

const UNITS = [
	["year", 31_556_952],
	["month", 2_629_746],
	["week", 604_800],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
] as const;

/** How long ago or ahead something is: "3 minutes ago". Hindi has one word for yesterday and tomorrow, so it counts. */
export function formatRelative(at: Instant, now: number): string {
	const seconds = (new Date(at).getTime() - now) / 1000;
	const numeric = language.value === "hi" ? "always" : "auto";
	const format = once("relative", { numeric }, (locale) => new Intl.RelativeTimeFormat(locale, { numeric }));
	const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
	return unit === "second" ? format.format(0, "second") : format.format(Math.trunc(seconds / size), unit);
}

const DURATIONS = [
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
	["second", 1],
] as const;

/** A length of time in its largest fitting unit: "4 min". */
export function formatDuration(seconds: number): string {
	const [unit, size] = DURATIONS.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
	return formatNumber(Math.round(seconds / size), { style: "unit", unit, unitDisplay: "short" });
}
