import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { useChromium } from "./support/chromium.ts";
import { recordEvents, untilDelivered, untilStarted } from "./support/snippet.ts";
import { inOrder, storedEvents } from "./support/stored-events.ts";

const newPage = useChromium();

/** A shop visit, with a clock that the test can move on. */
async function visit() {
	const page = await newPage();
	await page.clock.install();
	// The page's clock is put forward while the server's is not, which it would correct.
	await page.route("**/events?*", (route, request) => {
		const url = new URL(request.url());
		url.searchParams.delete("sent_at");
		return route.continue({ url: url.href });
	});
	const emitted = await recordEvents(page);
	await page.goto(`${inject("api")}/demo`);
	await untilStarted(page);
	return { page, emitted };
}

/** Lets the snippet send what it has, and waits for the panel to show this mood. */
async function untilMood(page: Page, mood: string) {
	await page.clock.fastForward(3_000);
	await page.locator(`#panel[data-mood=${mood}]`).waitFor();
}

/** Turns the wheel and waits until the page has come to rest there. */
async function wheel(page: Page, by: number) {
	const goal = await page.evaluate((by) => Math.max(0, scrollY + by), by);
	await page.mouse.wheel(0, by);
	await page.waitForFunction((goal) => Math.abs(scrollY - goal) < 2, goal);
	await page.clock.fastForward(400);
}

/** A person needs a moment between two things. */
async function click(page: Page, selector: string) {
	await page.click(selector);
	await page.clock.runFor(500);
}

describe("a person in the demo shop is read as", () => {
	it("neutral, having only arrived", async () => {
		const { page } = await visit();
		await untilMood(page, "neutral");
	});

	it("frustrated, clicking a button that fails, again and again", async () => {
		const { page, emitted } = await visit();
		await click(page, "nav >> text=Basket");
		for (let times = 0; times < 5; times++) await click(page, "#coupon");
		await untilMood(page, "frustrated");
		expect(emitted.map(({ type }) => type)).toContain("rage_click");
		expect(await page.textContent("#action")).toBe("show_live_chat");
	});

	it("confused, scrolling to and fro and lingering without a click", async () => {
		const { page, emitted } = await visit();
		await click(page, "nav >> text=Story");
		for (const by of [500, -300, 400, -300, 400, -300]) await wheel(page, by);
		for (const link of ["nav >> text=Shop", "nav >> text=Basket"]) {
			await page.hover(link);
			await page.clock.fastForward(2_500);
		}
		await page.hover("#story-title");
		await untilMood(page, "confused");
		expect(emitted.map(({ type }) => type)).toEqual(expect.arrayContaining(["backtrack", "hover"]));
	});

	it("decisive, going straight to the thing, the basket and the form", async () => {
		const { page } = await visit();
		await click(page, "text=Quiet Grinder");
		await click(page, "#add");
		await click(page, "nav >> text=Basket");
		await click(page, "input[name=name]");
		await click(page, "#days button >> nth=9");
		await click(page, "text=Place order");
		await untilMood(page, "decisive");
	});

	it("browsing, walking from page to page", async () => {
		const { page } = await visit();
		await wheel(page, 300);
		await click(page, "text=Harbour Cup");
		await page.clock.fastForward(8_000);
		await click(page, "text=All goods");
		await wheel(page, 400);
		await page.clock.fastForward(8_000);
		await click(page, "nav >> text=Story");
		await wheel(page, 300);
		await page.clock.fastForward(5_000);
		await wheel(page, 300);
		await untilMood(page, "browsing");
		expect(await page.textContent("#action")).toBe("show_recommendations");
	});

	it("focused, filling in the form from field to field", async () => {
		const { page } = await visit();
		await click(page, "nav >> text=Basket");
		await page.focus("input[name=name]");
		for (const words of ["Ada Lovelace", "ada@example.org", "12 St James's Square", "London"]) {
			await page.keyboard.type(words);
			await page.clock.fastForward(6_000);
			await page.keyboard.press("Tab");
		}
		await untilMood(page, "focused");
	});

	it("disengaged, leaving the form and doing nothing, which alone is not acted upon", async () => {
		const { page } = await visit();
		await click(page, "nav >> text=Basket");
		await click(page, "input[name=name]");
		await click(page, "#checkout-title");
		await page.clock.runFor(3_000);
		for (let times = 0; times < 4; times++) await page.clock.fastForward(31_000);
		await untilMood(page, "disengaged");
		expect(await page.textContent("#action")).toBe("no_action");
	});
});

it("stores exactly what the demo shop captured", async () => {
	const { page, emitted } = await visit();
	await click(page, "text=Pocket Scale");
	await click(page, "#stock");
	await click(page, "nav >> text=Basket");
	await page.click("input[name=email]");
	await page.keyboard.type("me@example.org");
	await page.keyboard.press("Tab");
	await page.clock.fastForward(3_000);
	const { session_id, captured } = await untilDelivered(page);
	expect(captured).toBe(emitted.length);
	expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
});

it("does not take calm repeated clicks for rage", async () => {
	const { page, emitted } = await visit();
	for (let times = 0; times < 6; times++) await page.click("#next-slide");
	await page.click("text=Quiet Grinder");
	for (let times = 0; times < 8; times++) await page.click("#more");
	await page.click("#product-text", { clickCount: 3 });
	await page.click("nav >> text=Basket");
	for (let times = 0; times < 6; times++) await page.click("#next-month");
	await page.clock.fastForward(3_000);
	const { session_id } = await untilDelivered(page);
	expect(emitted.filter(({ type }) => type === "rage_click")).toEqual([]);
	const key = await page.evaluate(() => localStorage.getItem("undertone-demo-key"));
	const path = `/v1/sessions/${session_id}/mood?explain=true&key=${key}`;
	const { mood, explanation } = await page.evaluate(async (path) => (await fetch(path)).json(), path);
	expect(mood).not.toBe("frustrated");
	expect(JSON.stringify(explanation)).toContain('"clicks"');
	expect(JSON.stringify(explanation)).not.toContain("rage_click_detected");
});

it("gets the demo a new key when the server does not know the kept one", async () => {
	const page = await newPage();
	const stale = `sm_pub_${"0".repeat(48)}`;
	await page.goto(`${inject("api")}/demo`);
	await page.evaluate((key) => localStorage.setItem("undertone-demo-key", key), stale);
	await page.reload();
	await page.waitForFunction(
		(stale) => ![null, stale].includes(localStorage.getItem("undertone-demo-key")),
		stale,
	);
	await page.locator("#panel[data-mood=neutral]").waitFor();
});
