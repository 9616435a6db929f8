/** The element with that id; the page's markup promises it. */
export function byId<E extends Element = HTMLElement>(id: string): E {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no #${id}`);
	return element as Element as E;
}

/** A new element with text or children. */
export function make<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	element.append(...children);
	return element;
}
