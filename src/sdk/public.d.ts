/** What Undertone's browser snippet offers. Served beside it as `/sdk.d.ts`. */

/** The twelve things the snippet notices, named as in the mood model `intent`. */
export type EventType =
	| "click"
	| "rage_click"
	| "scroll"
	| "input_pause"
	| "backtrack"
	| "back_nav"
	| "page_view"
	| "error"
	| "idle"
	| "hover"
	| "focus"
	| "blur";

/** Why rapid clicks in one place may be quite calm. */
export type ClickContext = "text_selection" | "stepper" | "calendar" | "carousel";

/** One event exactly as it is sent. There is nothing else in a request's body. */
export interface CapturedEvent {
	readonly type: EventType;
	/** Unix seconds, with milliseconds as the fraction. */
	readonly ts: number;
	/** Viewport pixels. */
	readonly x?: number;
	readonly y?: number;
	readonly duration_ms?: number;
	/** Pixels a second. */
	readonly speed?: number;
	readonly direction?: "up" | "down";
	/** Depth of the scroll, 0 to 100. */
	readonly value?: number;
	/** Path alone, with identifiers replaced by `:id`. */
	readonly url?: string;
	/** At most 512 characters, scrubbed of addresses, numbers and quoted data. */
	readonly message?: string;
	readonly context?: ClickContext;
}

/** What the API reads in the session so far; the same as `GET /v1/sessions/:id/mood`. */
export interface MoodReading {
	readonly session_id: string;
	readonly mood: string;
	/** 0 to 1. */
	readonly confidence: number;
	/** What drove the mood, strongest first. */
	readonly signals: readonly string[];
	readonly suggested_action: string;
	readonly event_count: number;
	readonly updated_at: string;
}

/** `opted_out` by `optOut()` or Global Privacy Control; `key_refused` if the API does not take the key here. */
export type State = "not_started" | "running" | "opted_out" | "key_refused";

/** Where this page's events are. At any moment `captured = delivered + queued + dropped`. */
export interface Status {
	readonly state: State;
	readonly session_id: string | null;
	/** Noticed on this page, or taken over from the page before in this tab. */
	readonly captured: number;
	readonly delivered: number;
	readonly queued: number;
	/** Lost to the bound of the queue, or refused by the API. */
	readonly dropped: number;
}

export type Unsubscribe = () => void;

export interface StartOptions {
	/** A publishable key, `sm_pub_…`, whose allowed origins include this page's. */
	readonly key: string;
	/** Origin of the API. Default: where the snippet itself came from. */
	readonly api?: string;
}

export interface Undertone {
	/** Calls back with the session's mood when it becomes known, then whenever mood or action change. */
	onMood(listener: (reading: MoodReading) => void): Unsubscribe;
	/** Calls back with every reading, also when only the confidence moved. */
	onReading(listener: (reading: MoodReading) => void): Unsubscribe;
	/** Calls back with every event as it is captured: see for yourself what is sent. */
	onEvent(listener: (event: CapturedEvent) => void): Unsubscribe;
	/** Reports an error that the person saw but the browser did not, such as a declined payment. */
	trackError(message: string): void;
	/** Stops in all tabs of this site, forgets what was not sent yet, and stays off until `optIn()`. */
	optOut(): void;
	/** Takes an `optOut()` back. Global Privacy Control stays stronger. */
	optIn(): void;
	status(): Status;
	/** Runs each call with the snippet; calls pushed before it loaded run once it has. */
	readonly q: { push(...calls: ((undertone: Undertone) => void)[]): void };
}

/** Starts capturing. Later calls in the same page change nothing. */
export declare function start(options: StartOptions): void;
export declare const onMood: Undertone["onMood"];
export declare const onReading: Undertone["onReading"];
export declare const onEvent: Undertone["onEvent"];
export declare const trackError: Undertone["trackError"];
export declare const optOut: Undertone["optOut"];
export declare const optIn: Undertone["optIn"];
export declare const status: Undertone["status"];

declare global {
	interface Window {
		undertone?: Undertone | { q: ((undertone: Undertone) => void)[] };
	}
}
