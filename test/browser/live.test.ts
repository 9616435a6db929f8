import type { Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import type { Intervention, MoodReading, Undertone } from "../../src/sdk/public.d.ts";
import { type Account, newAccount, readMood } from "./support/api.ts";
import { useChromium } from "./support/chromium.ts";
import { HOST_PAGE } from "./support/host-page.ts";
import { useHostSite } from "./support/host-site.ts";
import { statusOf, tag, untilDelivered, untilStarted } from "./support/snippet.ts";

const newPage = useChromium();
const site = useHostSite();
let account: Account;
beforeEach(async () => {
	account = await newAccount(site.origin);
});

interface Told {
	moods: MoodReading[];
	interventions: Intervention[];
	sockets: string[];
}

/** A page that wants to know moods and interventions at once. */
async function open(path = "/"): Promise<{ page: Page; told: Told }> {
	const page = await newPage();
	const told: Told = { moods: [], interventions: [], sockets: [] };
	page.on("websocket", (socket) => told.sockets.push(socket.url()));
	await page.exposeFunction("tellMood", (mood: MoodReading) => told.moods.push(mood));
	await page.exposeFunction("tellIntervention", (each: Intervention) => told.interventions.push(each));
	await page.addInitScript(() => {
		const host = window as unknown as Record<"tellMood" | "tellIntervention", (value: unknown) => void>;
		window.undertone ??= { q: [] };
		window.undertone.q.push((undertone) => {
			undertone.onMood(host.tellMood);
			undertone.onIntervention(host.tellIntervention);
		});
	});
	site.serve(HOST_PAGE + tag(account.publishable));
	await page.goto(site.origin + path);
	await untilStarted(page);
	return { page, told };
}

const post = (path: string, body: unknown) =>
	fetch(inject("api") + path, {
		method: "POST",
		headers: { "X-Api-Key": account.secret, "Content-Type": "application/json" },
		body: JSON.stringify(body),
	}).then((response) => response.json());
/** What the site's own server knows of the visit. */
const declined = (session: string) =>
	post(`/v1/sessions/${session}/events`, {
		events: Array.from({ length: 6 }, (_, i) => ({
			type: i % 2 ? "error" : "rage_click",
			ts: Date.now() / 1000 - 3 + i / 2,
			x: 400,
			y: 300,
		})),
	});

describe("a page that asks for live moods", () => {
	it("is told of what others report of its session, by a socket", async () => {
		const { page, told } = await open();
		await page.click("#plain");
		const { session_id: session } = await untilDelivered(page);
		await expect.poll(() => told.sockets.length, { timeout: 10_000 }).toBe(1);
		await declined(String(session));
		await expect.poll(() => told.moods.at(-1)?.mood, { timeout: 10_000 }).toBe("frustrated");
		expect(told.moods.at(-1)).toMatchObject({ mood: (await readMood(account, String(session))).mood });
	});

	it("shows an intervention once, whichever way it comes", async () => {
		const { intervention_id: _, ...rest } = { intervention_id: "", name: "Chat", action: "show_live_chat" };
		const made = await post("/v1/interventions", {
			...rest,
			when: { moods: ["frustrated"] },
			holdout: 0,
			payload: { text: "Can we help?" },
		});
		const { page, told } = await open();
		await page.click("#throws");
		for (let i = 0; i < 4; i++) await page.click("#throws", { delay: 20 });
		await expect.poll(() => told.interventions.length, { timeout: 15_000 }).toBe(1);
		expect(told.interventions[0]).toEqual({
			...rest,
			id: expect.any(String),
			intervention_id: made.id,
			payload: { text: "Can we help?" },
		});
		await untilDelivered(page);
		expect(told.interventions).toHaveLength(1);
	});

	it("opens no socket while it is hidden, and one again when it is seen", async () => {
		const { page, told } = await open();
		await page.click("#plain");
		await expect.poll(() => told.sockets.length, { timeout: 10_000 }).toBe(1);
		await untilDelivered(page);
		await expect.poll(() => told.moods.length, { timeout: 10_000 }).toBe(1);
		const setHidden = (hidden: boolean) =>
			page.evaluate((hidden) => {
				Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
				document.dispatchEvent(new Event("visibilitychange"));
			}, hidden);
		await setHidden(true);
		const { session_id: session } = await statusOf(page);
		const before = told.moods.length;
		await declined(String(session));
		expect(told.moods.length).toBe(before);
		await setHidden(false);
		await expect.poll(() => told.moods.at(-1)?.mood, { timeout: 10_000 }).toBe("frustrated");
		expect(told.sockets.length).toBe(2);
	});

	it("has the reading of each batch where sockets are forbidden", async () => {
		const api = inject("api");
		const page = await newPage();
		site.serve(`<button>Buy</button>${tag(account.publishable)}`, {
			"Content-Security-Policy": `default-src 'none'; script-src ${api}; connect-src ${api}/v1/sessions/`,
		});
		await page.goto(site.origin);
		await untilStarted(page);
		const told = page.evaluate(
			() =>
				new Promise<MoodReading>((resolve) => {
					(window.undertone as Undertone).onMood(resolve);
				}),
		);
		await page.click("button");
		expect((await told).mood).toBe("neutral");
	});
});

it("an outcome arrives after the events, also when the page is left at once", async () => {
	const { id } = await post("/v1/interventions", {
		name: "Chat",
		action: "chat",
		when: { moods: ["neutral"], min_confidence: 0 },
		holdout: 0,
		goal: "purchase",
	});
	const { page } = await open();
	await page.click("#plain");
	const { session_id: session } = await untilDelivered(page);
	await page.evaluate(() => (window.undertone as Undertone).outcome("purchase", 49.9));
	await page.goto("about:blank");
	const outcomesOf = async () => {
		const again = await fetch(`${inject("api")}/v1/interventions/${id}/report`, {
			headers: { "X-Api-Key": account.secret },
		});
		return (await again.json()).treated.sessions;
	};
	await expect.poll(outcomesOf, { timeout: 10_000 }).toBe(1);
	const refused = await post(`/v1/sessions/${session}/outcomes`, {});
	expect(refused.error).toBe("Missing required field");
});
