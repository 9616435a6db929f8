import { byId, make } from "../shared/plain/dom.ts";

const LOCALE = "en-GB";

/** A month to choose the delivery day from. */
export function renderCalendar(): void {
	const today = new Date();
	let month = new Date(today.getFullYear(), today.getMonth(), 1);
	const turn = (by: number) => {
		month = new Date(month.getFullYear(), month.getMonth() + by, 1);
		byId("month").textContent = month.toLocaleDateString(LOCALE, { month: "long", year: "numeric" });
		byId("days").replaceChildren(...weeksOf(month));
	};
	byId("weekdays").append(
		make("tr", ...["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map((day) => make("th", day))),
	);
	byId("previous-month").addEventListener("click", () => turn(-1));
	byId("next-month").addEventListener("click", () => turn(1));
	byId("days").addEventListener("click", choose);
	turn(0);
}

function weeksOf(month: Date): HTMLElement[] {
	const blanks = (month.getDay() + 6) % 7;
	const length = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate();
	return Array.from({ length: Math.ceil((blanks + length) / 7) }, (_, week) =>
		make("tr", ...Array.from({ length: 7 }, (_, day) => cell(week * 7 + day - blanks + 1, length))),
	);
}

function cell(day: number, length: number): HTMLElement {
	if (day < 1 || day > length) return make("td");
	const button = make("button", String(day));
	button.type = "button";
	return make("td", button);
}

function choose({ target }: Event): void {
	if (!(target instanceof HTMLButtonElement)) return;
	byId("days").querySelector("[aria-current]")?.removeAttribute("aria-current");
	target.closest("td")?.setAttribute("aria-current", "date");
}
