const RELOADED = "undertone-reloaded";

/** After a deployment the parts of an open page are gone; loading it again once brings the new ones. */
export function reloadWhenReplaced(): void {
	addEventListener("vite:preloadError", (event) => {
		if (!navigator.onLine || sessionStorage.getItem(RELOADED)) return;
		event.preventDefault();
		sessionStorage.setItem(RELOADED, "yes");
		location.reload();
	});
	addEventListener("load", () => setTimeout(() => sessionStorage.removeItem(RELOADED), 10_000));
}
