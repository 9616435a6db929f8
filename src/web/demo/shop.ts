import { byId, make } from "../shared/plain/dom.ts";
import { euros, GOODS, type Good } from "./goods.ts";

const SVG = "http://www.w3.org/2000/svg";
const SLIDES = [
	["kettle", "New: the ninth spout", "It took two winters. It pours like a pencil draws."],
	["beans", "Saturday Beans are back", "Plums this time. They will not last until Sunday."],
	["grinder", "Mended for free", "Send us anything we ever made. We still have the drawings."],
] as const;

/** The shop's front: a carousel and the goods. */
export function renderShop(): void {
	byId("products").append(...GOODS.map(card));
	let current = 0;
	const turn = (by: number) => {
		current = (current + by + SLIDES.length) % SLIDES.length;
		const [art, title, text] = SLIDES[current] ?? SLIDES[0];
		byId("slide").replaceChildren(make("strong", title), text);
		byId("slide-art").setAttribute("href", `#art-${art}`);
		byId("slide-number").textContent = `${current + 1} of ${SLIDES.length}`;
	};
	byId("previous-slide").addEventListener("click", () => turn(-1));
	byId("next-slide").addEventListener("click", () => turn(1));
	turn(0);
}

function card(good: Good): HTMLElement {
	const link = make("a", plate(good), cardText(good));
	link.className = "card";
	link.href = `#/product/${good.id}`;
	return make("li", link);
}

function plate({ id }: Good): HTMLElement {
	const art = document.createElementNS(SVG, "svg");
	const use = document.createElementNS(SVG, "use");
	use.setAttribute("href", `#art-${id}`);
	art.setAttribute("aria-hidden", "true");
	art.append(use);
	const box = make("div");
	box.className = "plate";
	box.append(art);
	return box;
}

function cardText({ name, price, line }: Good): HTMLElement {
	const text = make("div", make("strong", name), make("span", euros(price)), make("span", line));
	text.className = "card-text";
	return text;
}
