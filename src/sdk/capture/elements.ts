const INTERACTIVE =
	"a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option]";
const TEXT_FIELD =
	"textarea,[contenteditable]:not([contenteditable=false]),input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio],[type=range],[type=color],[type=file])";
const FIELD = `${TEXT_FIELD},select,input:not([type=button],[type=submit],[type=reset],[type=image])`;

const IGNORED = "[data-undertone-ignore]";
let ignored = IGNORED;

/** Ignores elements that match these CSS selectors as well, in place of earlier ones. Malformed ones are passed over. */
export function ignoreAlso(selectors: readonly string[]): void {
	ignored = [IGNORED, ...selectors.filter(isSelector)].join();
}

function isSelector(text: string): boolean {
	try {
		return !document.createDocumentFragment().querySelector(text);
	} catch {
		return false;
	}
}

/** The original target of an event, even inside open shadow roots; null within what is to be ignored. */
export function targetOf(event: Event): Element | null {
	const path = event.composedPath();
	const isIgnored = path.some((node) => node instanceof Element && node.matches(ignored));
	return !isIgnored && path[0] instanceof Element ? path[0] : null;
}

/** The link, button or field at or around an element. */
export const interactiveAround = (element: Element | null) => element?.closest(INTERACTIVE) ?? null;

/** Whether it is a text field. */
export const isTextField = (element: Element) => element.matches(TEXT_FIELD);

/** Whether it is a form field. Buttons are not. */
export const isField = (element: Element) => element.matches(FIELD);
