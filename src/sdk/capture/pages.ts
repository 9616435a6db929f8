import { guard } from "../guard.ts";
import { maskPath } from "../mask.ts";
import { targetOf } from "./elements.ts";
import type { Scope } from "./scope.ts";

const LINK_MS = 500;

/**
 * `page_view` on load and on each route change, preceded by `back_nav` if the back button caused it. Single-page routes
 * are tracked by the Navigation API if available, otherwise by the History API.
 */
export function capturePages({ on, emit }: Scope): void {
	let route = routeOf(location);
	const view = () => emit("page_view", { url: maskPath(routeOf(location)) });
	const arrive = () => {
		if (cameBack()) emit("back_nav");
		view();
	};
	const follow = (back: boolean) => {
		const next = routeOf(location);
		if (next === route) return;
		route = next;
		if (back) emit("back_nav");
		view();
	};
	// A page comes back from the cache by the back button, or forward, which is far rarer.
	const restore = () => {
		if (!window.navigation || cameBack()) emit("back_nav");
		view();
	};
	on("pageshow", (event) => event.persisted && restore(), window);
	if (window.navigation) followNavigation(on, follow);
	else followHistory(on, follow);
	arrive();
}

/** Identifies a route: the path, and the hash if a router uses it as a path; without what comes after a `?`. */
const routeOf = ({ pathname, hash }: Location) => pathname + (/^#!?\/[^?]*/.exec(hash)?.[0] ?? "");

/** Without the Navigation API, forward is indistinguishable from back, which is far more common. */
function cameBack(): boolean {
	const activation = window.navigation?.activation;
	if (activation) {
		const { from, entry, navigationType } = activation;
		return navigationType === "traverse" && !(from && from.index < entry.index);
	}
	const [entry] = performance.getEntriesByType("navigation");
	return (entry as PerformanceNavigationTiming | undefined)?.type === "back_forward";
}

function followNavigation(on: Scope["on"], follow: (back: boolean) => void): void {
	const listener = (event: Event) => {
		const { navigationType, from } = event as NavigationCurrentEntryChangeEvent;
		const index = window.navigation.currentEntry?.index ?? 0;
		follow(navigationType === "traverse" && index < from.index);
	};
	on("currententrychange" as "popstate", listener, window.navigation);
}

function followHistory(on: Scope["on"], follow: (back: boolean) => void): void {
	// A link within the page changes the hash, which is told as going back is.
	let linkedAt = Number.NEGATIVE_INFINITY;
	on("click", (event) => {
		if (targetOf(event)?.closest('a[href*="#"]')) linkedAt = event.timeStamp;
	});
	on("popstate", ({ timeStamp }) => follow(timeStamp - linkedAt > LINK_MS), window);
	for (const name of ["pushState", "replaceState"] as const) {
		const original = history[name];
		const forward = guard(() => follow(false));
		history[name] = function (...args) {
			original.apply(this, args);
			forward();
		};
	}
}
