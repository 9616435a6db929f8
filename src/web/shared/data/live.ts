import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { DataError } from "./data-error.ts";
import { isActive as pageIsActive } from "./page-life.ts";

/** One connection. It settles when the connection has ended, and throws a `DataError` that is final if it was refused. */
export type Connect<M> = (connection: {
	/** Where the last connection ended: continue behind it. */
	after: string | undefined;
	signal: AbortSignal;
	onOpen(): void;
	onMessage(message: M, cursor: string | undefined): void;
}) => Promise<void>;

/** `paused` while nobody looks or the network is gone, `refused` for good. */
export type LiveState = "connecting" | "open" | "waiting" | "paused" | "refused";

export interface LiveOptions<M> {
	connect: Connect<M>;
	onMessage(message: M): void;
	/** Whether to be connected. By default while the page is shown and online. */
	isActive?: ReadonlySignal<boolean>;
	/** How long to wait before the attempt with this number, from 0, in milliseconds. */
	waitMs?: (attempt: number) => number;
}

export interface Live {
	readonly state: ReadonlySignal<LiveState>;
	readonly error: ReadonlySignal<DataError | undefined>;
	stop(): void;
}

const FIRST_WAIT_MS = 500;
const GROWTH = 1.5;
const MAX_WAIT_MS = 30_000;
/** A connection that held this long, or brought a message, was a good one. */
const GOOD_AFTER_MS = 5_000;

/** Half a second, half as long again each time, at most thirty seconds; of that a random half to the whole. */
export const backoffMs = (attempt: number): number =>
	Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * GROWTH ** attempt) * (0.5 + Math.random() / 2);

/** Messages as they happen: connects again when a connection ends, and continues where the last one did. */
export function live<M>({
	connect,
	onMessage,
	isActive = pageIsActive,
	waitMs = backoffMs,
}: LiveOptions<M>): Live {
	const state = signal<LiveState>("connecting");
	const error = signal<DataError | undefined>(undefined);
	let after: string | undefined;

	/** One connection; whether it was a good one. */
	async function connectOnce(own: AbortSignal): Promise<boolean> {
		const started = Date.now();
		let hasBrought = false;
		state.value = "connecting";
		await connect({
			after,
			signal: own,
			onOpen: () => {
				if (!own.aborted) state.value = "open";
			},
			onMessage(message, cursor) {
				if (own.aborted) return;
				hasBrought = true;
				after = cursor ?? after;
				onMessage(message);
			},
		}).catch((reason: unknown) => {
			if (reason instanceof DataError && isFinal(reason)) throw reason;
		});
		return hasBrought || Date.now() - started > GOOD_AFTER_MS;
	}

	async function stayConnected(own: AbortSignal): Promise<void> {
		let attempt = 0;
		while (!own.aborted) {
			attempt = (await connectOnce(own)) ? 0 : attempt + 1;
			if (own.aborted) return;
			state.value = "waiting";
			await pause(waitMs(attempt), own);
		}
	}

	const end = effect(() => {
		if (!isActive.value) {
			if (state.peek() !== "refused") state.value = "paused";
			return;
		}
		if (state.peek() === "refused") return;
		const own = new AbortController();
		untracked(() => stayConnected(own.signal)).catch((reason: DataError) => {
			if (own.signal.aborted) return;
			error.value = reason;
			state.value = "refused";
		});
		return () => own.abort();
	});
	return { state, error, stop: end };
}

const isFinal = ({ kind }: DataError): boolean => kind !== "offline" && kind !== "busy" && kind !== "broken";

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
