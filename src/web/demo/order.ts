import { byId } from "../shared/plain/dom.ts";

let attempts = 0;

/** The order form. Its coupon button fails every time, as buttons do. */
export function wireOrder(): void {
	byId("coupon").addEventListener("click", () => {
		attempts++;
		byId("coupon-answer").textContent =
			attempts === 1
				? "Something went wrong. Please try again."
				: `Something went wrong again (${attempts} times).`;
		throw new TypeError("Cannot read properties of undefined (reading 'discount')");
	});
	byId("order").addEventListener("submit", (event) => {
		event.preventDefault();
		location.hash = "#/thanks";
	});
}
