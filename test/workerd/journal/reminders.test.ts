import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { type Context, contextOf } from "../../../src/context.ts";
import { doJournalChores } from "../../../src/journal/scheduled.ts";
import { journalErasure } from "../../../src/journal/your-data/erasure.ts";
import { testApi } from "../../support/api.ts";
import { addEntry, newPerson, type Person, TODAY } from "../../support/journal.ts";
import { newBrowser, newPushIdentity, newPushService, type TestBrowser } from "../../support/push-service.ts";

const api = testApi();
const identity = await newPushIdentity();
const AT_EIGHT = Date.UTC(2026, 4, 4, 14, 30);
const MINUTE = 60_000;
const DAY = 86_400_000;

let service: ReturnType<typeof newPushService>;
let hosts = 0;
let browsers = 0;
/** Every test has a push service of its own. */
beforeEach(() => {
	service = newPushService(identity.publicKey, `push-${++hosts}.notify.windows.com`);
});

/** Runs what the cron trigger runs, at that instant. */
async function cron(now: number): Promise<string[]> {
	const context: Context = { ...contextOf(env), now: () => now };
	const config = { ...context.config, pushIdentity: identity };
	const before = service.deliveries.length;
	await doJournalChores({ ...context, config }, { erasure: journalErasure, fetcher: service.fetch });
	return service.deliveries.slice(before).map(({ endpoint }) => endpoint);
}

async function subscribed(settings: object = {}): Promise<{ me: Person; browser: TestBrowser }> {
	const me = await newPerson(api);
	const browser = await newBrowser(`https://${service.host}/${++browsers}`);
	await me.request("PATCH", "/api/settings", { body: { reminderEnabled: true, ...settings } });
	expect((await me.request("POST", "/api/settings/push", { body: browser.subscription })).status).toBe(201);
	return { me, browser };
}

describe("reminders", () => {
	it("come at the time in the person's zone, encrypted for their browser", async () => {
		const { browser } = await subscribed({ preferredLanguage: "hi" });
		expect(await cron(AT_EIGHT - MINUTE)).toEqual([]);
		expect(await cron(AT_EIGHT)).toEqual([browser.subscription.endpoint]);
		const [delivery] = service.deliveries;
		expect(delivery?.headers.get("Content-Encoding")).toBe("aes128gcm");
		expect(Number(delivery?.headers.get("TTL"))).toBeGreaterThan(0);
		const text = await browser.decrypt(delivery?.body ?? new Uint8Array());
		expect(JSON.parse(text)).toEqual({
			title: "आज का दिन कैसा रहा?",
			body: "आधा मिनट बोलना काफ़ी है।",
			url: "/journal",
		});
	});

	it("come once a day, however often the clock is looked at, and again the next day", async () => {
		const { browser } = await subscribed();
		const { endpoint } = browser.subscription;
		const atOnce = await Promise.all([cron(AT_EIGHT), cron(AT_EIGHT), cron(AT_EIGHT)]);
		expect(service.deliveries).toHaveLength(1);
		expect(atOnce).toHaveLength(3);
		expect(await cron(AT_EIGHT + 5 * MINUTE)).toEqual([]);
		expect(await cron(AT_EIGHT + DAY - MINUTE)).toEqual([]);
		expect(await cron(AT_EIGHT + DAY)).toEqual([endpoint]);
	});

	it("do not come once today's entry exists", async () => {
		const { me, browser } = await subscribed();
		await addEntry(me, { date: TODAY });
		expect(await cron(AT_EIGHT)).toEqual([]);
		expect(await cron(AT_EIGHT + DAY)).toEqual([browser.subscription.endpoint]);
	});

	it("do not come when they are off, or on another day because nobody was awake", async () => {
		const { me } = await subscribed();
		await me.request("PATCH", "/api/settings", { body: { reminderEnabled: false } });
		const { browser } = await subscribed();
		expect(await cron(AT_EIGHT + 5 * 3_600_000)).toEqual([]);
		expect(await cron(AT_EIGHT + DAY)).toEqual([browser.subscription.endpoint]);
	});

	it("follow changes of time and zone, and are not repeated by them", async () => {
		const { me, browser } = await subscribed({ reminderTime: "15:31" });
		const at = Date.UTC(2026, 4, 4, 10, 1);
		expect(await cron(at)).toEqual([browser.subscription.endpoint]);
		await me.request("PATCH", "/api/settings", { body: { reminderTime: "16:00" } });
		await me.request("PATCH", "/api/settings", { body: { timezone: "America/New_York" } });
		expect(await cron(at + 3_600_000)).toEqual([]);
		expect(await cron(Date.UTC(2026, 4, 4, 20, 0))).toEqual([]);
		expect(await cron(Date.UTC(2026, 4, 5, 20, 0))).toEqual([browser.subscription.endpoint]);
	});

	it("forget a browser that took its subscription back", async () => {
		const { me } = await subscribed();
		service.status = 410;
		await cron(AT_EIGHT);
		expect((await me.get("/api/settings/push")).body.data.subscriptions).toEqual([]);
	});

	it("are tried again for an hour when the push service is down", async () => {
		const { browser } = await subscribed();
		service.status = 503;
		await cron(AT_EIGHT);
		expect(await cron(AT_EIGHT + 4 * MINUTE)).toEqual([]);
		service.status = 201;
		expect(await cron(AT_EIGHT + 5 * MINUTE)).toEqual([browser.subscription.endpoint]);
		expect(await cron(AT_EIGHT + 10 * MINUTE)).toEqual([]);
	});

	it("reach the others when one person's turn fails", async () => {
		const { me } = await subscribed();
		const { browser } = await subscribed();
		const setZone = env.DB.prepare("update user_settings set timezone = ? where user_id = ?");
		await setZone.bind("Gone/Zone", me.id).run();
		await expect(cron(AT_EIGHT)).rejects.toThrow("journal chores failed");
		expect(service.deliveries.map(({ endpoint }) => endpoint)).toEqual([browser.subscription.endpoint]);
		await setZone.bind("Asia/Kolkata", me.id).run();
		expect(await cron(AT_EIGHT + MINUTE)).toHaveLength(1);
	});

	it("reach everyone who is due", async () => {
		const people = [];
		for (let i = 0; i < 23; i++) people.push((await subscribed()).browser.subscription.endpoint);
		expect((await cron(AT_EIGHT)).sort()).toEqual(people.sort());
	});
});

