import { computed, signal } from "@preact/signals";

const online = signal(globalThis.navigator?.onLine ?? true);
const shown = signal(globalThis.document?.visibilityState !== "hidden");
/** A page in the back/forward cache is neither shown nor hidden. */
const kept = signal(false);

globalThis.addEventListener?.("online", () => {
	online.value = true;
});
globalThis.addEventListener?.("offline", () => {
	online.value = false;
});
globalThis.addEventListener?.("pagehide", () => {
	kept.value = true;
});
globalThis.addEventListener?.("pageshow", () => {
	kept.value = false;
});
globalThis.document?.addEventListener("visibilitychange", () => {
	shown.value = document.visibilityState !== "hidden";
});

/** Whether the browser believes that there is a network. */
export const isOnline = computed(() => online.value);

/** Whether somebody may be looking: connections are closed and nothing is polled while not. */
export const isShown = computed(() => shown.value && !kept.value);

/** Whether it makes sense to ask the server for news. */
export const isActive = computed(() => isShown.value && isOnline.value);
