import { startSnippet } from "../shared/plain/start-snippet.ts";
import { renderCalendar } from "./calendar.ts";
import { wireOrder } from "./order.ts";
import { explain, showUnknown, wirePanel, wireRetry, wireToggle } from "./panel.ts";
import { showProduct, wireProduct } from "./product.ts";
import { startRouter } from "./router.ts";
import { renderShop } from "./shop.ts";

renderShop();
renderCalendar();
wireProduct();
wireOrder();
wireToggle();
showUnknown();
startRouter({ "/product": showProduct });
wireRetry(start);
await start();

async function start(): Promise<void> {
	await startSnippet(wirePanel, explain);
}
