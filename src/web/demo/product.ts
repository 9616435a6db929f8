import { byId } from "../shared/plain/dom.ts";
import { addToBasket } from "./basket.ts";
import { euros, GOODS } from "./goods.ts";

let good = GOODS[0];

/** Shows one product. */
export function showProduct(id: string | undefined): void {
	good = GOODS.find((candidate) => candidate.id === id) ?? GOODS[0];
	if (!good) return;
	byId("product-name").textContent = good.name;
	byId("product-price").textContent = euros(good.price);
	byId("product-text").textContent = good.text;
	byId("product-art").setAttribute("href", `#art-${good.id}`);
	for (const answer of ["added", "stock-answer"]) byId(answer).textContent = "";
}

/** The buttons of the product page. The stock service is never there, as an unhandled rejection shows. */
export function wireProduct(): void {
	const quantity = byId<HTMLInputElement>("quantity");
	byId("fewer").addEventListener("click", () => quantity.stepDown());
	byId("more").addEventListener("click", () => quantity.stepUp());
	byId("add").addEventListener("click", () => {
		if (!good) return;
		const amount = quantity.valueAsNumber || 1;
		addToBasket(good, amount);
		byId("added").textContent = `${amount} × ${good.name} in the basket.`;
	});
	byId("stock").addEventListener("click", async () => {
		byId("stock-answer").textContent = "The stock service does not answer.";
		throw new Error("Stock service: 504 from https://stock.example/near?lat=59.91&lon=10.75");
	});
}
