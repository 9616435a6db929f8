import type { Unsubscribe } from "./public.d.ts";

export interface Listeners<T> {
	add(listener: (value: T) => void): Unsubscribe;
	tell(value: T): void;
}

/** A list of the host's callbacks. A fault in one is the host's: it is reported as such, and stops nobody else. */
export function createListeners<T>(): Listeners<T> {
	const all = new Set<(value: T) => void>();
	return {
		add(listener) {
			all.add(listener);
			return () => all.delete(listener);
		},
		tell(value) {
			for (const listener of all) callHost(listener, value);
		},
	};
}

export function callHost<T>(listener: (value: T) => void, value: T): void {
	try {
		listener(value);
	} catch (fault) {
		// Throwing it from here would hide what and where: browsers mute errors in scripts of other origins.
		window.reportError?.(fault);
	}
}
