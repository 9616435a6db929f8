import { type ReadonlySignal, signal } from "@preact/signals";
import { asDataError, DataError } from "./data-error.ts";

/** What is known of something that is loaded. Data stay while they are loaded anew, and when that fails. */
export interface Snapshot<T> {
	readonly state: "loading" | "ready" | "refreshing" | "failed";
	readonly data: T | undefined;
	/** When the data came, Unix milliseconds. */
	readonly at: number | undefined;
	/** Why the latest attempt failed. */
	readonly error: DataError | undefined;
}

export interface Resource<T> {
	readonly snapshot: ReadonlySignal<Snapshot<T>>;
	/** Loads anew; an attempt that is still running is given up. Never throws: a failure is in the snapshot. */
	refresh(): Promise<void>;
	/** Puts in what is already known, such as the answer to a change. */
	change(update: (data: T) => T): void;
	/** Gives up what is running. */
	stop(): void;
}

/** Something that is loaded by `load` when `refresh` is called. */
export function resource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
	const snapshot = signal<Snapshot<T>>({
		state: "loading",
		data: undefined,
		at: undefined,
		error: undefined,
	});
	let attempt = new AbortController();

	async function refresh(): Promise<void> {
		attempt.abort();
		const own = new AbortController();
		attempt = own;
		const known = snapshot.peek();
		snapshot.value = { ...known, state: known.data === undefined ? "loading" : "refreshing" };
		try {
			const data = await load(own.signal);
			if (!own.signal.aborted) snapshot.value = { state: "ready", data, at: Date.now(), error: undefined };
		} catch (reason) {
			if (!own.signal.aborted) snapshot.value = { ...snapshot.peek(), ...failureOf(reason) };
		}
	}

	return {
		snapshot,
		refresh,
		change(update) {
			const known = snapshot.peek();
			if (known.data !== undefined) snapshot.value = { ...known, data: update(known.data), at: Date.now() };
		},
		stop: () => attempt.abort(),
	};
}

function failureOf(reason: unknown): Pick<Snapshot<never>, "state" | "error"> {
	const error = asDataError(reason);
	return { state: "failed", error: error instanceof DataError ? error : new DataError("broken") };
}
