import { beforeAll, expect, it } from "vitest";
import type { CapturedEvent, Status } from "../../src/sdk/public.d.ts";
import { type Account, newAccount } from "./support/api.ts";
import { ENGINES, type EnginePage } from "./support/engines.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import { tag } from "./support/snippet.ts";
import { storedEvents } from "./support/stored-events.ts";

const site = useHostSite();
let account: Account;
beforeAll(async () => {
	account = await newAccount(site.origin);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const statusOf = (page: EnginePage) => page.evaluate<Status | null>("window.undertone?.status?.() ?? null");

const untilStarted = (page: EnginePage) =>
	expect.poll(async () => (await statusOf(page))?.state, { timeout: 20_000 }).toBe("running");

/** The same places in every engine, whatever its fonts and its fields look like. */
const PLACES = `<style>
	#answers, #throws, #rejects, #name, #plain { position: absolute; left: 40px; width: 200px; height: 40px; box-sizing: border-box; margin: 0; }
	#answers { top: 100px; } #throws { top: 160px; } #rejects { top: 220px; } #name { top: 280px; } #plain { top: 340px; }
	main > :not([id]), #text, #inner, form, label { visibility: hidden; }
</style>`;

/** One visit with a click that is answered, one that is not, trouble, typing, scrolling, and a way back. */
async function walk(page: EnginePage): Promise<CapturedEvent[]> {
	await page.open(`${site.origin}/first`);
	await untilStarted(page);
	const session = (await statusOf(page))?.session_id ?? "";
	await page.click("#answers");
	await pause(800);
	await page.click("#throws");
	await pause(800);
	await page.click("#rejects");
	await pause(800);
	await page.click("#name");
	await page.type("Ada");
	await page.press("Tab");
	await pause(800);
	for (let times = 0; times < 5; times++) await page.click("#plain");
	await pause(3_000);
	await page.wheel(900);
	await pause(1_500);
	await page.open(`${site.origin}/second`);
	await untilStarted(page);
	await pause(1_000);
	await page.back();
	const pages = () => storedEvents(session, "with answers").flatMap(({ url }) => url ?? []);
	await expect.poll(pages, { timeout: 20_000 }).toEqual(["/first", "/second", "/first"]);
	return storedEvents(session, "with answers");
}

/** What does not depend on an engine's own speed. */
const comparable = ({ ts: _, speed: __, duration_ms: ___, ...event }: CapturedEvent) => event;

const WALK = [
	{ type: "page_view", url: "/first" },
	{ type: "click", x: 140, y: 120, answered: true },
	{ type: "click", x: 140, y: 180, answered: false },
	{ type: "error", message: "Error: Order [number] of [email] failed at https://shop.example/orders/:id" },
	{ type: "click", x: 140, y: 240, answered: false },
	{ type: "error", message: "TypeError: Declined" },
	{ type: "focus" },
	{ type: "click", x: 140, y: 300, answered: true },
	{ type: "blur" },
	{ type: "focus" },
	{ type: "blur" },
	{ type: "click", x: 140, y: 360, answered: false },
	{ type: "click", x: 140, y: 360, answered: false },
	{ type: "rage_click", x: 140, y: 360, answered: false },
	{ type: "click", x: 140, y: 360, answered: false },
	{ type: "click", x: 140, y: 360, answered: false },
	{ type: "scroll", direction: "down", value: 17 },
	{ type: "page_view", url: "/second" },
	{ type: "back_nav" },
	{ type: "page_view", url: "/first" },
];

it.each(Object.keys(ENGINES))("a walk is stored event by event in %s", { timeout: 120_000 }, async (name) => {
	site.serve(HOST_PAGE + PLACES + tag(account.publishable));
	const page = await (ENGINES[name] as () => Promise<EnginePage>)();
	try {
		expect((await walk(page)).map(comparable)).toEqual(WALK);
	} finally {
		await page.close();
	}
});
