import { beforeAll, describe, expect, inject, it } from "vitest";
import type { Undertone } from "../../src/sdk/public.d.ts";
import { type Account, newAccount } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import {
	eventsSent,
	recordEvents,
	statusOf,
	tag,
	untilDelivered,
	untilStarted,
	watchRequests,
} from "./support/snippet.ts";

const newPage = useChromium();
const site = useHostSite();
let account: Account;

beforeAll(async () => {
	account = await newAccount(site.origin);
});

async function open(path = "/shop") {
	site.serve(HOST_PAGE + tag(account.publishable));
	const page = await newPage();
	await page.clock.install();
	const events = await recordEvents(page);
	const requests = watchRequests(page);
	return { page, events, requests, arrive: () => page.goto(site.origin + path) };
}

async function visit(path?: string) {
	const opened = await open(path);
	await opened.arrive();
	await untilStarted(opened.page);
	return opened;
}

describe("what leaves the page", () => {
	it("holds nothing that was typed, selected, quoted, or in the address behind the path", async () => {
		const { page, requests } = await visit("/u/jane.doe@example.org/2931?token=hunter2&q=divorce#letter");
		await page.click("#name");
		await page.keyboard.type("Jane Roe");
		await page.keyboard.press("Tab");
		await page.keyboard.type("correct-horse");
		await page.click("#note");
		await page.keyboard.type("I feel ill");
		await page.click("#text", { clickCount: 3 });
		await page.click("#throws");
		await page.evaluate(() => {
			reportError(
				new SyntaxError(`Unexpected token in JSON: "{"name":"Jane Roe","iban":"DE89370400440532013000"}"`),
			);
			reportError(new Error("No page /search?q=divorce&user=jane.doe@example.org"));
		});
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
		const all = await Promise.all(
			requests.map(async (request) =>
				[request.url(), request.postData(), JSON.stringify(await request.allHeaders())].join("\n"),
			),
		);
		expect(eventsSent(requests).filter(({ type }) => type === "error")).toHaveLength(3);
		const leaks = [
			"Jane",
			"jane",
			"Roe",
			"correct-horse",
			"feel ill",
			"hunter2",
			"divorce",
			"letter",
			"2931",
		];
		for (const secret of [...leaks, "paragraph", "DE8937", "hidden", "4711", "?token"]) {
			expect(all.join("\n"), secret).not.toContain(secret);
		}
	});

	it("is the contract's fields alone", async () => {
		const { page, requests } = await visit();
		await page.click("#name");
		await page.keyboard.type("a");
		await page.mouse.wheel(0, 500);
		await page.waitForFunction(() => scrollY === 500);
		await page.click("#throws");
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
		const fields = new Set(eventsSent(requests).flatMap(Object.keys));
		const known = [
			"type",
			"answered",
			"ts",
			"x",
			"y",
			"duration_ms",
			"speed",
			"direction",
			"value",
			"url",
			"message",
			"context",
		];
		expect(known).toEqual(expect.arrayContaining([...fields]));
	});
});

describe("data-undertone-ignore", () => {
	it("leaves alone what is marked, and anything inside", async () => {
		const { page, events } = await visit();
		await page.hover("#ignored-button");
		await page.clock.fastForward(3_000);
		for (let times = 0; times < 4; times++) await page.click("#ignored-button");
		await page.click("#ignored");
		await page.keyboard.type("mine");
		await page.clock.fastForward(4_000);
		await page.keyboard.type(" alone");
		await page.keyboard.press("Tab");
		await page.evaluate(() => undefined);
		expect(events.map(({ type }) => type)).toEqual(["page_view"]);
		await page.click("#plain");
		await page.evaluate(() => undefined);
		expect(events.map(({ type }) => type)).toEqual(["page_view", "click"]);
	});
});

/** Everything that the snippet stored in this browser. */
const traces = () =>
	[...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((name) =>
		name.startsWith("undertone"),
	);

describe("Global Privacy Control", () => {
	it("means that nothing is captured, stored or sent, whatever the site asks for", async () => {
		const { page, events, requests, arrive } = await open();
		await page.addInitScript(() =>
			Object.defineProperty(navigator, "globalPrivacyControl", { value: true, configurable: true }),
		);
		await arrive();
		await page.waitForFunction(() => window.undertone && "status" in window.undertone);
		await page.evaluate(() => (window.undertone as Undertone).optIn());
		for (let times = 0; times < 5; times++) await page.click("#throws");
		await page.clock.fastForward(60_000);
		await page.goto(`${site.origin}/next`);
		await page.waitForFunction(() => window.undertone && "status" in window.undertone);
		expect(await statusOf(page)).toMatchObject({ state: "opted_out", session_id: null, captured: 0 });
		expect(events).toEqual([]);
		expect(requests).toEqual([]);
		expect(await page.evaluate(traces)).toEqual([]);
		expect(await page.context().cookies()).toEqual([]);
	});

	it("is explained by the demo, which asks for no key", async () => {
		const page = await newPage();
		await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
		const calls: string[] = [];
		page.on("request", (request) => request.url().includes("/v1/") && calls.push(request.url()));
		await page.goto(`${inject("api")}/demo`);
		await page.locator("#explanation", { hasText: "Global Privacy Control" }).waitFor();
		expect(calls).toEqual([]);
	});
});

describe("optOut()", () => {
	it("stops at once, forgets what was not sent, and lasts", async () => {
		const { page, events, requests } = await visit();
		await page.click("#plain");
		await page.evaluate(() => (window.undertone as Undertone).optOut());
		events.splice(0);
		await page.click("#plain");
		await page.clock.fastForward(60_000);
		await page.goto(`${site.origin}/next`);
		await page.waitForFunction(() => window.undertone && "status" in window.undertone);
		await page.click("#plain");
		await page.clock.fastForward(60_000);
		expect(await statusOf(page)).toMatchObject({ state: "opted_out", session_id: null });
		expect(events).toEqual([]);
		expect(requests).toEqual([]);
		expect(await page.evaluate(traces)).toEqual(["undertone:opt-out"]);
	});

	it("holds in the site's other tabs, and optIn() takes it back", async () => {
		const { page } = await visit();
		const other = await page.context().newPage();
		await other.goto(`${site.origin}/shop`);
		await untilStarted(other);
		await other.evaluate(() => (window.undertone as Undertone).optOut());
		await expect.poll(async () => (await statusOf(page)).state).toBe("opted_out");
		await other.evaluate(() => (window.undertone as Undertone).optIn());
		await expect.poll(async () => (await statusOf(page)).state).toBe("running");
		await page.click("#plain");
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
	});
});
