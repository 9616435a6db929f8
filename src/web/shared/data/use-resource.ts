import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { isActive } from "./page-life.ts";
import { type Resource, resource } from "./resource.ts";

/**
 * A resource that lives as long as a component: loaded at once, again when the page is looked at or online again after
 * a failure, and every `everyMs` while somebody looks, if given. `key` names what is loaded; another one starts afresh.
 */
export function useResource<T>(
	load: (signal: AbortSignal) => Promise<T>,
	{ key = "", everyMs }: { key?: string; everyMs?: number | undefined } = {},
): Resource<T> {
	const loaded = useMemo(() => resource(load), [key]);
	useEffect(() => {
		loaded.refresh();
		let isFirst = true;
		const stopWatching = effect(() => {
			const mayLoad = isActive.value;
			if (mayLoad && !isFirst && loaded.snapshot.peek().state === "failed") loaded.refresh();
			isFirst = false;
		});
		const timer = everyMs && setInterval(() => isActive.peek() && loaded.refresh(), everyMs);
		return () => {
			stopWatching();
			clearInterval(timer);
			loaded.stop();
		};
	}, [loaded, everyMs]);
	return loaded;
}
