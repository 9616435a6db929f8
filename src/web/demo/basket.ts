import { byId } from "../shared/plain/dom.ts";
import { euros, type Good } from "./goods.ts";

const amounts = new Map<Good, number>();

/** Puts goods into the basket, which lives as long as the page. */
export function addToBasket(good: Good, amount: number): void {
	amounts.set(good, (amounts.get(good) ?? 0) + amount);
	const lines = [...amounts].map(([{ name }, count]) => `${count} × ${name}`);
	const total = [...amounts].reduce((sum, [{ price }, count]) => sum + price * count, 0);
	byId("basket-count").textContent = String([...amounts.values()].reduce((a, b) => a + b));
	byId("basket-lines").textContent = `${lines.join(", ")}. Together ${euros(total)}.`;
}
