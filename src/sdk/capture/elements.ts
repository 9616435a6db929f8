const INTERACTIVE =
	"a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option]";
const TEXT_FIELD =
	"textarea,[contenteditable]:not([contenteditable=false]),input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio],[type=range],[type=color],[type=file])";
const FIELD = `${TEXT_FIELD},select,input:not([type=button],[type=submit],[type=reset],[type=image])`;

/** The original target of an event, even inside open shadow roots; null within `data-undertone-ignore`. */
export function targetOf(event: Event): Element | null {
	const path = event.composedPath();
	const ignored = path.some((node) => node instanceof Element && node.hasAttribute("data-undertone-ignore"));
	return !ignored && path[0] instanceof Element ? path[0] : null;
}

/** The link, button or field at or around an element. */
export const interactiveAround = (element: Element | null) => element?.closest(INTERACTIVE) ?? null;

/** Whether it is a text field. */
export const isTextField = (element: Element) => element.matches(TEXT_FIELD);

/** Whether it is a form field. Buttons are not. */
export const isField = (element: Element) => element.matches(FIELD);
