import type { Page, Route } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Account, newAccount, readMood } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import {
	eventsSent,
	idempotencyKeyOf,
	recordEvents,
	statusOf,
	tag,
	until,
	untilDelivered,
	untilStarted,
	watchRequests,
} from "./support/snippet.ts";
import { asCaptured, inOrder, storedEvents, withoutTimes } from "./support/stored-events.ts";

const EVENTS = "**/v1/sessions/*/events?*";
const newPage = useChromium();
const site = useHostSite();
let account: Account;

beforeAll(async () => {
	account = await newAccount(site.origin);
});

async function visit() {
	site.serve(HOST_PAGE + tag(account.publishable));
	const page = await newPage();
	await page.clock.install();
	const emitted = await recordEvents(page);
	const requests = watchRequests(page);
	await page.goto(`${site.origin}/shop`);
	await untilStarted(page);
	// From here on time passes only by `fastForward`, however long the clicks of a test take.
	await page.clock.pauseAt(await page.evaluate(() => Date.now() + 500));
	return { page, emitted, requests };
}

async function clickAround(page: Page, times: number) {
	for (let time = 0; time < times; time++) await page.click(time % 2 ? "#plain" : "#other");
}

/** Answers as the API would, to a page of another origin. */
const answer = (status: number, headers = {}) => ({
	status,
	headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After", ...headers },
	json: { error: "not this time" },
});

/** Moves the clock on until the next request for events is made. */
async function nextAttempt(page: Page, byMs = 5_000) {
	const [request] = await Promise.all([page.waitForRequest(EVENTS), page.clock.fastForward(byMs)]);
	return request;
}

describe("batches", () => {
	it("go out three seconds after their first event, without a preflight request", async () => {
		const { page, requests } = await visit();
		await clickAround(page, 4);
		await page.clock.fastForward(2_000);
		expect(await statusOf(page)).toMatchObject({ captured: 5, queued: 5 });
		expect(requests).toHaveLength(0);
		await page.clock.fastForward(1_000);
		await untilDelivered(page);
		expect(requests.map((request) => request.method())).toEqual(["POST"]);
		expect(eventsSent(requests)).toHaveLength(5);
	});

	it("go out at once when they hold twenty events", async () => {
		const { page, requests } = await visit();
		await clickAround(page, 19);
		await untilDelivered(page);
		expect(eventsSent(requests)).toHaveLength(20);
	});

	it("are stored as they were captured, and counted as they were stored", async () => {
		const { page, emitted } = await visit();
		await clickAround(page, 30);
		await page.clock.fastForward(3_000);
		const { session_id } = await untilDelivered(page);
		expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
		expect(await readMood(account, session_id ?? "")).toMatchObject({ event_count: 31 });
	});
});

describe("without a network", () => {
	it("events wait, and go out once when it is back", async () => {
		const { page, emitted, requests } = await visit();
		await page.context().setOffline(true);
		await clickAround(page, 45);
		for (let times = 0; times < 5; times++) await page.clock.fastForward(60_000);
		const offline = await statusOf(page);
		expect(offline).toMatchObject({ delivered: 0, queued: offline.captured });
		expect(requests).toHaveLength(0);
		await page.context().setOffline(false);
		await page.clock.fastForward(3_000);
		const { session_id } = await untilDelivered(page);
		expect(storedEvents(session_id ?? "").length).toBe(emitted.length);
		expect(eventsSent(requests).map(asCaptured)).toEqual(emitted);
	});

	it("events survive a change of page and go out from the next", async () => {
		const { page, emitted } = await visit();
		await page.route(EVENTS, (route) => route.abort("connectionfailed"));
		await clickAround(page, 25);
		await page.goto(`${site.origin}/next`);
		await untilStarted(page);
		await page.unroute(EVENTS);
		await page.clock.fastForward(60_000);
		const { session_id } = await untilDelivered(page);
		expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
	});
});

describe("leaving the page", () => {
	it("in the middle of a batch loses and doubles nothing", async () => {
		const { page, emitted } = await visit();
		await clickAround(page, 7);
		await page.goto(`${site.origin}/next`);
		await untilStarted(page);
		await page.clock.fastForward(3_000);
		const { session_id } = await untilDelivered(page);
		expect(emitted.filter(({ type }) => type === "page_view")).toHaveLength(2);
		expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
	});

	it("for good sends the rest", async () => {
		const { page, emitted } = await visit();
		await clickAround(page, 7);
		const { session_id } = await statusOf(page);
		await page.close({ runBeforeUnload: true });
		await expect.poll(() => storedEvents(session_id ?? ""), { timeout: 20_000 }).toEqual(inOrder(emitted));
	});
});

