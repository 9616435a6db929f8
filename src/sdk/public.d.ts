/** The public API of Undertone's browser snippet. Served as `/sdk.d.ts`. */

/** The twelve event types that the snippet captures: those of the mood model `intent`. */
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

/** Why rapid clicks in one place may be normal. */
export type ClickContext = "text_selection" | "stepper" | "calendar" | "carousel";

/** One event exactly as sent. A request body contains nothing else. */
export interface CapturedEvent {
	readonly type: EventType;
	/** Unix seconds, with millisecond precision. */
	readonly ts: number;
	/** Viewport pixels. */
	readonly x?: number;
	readonly y?: number;
	readonly duration_ms?: number;
	/** Pixels per second, as on a screen 800 pixels high. */
	readonly speed?: number;
	readonly direction?: "up" | "down";
	/** Scroll depth, 0 to 100. */
	readonly value?: number;
	/** Only the path, with identifiers replaced by `:id`. */
	readonly url?: string;
	/** At most 512 characters, scrubbed of addresses, numbers and quoted data. */
	readonly message?: string;
	readonly context?: ClickContext;
	/** Of a click: whether the page reacted to it. Written once that is known, at most 2.5 s later. */
	answered?: boolean;
}

/** The current mood of the session, the same as `GET /v1/sessions/:id/mood`. */
export interface MoodReading {
	readonly session_id: string;
	readonly mood: string;
	/** 0 to 1. */
	readonly confidence: number;
	/** The signals behind the mood, strongest first. */
	readonly signals: readonly string[];
	readonly suggested_action: string;
	readonly event_count: number;
	readonly updated_at: string;
	/** When the events it is read from arrived, and how many seconds ago that was. */
	readonly observed_at: string;
	readonly age_seconds: number;
}

/** Something to show now, as you defined it with `POST /v1/interventions`. */
export interface Intervention {
	/** Of this occurrence. */
	readonly id: string;
	readonly intervention_id: string;
	readonly name: string;
	readonly action: string;
	/** Any JSON. */
	readonly payload: unknown;
}

/** `opted_out`: by `optOut()` or Global Privacy Control. `key_refused`: the API rejected the key on this page. */
export type State = "not_started" | "running" | "opted_out" | "key_refused";

/** The state of this page's events. Always, `captured = delivered + queued + dropped`. */
export interface Status {
	readonly state: State;
	readonly session_id: string | null;
	/** Captured on this page, or taken over from an earlier page in this tab. */
	readonly captured: number;
	readonly delivered: number;
	readonly queued: number;
	/** Dropped because the queue was full, rejected by the API, or cleared. */
	readonly dropped: number;
}

export type Unsubscribe = () => void;

export interface StartOptions {
	/** A publishable key, `sm_pub_…`, that allows this page's origin. */
	readonly key: string;
	/** Origin of the API. Default: the origin that the snippet was loaded from. */
	readonly api?: string;
	/** A session id of your own, 1 to 256 characters. Default: one for each tab, until half an hour without interaction. */
	readonly sessionId?: string;
	/** `joined`: the tabs of this site are one session. Default: each tab is one of its own. */
	readonly tabs?: "joined" | "apart";
}

export interface Undertone {
	/** Called with the session's mood once it is known, then whenever the mood or the suggested action changes. */
	onMood(listener: (reading: MoodReading) => void): Unsubscribe;
	/**
	 * Called when an intervention is due for this visitor, once for each occurrence. Sessions that are held out to compare
	 * with get none.
	 */
	onIntervention(listener: (intervention: Intervention) => void): Unsubscribe;
	/** Reports what came of the visit, such as a purchase, and what it is worth. Sent as surely as events are. */
	outcome(goal: string, value?: number): void;
	/** Called with every reading, even if only the confidence changed. */
	onReading(listener: (reading: MoodReading) => void): Unsubscribe;
	/** Called with every event when it is captured, exactly as it will be sent. */
	onEvent(listener: (event: CapturedEvent) => void): Unsubscribe;
	/** Reports an error that the visitor saw but the browser did not raise, such as a declined payment. */
	trackError(message: string): void;
	/** Stops capturing in all tabs of this site, discards unsent events, and stays off until `optIn()`. */
	optOut(): void;
	/** Reverts `optOut()`. Global Privacy Control takes precedence. */
	optIn(): void;
	status(): Status;
	/** Calls each function with the snippet. Functions pushed before it has loaded run once it has. */
	readonly q: { push(...calls: ((undertone: Undertone) => void)[]): void };
}

/** Starts capturing. Further calls on the same page have no effect. */
export declare function start(options: StartOptions): void;
export declare const onMood: Undertone["onMood"];
export declare const onIntervention: Undertone["onIntervention"];
export declare const outcome: Undertone["outcome"];
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
