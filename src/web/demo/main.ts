import type { Undertone } from "../../sdk/public.d.ts";
import { trustedScript } from "../shared/trusted-script.ts";
import { renderCalendar } from "./calendar.ts";
import { obtainKey } from "./demo-key.ts";
import { wireOrder } from "./order.ts";
import { explain, showUnknown, wirePanel, wireToggle } from "./panel.ts";
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
await startSnippet();

/** Adds the snippet as any site would: one script element, and calls queued until it has loaded. */
async function startSnippet(): Promise<void> {
	if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) {
		return explain("off", "Your browser sends Global Privacy Control, so Undertone leaves you alone.");
	}
	window.undertone ??= { q: [] };
	window.undertone.q.push((undertone: Undertone) => wirePanel(undertone));
	try {
		const script = document.createElement("script");
		script.dataset.key = await obtainKey();
		script.src = trustedScript("/sdk.js");
		script.async = true;
		document.head.append(script);
	} catch (fault) {
		const reason = fault instanceof Error ? fault.message : "unknown reason";
		explain("refused", `The demo could not get a key for this page. ${reason}`);
	}
}