describe("a batch that fails", () => {
	it.each([500, 503, 429])("with %i is sent again, the same, until it is taken", async (status) => {
		const { page, emitted, requests } = await visit();
		let failures = 3;
		await page.route(EVENTS, (route) => (failures-- > 0 ? route.fulfill(answer(status)) : route.fallback()));
		await clickAround(page, 3);
		for (let attempt = 0; attempt < 4; attempt++) {
			const request = await nextAttempt(page);
			await request.response();
		}
		const { session_id } = await untilDelivered(page);
		expect(requests).toHaveLength(4);
		expect(new Set(requests.map(idempotencyKeyOf)).size).toBe(1);
		expect(new Set(requests.map((request) => request.postData())).size).toBe(1);
		expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
	});

	it("after it was stored, because the answer was lost, is not stored twice", async () => {
		const { page, emitted, requests } = await visit();
		const loseAnswer = async (route: Route) => {
			await route.fetch();
			await route.abort("connectionreset");
		};
		await page.route(EVENTS, loseAnswer, { times: 1 });
		await clickAround(page, 3);
		const [lost] = await Promise.all([page.waitForEvent("requestfailed"), page.clock.fastForward(3_000)]);
		expect(storedEvents((await statusOf(page)).session_id ?? "")).toEqual(inOrder(emitted));
		const again = await nextAttempt(page);
		expect(idempotencyKeyOf(again)).toBe(idempotencyKeyOf(lost));
		const { session_id } = await untilDelivered(page);
		expect(requests).toHaveLength(2);
		expect(storedEvents(session_id ?? "")).toEqual(inOrder(emitted));
	});

	it("waits at least as long as Retry-After says, also on the next page", async () => {
		const { page, emitted, requests } = await visit();
		await page.route(EVENTS, (route) => route.fulfill(answer(429, { "Retry-After": "120" })), { times: 1 });
		await clickAround(page, 3);
		await nextAttempt(page, 3_000);
		await page.waitForFunction(() => sessionStorage.getItem("undertone:hold-until"));
		await page.clock.fastForward(50_000);
		await page.goto(`${site.origin}/next`);
		await untilStarted(page);
		await page.clock.fastForward(50_000);
		expect((await statusOf(page)).delivered).toBe(0);
		expect(requests).toHaveLength(1);
		await page.clock.fastForward(21_000);
		const { session_id } = await untilDelivered(page);
		expect(withoutTimes(storedEvents(session_id ?? ""))).toEqual(withoutTimes(emitted));
	});

	it.each([400, 404, 413, 422])(
		"with %i is dropped and counted, and what follows goes on",
		async (status) => {
			const { page, requests } = await visit();
			await page.route(EVENTS, (route) => route.fulfill(answer(status)), { times: 1 });
			await clickAround(page, 3);
			await (await nextAttempt(page, 3_000)).response();
			await until(page, ({ dropped }) => dropped === 4);
			await page.clock.fastForward(600_000);
			expect(eventsSent(requests).filter(({ type }) => type === "click")).toHaveLength(3);
			await clickAround(page, 2);
			await page.clock.fastForward(3_000);
			await until(page, ({ queued }) => queued === 0);
			const { captured, delivered, dropped } = await statusOf(page);
			expect({ delivered, dropped }).toEqual({ delivered: captured - 4, dropped: 4 });
		},
	);

	it("because the key is not for this site is the last one", async () => {
		const stranger = await newAccount("https://elsewhere.example");
		site.serve(HOST_PAGE + tag(stranger.publishable));
		const page = await newPage();
		await page.clock.install();
		const requests = watchRequests(page);
		await page.goto(`${site.origin}/shop`);
		await untilStarted(page);
		await clickAround(page, 3);
		const request = await nextAttempt(page, 3_000);
		expect((await request.response())?.status()).toBe(403);
		await until(page, ({ state }) => state === "key_refused");
		await clickAround(page, 25);
		await page.clock.fastForward(60_000);
		expect(requests).toHaveLength(1);
		expect(await statusOf(page)).toMatchObject({ captured: 4, dropped: 4 });
	});
});

it("loses and doubles nothing on a bad line, over several pages", async () => {
	const { page, emitted } = await visit();
	const fates = [
		"lost answer",
		"down",
		"taken",
		"busy",
		"lost answer",
		"lost answer",
		"taken",
		"down",
		"busy",
	];
	let attempts = 0;
	await page.route(EVENTS, async (route) => {
		const fate = fates[attempts++ % fates.length];
		if (fate === "taken") return route.fallback();
		if (fate === "busy") return route.fulfill(answer(503));
		if (fate === "lost answer") await route.fetch();
		return route.abort("connectionreset");
	});
	for (const path of ["/second", "/third", "/fourth"]) {
		await clickAround(page, 30);
		await page.clock.fastForward(3_000);
		await page.goto(site.origin + path);
		await untilStarted(page);
	}
	const untilNothingWaits = async () => {
		await page.clock.fastForward(5_000);
		return (await statusOf(page)).queued;
	};
	await expect.poll(untilNothingWaits, { timeout: 50_000 }).toBe(0);
	const { session_id, dropped } = await statusOf(page);
	expect(dropped).toBe(0);
	expect(attempts).toBeGreaterThan(fates.length);
	expect(withoutTimes(storedEvents(session_id ?? ""))).toEqual(withoutTimes(emitted));
});

describe("the session", () => {
	it("is the tab's: it goes on from page to page, and another tab has another", async () => {
		const { page } = await visit();
		const { session_id } = await statusOf(page);
		await page.goto(`${site.origin}/next`);
		await untilStarted(page);
		expect((await statusOf(page)).session_id).toBe(session_id);
		const other = await page.context().newPage();
		await other.goto(`${site.origin}/shop`);
		await untilStarted(other);
		expect((await statusOf(other)).session_id).not.toBe(session_id);
	});

	it("ends after half an hour without interaction", async () => {
		const { page, requests } = await visit();
		const { session_id } = await statusOf(page);
		await page.clock.fastForward(29 * 60_000);
		await page.click("#plain");
		expect((await statusOf(page)).session_id).toBe(session_id);
		await page.clock.fastForward(31 * 60_000);
		expect((await statusOf(page)).session_id).toBeNull();
		await page.click("#other");
		const next = (await statusOf(page)).session_id;
		expect(next).not.toBe(session_id);
		await page.clock.fastForward(3_000);
		await untilDelivered(page);
		expect(
			requests.some((request) => request.url().startsWith(`${inject("api")}/v1/sessions/${next}/`)),
		).toBe(true);
	});
});
