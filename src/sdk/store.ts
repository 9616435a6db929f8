/** Web storage reduced to what the snippet needs. */
export interface Store {
	get(name: string): string | null;
	set(name: string, value: string): void;
	remove(name: string): void;
	names(): string[];
}

/** The part of the DOM's `Storage` that is used. */
interface WebStorage {
	getItem(name: string): string | null;
	setItem(name: string, value: string): void;
	removeItem(name: string): void;
}

const PREFIX = "undertone:";

/**
 * A store over `localStorage` or `sessionStorage`. Stores nothing if storage is blocked (sandboxed frame, blocked
 * cookies) or full. Opened on each use, because even access may throw.
 */
export function createStore(open: () => WebStorage): Store {
	const attempt = <T>(task: (storage: WebStorage) => T, otherwise: T): T => {
		try {
			return task(open());
		} catch {
			return otherwise;
		}
	};
	return {
		get: (name) => attempt((storage) => storage.getItem(PREFIX + name), null),
		set: (name, value) => attempt((storage) => storage.setItem(PREFIX + name, value), undefined),
		remove: (name) => attempt((storage) => storage.removeItem(PREFIX + name), undefined),
		names: () =>
			attempt(
				(storage) =>
					Object.keys(storage)
						.filter((name) => name.startsWith(PREFIX))
						.map((name) => name.slice(PREFIX.length)),
				[],
			),
	};
}
