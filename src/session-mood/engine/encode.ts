import { CLICK_CONTEXTS, type ClickContext } from "../../click-contexts.ts";
import type { MeasuredField, MoodEvent, StoredEvent } from "./types.ts";

/** One bit per field, in the order of the values in a stored event. */
export const FIELD = {
	x: 1,
	y: 2,
	duration_ms: 4,
	speed: 8,
	value: 16,
	direction: 32,
	url: 64,
	context: 128,
	answered: 256,
	page: 512,
	message: 1024,
} as const satisfies Record<
	"x" | "y" | MeasuredField | "direction" | "url" | "context" | "answered" | "page" | "message",
	number
>;

const HEADER = 3;
const MAX_TIME_MS = 1e15;
/** As stored, starting at 1. CLICK_CONTEXTS may therefore only be appended to. */
const numberOf = (context: ClickContext): number => CLICK_CONTEXTS.indexOf(context) + 1;

/** Encodes the fields in the mask `wanted`: times in whole ms, coordinates in whole px, URLs and messages as hashes. */
export function encode(event: MoodEvent, type: number, wanted: number): StoredEvent {
	const stored = [Math.round(Math.min(MAX_TIME_MS, Math.max(0, event.ts * 1000))), type, 0];
	let mask = 0;
	const put = (bit: number, value: number | undefined) => {
		if (value === undefined || (wanted & bit) === 0 || !Number.isFinite(value)) return;
		mask |= bit;
		// + 0 turns −0 into 0, because JSON does not preserve −0.
		stored.push(value + 0);
	};
	put(FIELD.x, whole(event.x));
	put(FIELD.y, whole(event.y));
	put(FIELD.duration_ms, whole(event.duration_ms));
	put(FIELD.speed, whole(event.speed));
	put(FIELD.value, event.value);
	put(FIELD.direction, event.direction && (event.direction === "down" ? 1 : -1));
	if (wanted & FIELD.url) put(FIELD.url, event.url === undefined ? undefined : hash(event.url));
	put(FIELD.context, event.context && numberOf(event.context));
	put(FIELD.answered, event.answered === undefined ? undefined : Number(event.answered));
	if (wanted & FIELD.page && event.url !== undefined) {
		const page = pageOf(event.url);
		if (page !== event.url) put(FIELD.page, hash(page));
	}
	if (wanted & FIELD.message)
		put(FIELD.message, event.message === undefined ? undefined : hash(event.message));
	stored[2] = mask;
	return stored;
}

/** The URL without what changes while one stays: the query, and a fragment that is no route. */
const pageOf = (url: string): string => url.replace(/\?[^#]*/, "").replace(/#(?![!/]).*/, "");

const whole = (value: number | undefined) => (value === undefined ? undefined : Math.round(value));

/** A field of a stored event, NaN if absent, so that every comparison with it is false. */
export function fieldOf(event: StoredEvent, bit: number): number {
	const mask = event[2] ?? 0;
	if ((mask & bit) === 0) return Number.NaN;
	let index = HEADER;
	for (let below = mask & (bit - 1); below !== 0; below &= below - 1) index++;
	return event[index] ?? Number.NaN;
}

/** The hash of the page that the event is on: its URL's, less the query; NaN if unknown. */
export function pageHashOf(event: StoredEvent): number {
	const page = fieldOf(event, FIELD.page);
	return Number.isNaN(page) ? fieldOf(event, FIELD.url) : page;
}

export const timeOf = (event: StoredEvent): number => event[0] ?? 0;
export const typeOf = (event: StoredEvent): number => event[1] ?? 0;
/** Whether it is a click where rapid repeated clicks are normal. */
export const hasContext = (event: StoredEvent): boolean => ((event[2] ?? 0) & FIELD.context) !== 0;

/** Whether the page is known to have reacted to the click; undefined if nobody looked. */
export function wasAnswered(event: StoredEvent): boolean | undefined {
	const answered = fieldOf(event, FIELD.answered);
	return Number.isNaN(answered) ? undefined : answered === 1;
}
/** Whether it is a click where repeated ones are no sign of trouble. */
export const isExpected = (event: StoredEvent): boolean => hasContext(event) || wasAnswered(event) === true;

/** A total order: by time, then by content, so that simultaneous events have a deterministic order. */
export function compareStored(a: StoredEvent, b: StoredEvent): number {
	const shared = Math.min(a.length, b.length);
	for (let i = 0; i < shared; i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

/** Manhattan distance in px, NaN if either position is unknown. */
export function distance(event: StoredEvent, x: number, y: number): number {
	return Math.abs(fieldOf(event, FIELD.x) - x) + Math.abs(fieldOf(event, FIELD.y) - y);
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): enough to tell a session's pages and errors apart. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}
