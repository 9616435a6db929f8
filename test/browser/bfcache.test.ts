import { expect, it } from "vitest";
import { newAccount } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { useHostSite } from "./support/host-site.ts";
import { statusOf, tag, until, untilStarted } from "./support/snippet.ts";
import { storedEvents } from "./support/stored-events.ts";

const newPage = useChromium({ bfcache: true });
const site = useHostSite();

it("goes on where it was in a page that comes out of the back/forward cache", async () => {
	const account = await newAccount(site.origin);
	site.serve(
		`<button>Go</button><script>addEventListener("pageshow", ({ persisted }) => { window.restored = persisted; });</script>` +
			tag(account.publishable),
	);
	const page = await newPage();
	await page.goto(`${site.origin}/first`);
	await untilStarted(page);
	await page.click("button");
	const { session_id } = await statusOf(page);
	await page.goto(`${site.origin}/second`);
	await untilStarted(page);
	await page.click("button");
	await page.goBack({ waitUntil: "commit" });
	await page.waitForFunction(() => (window as { restored?: boolean }).restored);
	await page.click("button");
	// Its own five events, and what the second page could not see the answer to.
	await until(page, ({ captured, queued }) => captured >= 5 && queued === 0);
	const stored = () => storedEvents(session_id ?? "").map(({ type, url }) => url ?? type);
	const expected = ["/first", "click", "/second", "click", "back_nav", "/first", "click"];
	await expect.poll(stored).toEqual(expected);
	expect((await statusOf(page)).session_id).toBe(session_id);
});
