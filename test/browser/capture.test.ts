import { beforeAll, describe, expect, it } from "vitest";
import { type Account, newAccount } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import { eventsSent, recordEvents, tag, untilStarted, watchRequests } from "./support/snippet.ts";

const newPage = useChromium();
const site = useHostSite();
let account: Account;

beforeAll(async () => {
	account = await newAccount(site.origin);
});

/** The host page with the snippet, and the events captured after its arrival. */
async function visit(path = "/shop", { withClock = true } = {}) {
	site.serve(HOST_PAGE + tag(account.publishable));
	const page = await newPage();
	if (withClock) await page.clock.install();
	const events = await recordEvents(page);
	await page.goto(site.origin + path);
	await untilStarted(page);
	const arrival = events.splice(0);
	/** The types so far; a round trip to the page makes sure that all have been told. */
	const types = async () => {
		await page.evaluate(() => undefined);
		return events.map(({ type }) => type);
	};
	return { page, events, arrival, types };
}

describe("clicks", () => {
	it("carry the place in whole pixels and the time in seconds", async () => {
		const { page, events, types } = await visit();
		await page.mouse.click(40, 100);
		expect(await types()).toEqual(["click"]);
		expect(events[0]).toEqual({ type: "click", ts: expect.any(Number), x: 40, y: 100 });
		expect(Math.abs((events[0]?.ts ?? 0) - Date.now() / 1_000)).toBeLessThan(60);
	});

	it("are a rage click at the third in one place, once a series", async () => {
		const { page, types } = await visit();
		for (let times = 0; times < 5; times++) await page.click("#plain");
		expect(await types()).toEqual(["click", "click", "rage_click", "click", "click"]);
	});

	it("are no rage click when a second lies between them, or another place", async () => {
		const { page, types } = await visit();
		for (const id of ["#plain", "#other", "#plain", "#other"]) await page.click(id);
		for (let times = 0; times < 3; times++) {
			await page.clock.fastForward(1_001);
			await page.click("#plain");
		}
		expect(new Set(await types())).toEqual(new Set(["click"]));
	});

	it("say whether the page reacted to them", async () => {
		const { page } = await visit();
		const requests = watchRequests(page);
		await page.click("#answers");
		await page.clock.runFor(300);
		await page.click("#plain");
		await page.clock.runFor(2_600);
		await page.clock.runFor(3_000);
		const clicks = async () => eventsSent(requests).filter(({ type }) => type === "click");
		await expect.poll(async () => (await clicks()).map(({ answered }) => answered)).toEqual([true, false]);
	});

	it("on a disabled button are told, and that nothing answers", async () => {
		const { page, events } = await visit();
		await page.locator("#disabled").click({ force: true });
		await expect
			.poll(() => events)
			.toMatchObject([{ type: "click", answered: false, x: expect.any(Number) }]);
	});

	it("of a key that is held down are one", async () => {
		const { page, types } = await visit();
		await page.focus("#plain");
		for (let times = 0; times < 10; times++) await page.keyboard.down("Enter");
		await page.keyboard.up("Enter");
		expect(await types()).toEqual(["click"]);
		await page.keyboard.press("Enter");
		expect(await types()).toEqual(["click", "click"]);
	});

	it("that select text are marked so", async () => {
		const { page, events, types } = await visit();
		await page.click("#text", { clickCount: 3, position: { x: 30, y: 8 } });
		expect(await page.evaluate(() => String(getSelection()))).toContain("A paragraph");
		expect(await types()).toEqual(["click", "click", "click"]);
		expect(events.map(({ context }) => context)).toEqual([undefined, "text_selection", "text_selection"]);
	});

	it("that select what is in a field are marked so", async () => {
		const { page, events } = await visit();
		await page.fill("#name", "some words");
		await page.click("#name", { clickCount: 3 });
		const clicks = events.filter(({ type }) => type === "click" || type === "rage_click");
		expect(clicks.map(({ context }) => context)).toEqual([undefined, "text_selection", "text_selection"]);
	});

	it.each([
		["stepper", "#plus"],
		["stepper", "#count"],
		["stepper", "#declared"],
		["calendar", "#next-month"],
		["carousel", "#next-slide"],
	])("on a %s are marked so (%s)", async (context, selector) => {
		const { page, events, types } = await visit();
		for (let times = 0; times < 5; times++) await page.click(selector);
		const kinds = await types();
		expect(kinds).not.toContain("rage_click");
		expect(kinds.filter((type) => type === "click")).toHaveLength(5);
		const clicks = events.filter(({ type }) => type === "click");
		expect(new Set(clicks.map((click) => click.context))).toEqual(new Set([context]));
	});

	it("by the keyboard have no place, and those on a label count once", async () => {
		const { page, events } = await visit();
		await page.focus("#plain");
		await page.keyboard.press("Enter");
		await page.click("#label", { position: { x: 30, y: 8 } });
		const clicks = events.filter(({ type }) => type === "click");
		expect(clicks).toHaveLength(2);
		expect(clicks[0]).not.toHaveProperty("x");
		expect(clicks[1]).toHaveProperty("x");
	});

	it("made by scripts are not recorded", async () => {
		const { page, types } = await visit();
		await page.evaluate(() => document.querySelector<HTMLElement>("#plain")?.click());
		expect(await types()).toEqual([]);
	});
});

