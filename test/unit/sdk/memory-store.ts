import type { Store } from "../../../src/sdk/store.ts";

/** A tab's storage that a test can look into. */
export function memoryStore(items = new Map<string, string>()): Store & { items: Map<string, string> } {
	return {
		items,
		get: (name) => items.get(name) ?? null,
		set: (name, value) => void items.set(name, value),
		remove: (name) => void items.delete(name),
		names: () => [...items.keys()],
	};
}
