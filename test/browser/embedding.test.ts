import { beforeAll, describe, expect, inject, it } from "vitest";
import type { MoodReading, Undertone } from "../../src/sdk/public.d.ts";
import { type Account, newAccount } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import { statusOf, tag, untilDelivered, untilStarted } from "./support/snippet.ts";

const newPage = useChromium();
const site = useHostSite();
let account: Account;

beforeAll(async () => {
	account = await newAccount(site.origin);
});

/** A page that notes whatever a browser complains about. */
async function open() {
	const page = await newPage();
	await page.clock.install();
	const complaints: string[] = [];
	page.on("console", (message) => complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	return { page, complaints };
}

describe("the one tag", () => {
	it("adds one global and no noise", async () => {
		const { page, complaints } = await open();
		const globals = () => Object.keys(window);
		site.serve(HOST_PAGE);
		await page.goto(site.origin);
		const before = await page.evaluate(globals);
		site.serve(HOST_PAGE + tag(account.publishable));
		await page.goto(site.origin);
		await untilStarted(page);
		await page.click("#name");
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
		const after = await page.evaluate(globals);
		expect(after.filter((name) => !before.includes(name))).toEqual(["undertone"]);
		expect(complaints).toEqual([]);
	});

	it("works under a strict content security policy", async () => {
		const { page, complaints } = await open();
		const api = inject("api");
		site.serve(`<p>Strict</p>${tag(account.publishable)}`, {
			"Content-Security-Policy": `default-src 'none'; script-src ${api}; connect-src ${api}`,
		});
		await page.goto(site.origin);
		await untilStarted(page);
		await page.click("p");
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
		expect(complaints).toEqual([]);
	});

	it("may stand twice in a page and works once", async () => {
		const { page } = await open();
		site.serve(HOST_PAGE + tag(account.publishable) + tag(account.publishable));
		await page.goto(site.origin);
		await untilStarted(page);
		await page.waitForLoadState("load");
		await page.click("#plain");
		expect(await statusOf(page)).toMatchObject({ captured: 2 });
	});

	it("takes the API from data-api", async () => {
		const { page } = await open();
		site.serve(tag(account.publishable).replace("async", 'data-api="http://127.0.0.1:9" async'));
		await page.goto(site.origin);
		await untilStarted(page);
		const [request] = await Promise.all([page.waitForEvent("requestfailed"), page.clock.fastForward(3_000)]);
		expect(request.url()).toMatch(/^http:\/\/127\.0\.0\.1:9\/v1\/sessions\//);
	});

	it("is quiet where there is no storage", async () => {
		const { page, complaints } = await open();
		site.serve(HOST_PAGE + tag(account.publishable), {
			"Content-Security-Policy": "sandbox allow-scripts",
		});
		await page.goto(site.origin);
		await untilStarted(page);
		await page.click("#plain");
		const first = (await statusOf(page)).session_id;
		await page.click("#other");
		expect(await statusOf(page)).toMatchObject({ captured: 3, session_id: first });
		expect(complaints).toEqual([]);
	});

	it("without a key does nothing, and says why", async () => {
		const { page, complaints } = await open();
		site.serve(`${HOST_PAGE}<script src="${inject("api")}/sdk.js"></script>`);
		await page.goto(site.origin);
		await page.click("#plain");
		expect(await statusOf(page)).toMatchObject({ state: "not_started", captured: 0 });
		expect(complaints).toEqual([expect.stringContaining("there is no key: add data-key")]);
	});

	it("takes the key from its address too, and a session id from the page", async () => {
		const { page, complaints } = await open();
		const address = `${inject("api")}/sdk.js?key=${account.publishable}`;
		site.serve(`${HOST_PAGE}<script src="${address}" data-session="visitor 7"></script>`);
		await page.goto(site.origin);
		await untilStarted(page);
		expect(await statusOf(page)).toMatchObject({ state: "running", session_id: "visitor 7" });
		expect(complaints).toEqual([]);
	});

	it("runs once where the script and the module are on one page", async () => {
		const { page } = await open();
		const module = `import("${inject("api")}/sdk.mjs").then((sdk) => { window.second = sdk; sdk.start({ key: "${account.publishable}" }); })`;
		site.serve(
			`${HOST_PAGE}${tag(account.publishable)}<script>addEventListener("load", () => ${module})</script>`,
		);
		await page.goto(site.origin);
		await untilStarted(page);
		await page.waitForFunction(() => "second" in window);
		expect(
			await page.evaluate(() => (window as unknown as { second: Undertone }).second.status()),
		).toMatchObject({
			state: "not_started",
			captured: 0,
		});
	});
});

it("waits while the browser renders a page ahead of the visit", async () => {
	const { page } = await open();
	await page.addInitScript(() =>
		Object.defineProperty(document, "prerendering", { value: true, configurable: true }),
	);
	site.serve(HOST_PAGE + tag(account.publishable));
	await page.goto(site.origin);
	await page.waitForFunction(() => window.undertone && "status" in window.undertone);
	expect(await statusOf(page)).toMatchObject({ state: "not_started", captured: 0 });
	await page.evaluate(() => {
		Object.defineProperty(document, "prerendering", { value: false });
		document.dispatchEvent(new Event("prerenderingchange"));
	});
	expect(await statusOf(page)).toMatchObject({ state: "running", captured: 1 });
});

describe("calls", () => {
	it("made before the snippet loads run once it has", async () => {
		const { page } = await open();
		site.serve(
			`<script>(window.undertone ??= { q: [] }).q.push((u) => u.onMood((reading) => { window.heard = reading; }));</script>` +
				tag(account.publishable),
		);
		await page.goto(site.origin);
		await untilStarted(page);
		await page.clock.fastForward(3_000);
		await page.waitForFunction(() => "heard" in window);
		const heard = await page.evaluate(() => (window as unknown as { heard: MoodReading }).heard);
		expect(heard).toMatchObject({ mood: "neutral", suggested_action: "no_action", event_count: 1 });
		expect(heard.session_id).toBe((await statusOf(page)).session_id);
	});

	it("that fail are the site's own errors, and stop nobody else", async () => {
		const { page, complaints } = await open();
		site.serve(
			`<p>Text</p><script>
				(window.undertone ??= { q: [] }).q.push(
					() => { throw new Error("in a call"); },
					({ onEvent }) => onEvent(() => { throw new Error("in a listener"); }),
					({ onEvent }) => onEvent(({ type }) => { document.title += " " + type; }),
				);
			</script>${tag(account.publishable)}`,
		);
		await page.goto(site.origin);
		await untilStarted(page);
		await page.click("p");
		await page.waitForFunction(() => document.title.includes("click") && document.title.includes("error"));
		expect(complaints).toEqual(expect.arrayContaining(["in a call", "in a listener"]));
	});

	it("to trackError report what the browser does not see", async () => {
		const { page } = await open();
		site.serve(HOST_PAGE + tag(account.publishable));
		await page.goto(site.origin);
		await untilStarted(page);
		const message = await page.evaluate(
			() =>
				new Promise((resolve) => {
					const { onEvent, trackError } = window.undertone as Undertone;
					onEvent((event) => resolve(event.message));
					trackError("Card 4111 1111 1111 1111 declined");
				}),
		);
		expect(message).toBe("Card [number] declined");
	});
});

it("onMood fires with the first reading and then on change only, onReading always", async () => {
	const { page } = await open();
	site.serve(HOST_PAGE + tag(account.publishable));
	await page.goto(site.origin);
	await untilStarted(page);
	await page.evaluate(() => {
		const { onMood, onReading } = window.undertone as Undertone;
		const heard = { moods: [] as string[], readings: [] as string[] };
		onMood(({ mood }) => heard.moods.push(mood));
		onReading(({ mood }) => heard.readings.push(mood));
		Object.assign(window, { heard });
	});
	for (let batch = 0; batch < 4; batch++) {
		if (batch > 0) for (let times = 0; times < 3; times++) await page.click("#throws");
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
	}
	const heard = await page.evaluate(
		() => (window as unknown as { heard: { moods: string[]; readings: string[] } }).heard,
	);
	expect(heard.readings.length).toBeGreaterThanOrEqual(4);
	expect(heard.readings.filter((mood, i) => mood !== heard.readings[i - 1])).toEqual(heard.moods);
	expect(heard.moods).toEqual(["neutral", "frustrated"]);
});

it("is also an ES module", async () => {
	const { page, complaints } = await open();
	const api = inject("api");
	site.serve(
		`${HOST_PAGE}<script type="module">
			import { onMood, start, status } from "${api}/sdk.mjs";
			onMood(({ mood }) => { document.title = mood; });
			start({ key: "${account.publishable}" });
			window.readStatus = status;
		</script>`,
	);
	await page.goto(site.origin);
	await page.waitForFunction(() => "readStatus" in window);
	await page.click("#plain");
	await page.clock.fastForward(3_000);
	await page.waitForFunction(() => document.title === "neutral");
	expect(await page.evaluate(() => "undertone" in window)).toBe(false);
	expect(complaints).toEqual([]);
});