describe("scrolling", () => {
	it("is told with speed, direction and depth, once a run", async () => {
		const { page, events, types } = await visit();
		await page.mouse.wheel(0, 600);
		await page.waitForFunction(() => scrollY === 600);
		await page.clock.fastForward(200);
		expect(await types()).toEqual(["scroll"]);
		const [scroll] = events;
		expect(scroll).toMatchObject({ direction: "down" });
		expect(scroll?.speed).toBeGreaterThan(0);
		expect(scroll?.value).toBe(
			await page.evaluate(() =>
				Math.round((100 * scrollY) / (document.documentElement.scrollHeight - innerHeight)),
			),
		);
	});

	it("back at once is a backtrack, except from the end of the page", async () => {
		const { page, types } = await visit();
		const wheelTo = async (by: number, goal: number) => {
			await page.mouse.wheel(0, by);
			await page.waitForFunction((goal) => scrollY === goal, goal);
			await page.clock.fastForward(200);
		};
		await wheelTo(600, 600);
		await wheelTo(-400, 200);
		expect(await types()).toEqual(["scroll", "scroll", "backtrack"]);
		await wheelTo(-400, 0);
		await wheelTo(400, 400);
		expect((await types()).filter((type) => type === "backtrack")).toHaveLength(1);
	});

	it("that the page does by itself is not told", async () => {
		const { page, types } = await visit();
		await page.evaluate(() => scrollTo(0, 1_000));
		await page.waitForFunction(() => scrollY === 1_000);
		await page.clock.fastForward(1_000);
		expect(await types()).toEqual([]);
	});
});

describe("forms", () => {
	it("give focus and blur of fields, and none of buttons", async () => {
		const { page, types } = await visit();
		await page.focus("#name");
		await page.keyboard.press("Tab");
		await page.focus("#plain");
		expect(await types()).toEqual(["focus", "blur", "focus", "blur"]);
	});

	it("give a pause in the middle of a field, and none at its end", async () => {
		const { page, events } = await visit();
		await page.focus("#note");
		await page.keyboard.type("I was");
		await page.clock.fastForward(4_000);
		await page.keyboard.type(" thinking");
		await page.clock.fastForward(4_000);
		await page.focus("#name");
		const pauses = events.filter(({ type }) => type === "input_pause");
		expect(pauses).toHaveLength(1);
		expect(pauses[0]?.duration_ms).toBeGreaterThanOrEqual(4_000);
	});
});

describe("a pointer", () => {
	it("that lingers on something and leaves is a hover, with how long", async () => {
		const { page, events, types } = await visit();
		await page.hover("#plain");
		await page.clock.fastForward(2_000);
		await page.hover("#text");
		expect(await types()).toEqual(["hover"]);
		expect(events[0]?.duration_ms).toBeGreaterThanOrEqual(2_000);
	});

	it("that passes by, ends in a click or rests is not recorded", async () => {
		const { page, types } = await visit();
		await page.hover("#plain");
		await page.hover("#text");
		await page.click("#other");
		await page.clock.fastForward(2_000);
		await page.hover("#text");
		await page.hover("#plain");
		await page.clock.fastForward(31_000);
		await page.hover("#text");
		expect(await types()).not.toContain("hover");
	});
});

describe("doing nothing", () => {
	it("is idle after half a minute, and again at each doubling", async () => {
		const { page, events, types } = await visit();
		await page.clock.fastForward(30_000);
		await page.clock.fastForward(30_000);
		await page.clock.fastForward(30_000);
		expect(await types()).toEqual(["idle", "idle"]);
		expect(events[0]?.duration_ms).toBeGreaterThanOrEqual(30_000);
		expect(events[1]?.duration_ms).toBeGreaterThanOrEqual(60_000);
	});

	it("is not idle while a frame has the focus", async () => {
		const { page, types } = await visit();
		await page.evaluate(() => {
			const frame = document.createElement("iframe");
			document.body.append(frame);
			frame.focus();
		});
		for (let times = 0; times < 3; times++) await page.clock.fastForward(30_000);
		expect(await types()).not.toContain("idle");
	});

	it("is not idle while something plays, but is beside a silent video that plays by itself", async () => {
		const { page, types } = await visit();
		const play = (silent: boolean) =>
			page.evaluate((silent) => {
				document.querySelector("video")?.remove();
				const video = document.createElement("video");
				Object.defineProperty(video, "paused", { value: false });
				video.muted = video.loop = silent;
				document.body.append(video);
			}, silent);
		await play(false);
		for (let times = 0; times < 3; times++) await page.clock.fastForward(30_000);
		expect(await types()).not.toContain("idle");
		await play(true);
		for (let times = 0; times < 3; times++) await page.clock.fastForward(30_000);
		expect(await types()).toContain("idle");
	});

	it("ends with the session", async () => {
		const { page, types } = await visit();
		for (let minutes = 0; minutes < 40; minutes++) await page.clock.fastForward(60_000);
		const before = await types();
		for (let minutes = 0; minutes < 40; minutes++) await page.clock.fastForward(60_000);
		expect(await types()).toEqual(before);
	});
});

