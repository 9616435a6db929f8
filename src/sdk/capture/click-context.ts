import { CLICK_CONTEXTS, type ClickContext } from "../../click-contexts.ts";
import { interactiveAround, isTextField } from "./elements.ts";

const NUMBER = "input[type=number],input[type=range],[role=spinbutton],[role=slider]";
const DATE =
	"input[type=date],input[type=time],input[type=datetime-local],input[type=month],input[type=week]";
const CALENDAR = `${DATE},[class*=calendar i],[class*=datepicker i],[class*=date-picker i]`;
const CAROUSEL = "[aria-roledescription=carousel i],[class*=carousel i],[class*=swiper i]";

/**
 * Why rapid clicks on this element may be normal, or undefined. A page can declare it with
 * `data-undertone-context="stepper"` (or another context) on the element or an ancestor.
 * @param detail the click count, as in `MouseEvent.detail`
 */
export function contextOfClick(target: Element, detail: number): ClickContext | undefined {
	const declared = target.closest("[data-undertone-context]")?.getAttribute("data-undertone-context");
	const known = CLICK_CONTEXTS.find((context) => context === declared);
	if (known) return known;
	if (isStepper(target)) return "stepper";
	if (isCalendar(target)) return "calendar";
	if (target.closest(CAROUSEL)) return "carousel";
	return isTextSelection(target, detail) ? "text_selection" : undefined;
}

/** The second click selects a word, the third a paragraph. A fourth selects nothing. */
function isTextSelection(target: Element, detail: number): boolean {
	if (detail < 2 || detail > 3) return false;
	if (isTextField(target)) return true;
	return !interactiveAround(target) && document.getSelection()?.isCollapsed === false;
}

/** A number field, or a button next to one that does not submit the form. */
function isStepper(target: Element): boolean {
	if (target.closest(NUMBER)) return true;
	const button = target.closest("button,[role=button]");
	if (button instanceof HTMLButtonElement && button.form && button.type === "submit") return false;
	return [button?.previousElementSibling, button?.nextElementSibling].some((beside) =>
		beside?.matches(NUMBER),
	);
}

/** A date field, a calendar by its class, or a dialog or group around a `role=grid`. */
function isCalendar(target: Element): boolean {
	if (target.closest(CALENDAR)) return true;
	const around = target.closest("[role=grid],[role=dialog],[role=group],[role=application]");
	return !!around && (around.matches("[role=grid]") || !!around.querySelector("[role=grid]"));
}
