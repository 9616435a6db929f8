import type { Unsubscribe } from "./public.d.ts";

export interface Listeners<T> {
	add(listener: (value: T) => void): Unsubscribe;
	tell(value: T): void;
}

/** The host page's callbacks. An error in one is reported as the host's own and does not affect the others. */
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
		// Rethrowing would hide the details: browsers mute errors from cross-origin scripts.
		window.reportError?.(fault);
	}
}