describe("errors", () => {
	it("of one incident are bounded, however many there are", async () => {
		const { page, types } = await visit();
		await page.evaluate(() => {
			for (let times = 0; times < 300; times++) reportError(new Error(`fault ${"abcdefgh"[times % 8]}`));
		});
		expect((await types()).filter((type) => type === "error")).toHaveLength(5);
	});

	it("are told of a form that the browser refuses, and of a request that fails after an act", async () => {
		const { page, events } = await visit("/shop", { withClock: false });
		const messages = () => events.filter(({ type }) => type === "error").map(({ message }) => message);
		await page.click("#send");
		await expect.poll(messages).toEqual(["The browser refused the form: a field is missing or invalid"]);
		await page.route("**/fails", (route) => route.fulfill({ status: 503 }));
		await page.click("#asks");
		await expect.poll(messages).toContain("Request failed: 503");
		expect(await page.evaluate(async () => (await fetch("/fails")).status)).toBe(503);
	});

	it("are told with what may be told of them", async () => {
		const { page, events } = await visit();
		await page.click("#throws");
		await page.click("#rejects");
		const errors = () => events.filter(({ type }) => type === "error").map(({ message }) => message);
		await expect
			.poll(errors)
			.toEqual([
				"Error: Order [number] of [email] failed at https://shop.example/orders/:id",
				"TypeError: Declined",
			]);
	});

	it("in a loop count once, until the person does something", async () => {
		const { page, types } = await visit();
		await page.evaluate(() => {
			for (let times = 0; times < 5; times++) reportError(new Error("again"));
		});
		expect(await types()).toEqual(["error"]);
		await page.click("#throws");
		await page.click("#throws");
		expect((await types()).filter((type) => type === "error")).toHaveLength(3);
	});
});

describe("pages", () => {
	it("are told on arrival, without identifiers, query string and hash", async () => {
		const { arrival } = await visit(
			"/users/48213/orders/9f1c2e7a-77aa-4b6e-9d0c-2f1e5a3b8c7d?email=a@b.c#secret",
		);
		expect(arrival).toEqual([{ type: "page_view", ts: expect.any(Number), url: "/users/:id/orders/:id" }]);
	});

	it("of single-page sites are told, with the back button", async () => {
		const { page, events, types } = await visit("/shop");
		await page.evaluate(() => history.pushState(null, "", "/shop/cups?sort=price"));
		await page.evaluate(() => history.replaceState(null, "", "/shop/cups?sort=name"));
		await page.evaluate(() => history.pushState(null, "", "/shop/cups#/blue"));
		expect(await types()).toEqual(["page_view", "page_view"]);
		await page.goBack();
		expect(await types()).toEqual(["page_view", "page_view", "back_nav", "page_view"]);
		await page.goForward();
		expect(await types()).toEqual(["page_view", "page_view", "back_nav", "page_view", "page_view"]);
		expect(new Set(events.flatMap(({ url }) => url ?? []))).toEqual(
			new Set(["/shop/cups", "/shop/cups#/blue"]),
		);
	});

	it("of single-page sites are told also without the Navigation API", async () => {
		site.serve(HOST_PAGE + tag(account.publishable));
		const page = await newPage();
		await page.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined }));
		const events = await recordEvents(page);
		await page.goto(`${site.origin}/shop`);
		await untilStarted(page);
		await page.evaluate(() => history.pushState(null, "", "/shop/cups"));
		await page.evaluate(() => history.replaceState(null, "", "/shop/cups?sort=name"));
		await page.goBack();
		await page.evaluate(() => undefined);
		expect(events.map(({ type }) => type)).toEqual(["page_view", "page_view", "back_nav", "page_view"]);
	});

	it("that one comes back to are told as such", async () => {
		const { page, events } = await visit("/first");
		await page.goto(`${site.origin}/second`);
		await untilStarted(page);
		events.splice(0);
		await page.goBack();
		await untilStarted(page);
		expect(events.map(({ type }) => type)).toEqual(["back_nav", "page_view"]);
		events.splice(0);
		await page.goForward();
		await untilStarted(page);
		expect(events.map(({ type }) => type)).toEqual(["page_view"]);
	});
});