describe("POST /api/settings/push", () => {
	it("takes the same browser once, for the person who signed in last", async () => {
		const { me, browser } = await subscribed();
		await me.request("POST", "/api/settings/push", { body: browser.subscription });
		expect((await me.get("/api/settings/push")).body.data.subscriptions).toMatchObject([
			{ service: service.host },
		]);
		const other = await newPerson(api);
		await other.request("POST", "/api/settings/push", { body: browser.subscription });
		expect((await me.get("/api/settings/push")).body.data.subscriptions).toEqual([]);
		expect((await other.get("/api/settings/push")).body.data.subscriptions).toHaveLength(1);
	});

	it("leaves a browser with its person when somebody else knows only its address", async () => {
		const { me, browser } = await subscribed();
		const thief = await newPerson(api);
		const { keys } = (await newBrowser(browser.subscription.endpoint)).subscription;
		const answer = await thief.request("POST", "/api/settings/push", {
			body: { endpoint: browser.subscription.endpoint, keys },
		});
		expect(answer).toMatchObject({ status: 409, body: { code: "conflict" } });
		expect((await me.get("/api/settings/push")).body.data.subscriptions).toHaveLength(1);
		expect((await thief.get("/api/settings/push")).body.data.subscriptions).toEqual([]);
	});

	it("refuses what is no subscription of a browser to a push service", async () => {
		const me = await newPerson(api);
		const { subscription } = await newBrowser("https://updates.push.services.mozilla.com/x");
		const { keys } = subscription;
		for (const endpoint of [
			"http://fcm.googleapis.com/x",
			"https://127.0.0.1/x",
			"https://localhost/x",
			"https://[::1]/x",
			"https://a:b@fcm.googleapis.com/",
			"https://fcm.googleapis.com:8443/",
			"https://push.example/x",
			"https://metadata.google.internal/x",
			"https://fcm.googleapis.com.127.0.0.1.nip.io/x",
			"https://notify.windows.com.evil.example/x",
			"x",
			"https://10.1/",
		]) {
			expect(
				(await me.request("POST", "/api/settings/push", { body: { endpoint, keys } })).status,
				endpoint,
			).toBe(400);
		}
		const badKeys = [
			{},
			{ ...keys, auth: "short" },
			{ ...keys, p256dh: "x" },
			{ ...keys, p256dh: `B${"A".repeat(86)}` },
		];
		for (const bad of badKeys) {
			const { status, body } = await me.request("POST", "/api/settings/push", {
				body: { ...subscription, keys: bad },
			});
			expect(status, JSON.stringify(bad)).toBe(400);
			expect(body.details[0].field).toMatch(/^keys/);
		}
		expect((await me.get("/api/settings/push")).body.data.subscriptions).toEqual([]);
	});

	it("takes 20 browsers and no more", async () => {
		const me = await newPerson(api);
		const { subscription } = await newBrowser("https://updates.push.services.mozilla.com/y");
		const add = (i: number) =>
			me.request("POST", "/api/settings/push", {
				body: { ...subscription, endpoint: `https://updates.push.services.mozilla.com/many/${i}` },
			});
		for (let i = 0; i < 20; i++) expect((await add(i)).status).toBe(201);
		expect((await add(20)).status).toBe(409);
		expect((await add(3)).status).toBe(201);
	});

	it("is undone by its person only", async () => {
		const { me, browser } = await subscribed();
		const body = { endpoint: browser.subscription.endpoint };
		const stranger = await newPerson(api);
		expect((await stranger.request("DELETE", "/api/settings/push", { body })).status).toBe(404);
		expect((await me.request("DELETE", "/api/settings/push", { body: {} })).status).toBe(400);
		expect((await me.request("DELETE", "/api/settings/push", { body })).status).toBe(200);
		expect((await me.request("DELETE", "/api/settings/push", { body })).status).toBe(404);
	});
});
