type Visit = (parameter: string | undefined) => void;

/** Shows the view that the hash names (`#/product/kettle`), so that the demo is a single-page site. */
export function startRouter(visits: Readonly<Record<string, Visit>>): void {
	const views = [...document.querySelectorAll<HTMLElement>("[data-view]")];
	const show = () => {
		const [name = "", parameter] = location.hash.replace(/^#\/?/, "").split("/");
		const wanted = `/${name}`;
		const view = views.find((candidate) => candidate.dataset.view === wanted) ?? views[0];
		for (const candidate of views) candidate.hidden = candidate !== view;
		for (const link of document.querySelectorAll("nav a")) markCurrent(link, view);
		visits[view?.dataset.view ?? ""]?.(parameter);
	};
	addEventListener("hashchange", () => {
		show();
		scrollTo({ top: 0, behavior: "instant" });
	});
	show();
}

function markCurrent(link: Element, view: HTMLElement | undefined): void {
	if (link.getAttribute("href") === `#${view?.dataset.view}`) link.setAttribute("aria-current", "page");
	else link.removeAttribute("aria-current");
}
