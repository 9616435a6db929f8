import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { NOW, newAccount, publishableKey, testApi } from "../../support/api.ts";

const ORIGIN = "https://shop.example";
const PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const api = testApi();
/** Two of the five sessions that the plan would have a page begin, and one an address. */
const app = createApp(() => NOW);
const small = { ...env, PUBLISHABLE_SHARE: "0.0004", ADDRESS_SHARE: "0.0002" };

let secret: string;
let key: string;
let visits = 0;
beforeEach(async () => {
	secret = await newAccount(api);
	key = await publishableKey(api, secret, ORIGIN);
});

interface Visit {
	session?: string;
	address?: string;
	type?: string;
	userAgent?: string;
	with?: string;
}

async function visit({
	session = `s${++visits}`,
	address = `203.0.113.${++visits % 256}`,
	type = "click",
	userAgent = PERSON,
	with: by = key,
}: Visit = {}) {
	const response = await app.request(
		`https://api.test/v1/sessions/${session}/events`,
		{
			method: "POST",
			headers: { Origin: ORIGIN, "CF-Connecting-IP": address, "User-Agent": userAgent, "X-Api-Key": by },
			body: JSON.stringify({ type }),
		},
		small,
		createExecutionContext(),
	);
	return {
		status: response.status,
		retryAfter: response.headers.get("Retry-After"),
		body: (await response.json()) as { limit?: number; code?: string },
	};
}

const counted = async () =>
	(await api.request("GET", "/v1/analytics/moods", { key: secret })).body.total_sessions;

describe("sessions that a publishable key begins", () => {
	it("use up a share of the month and no more, so that they cannot lock the account out", async () => {
		expect([(await visit()).status, (await visit()).status]).toEqual([200, 200]);
		expect(await visit()).toMatchObject({ status: 429, body: { code: "quota_exceeded", limit: 2 } });
		expect((await visit({ with: secret })).status).toBe(200);
	});

	it("are few from one client address a day; one that has begun goes on", async () => {
		const address = "198.51.100.7";
		expect((await visit({ address, session: "mine" })).status).toBe(200);
		const { status, retryAfter, body } = await visit({ address });
		expect({ status, code: body.code }).toEqual({ status: 429, code: "rate_limited" });
		expect(Number(retryAfter)).toBe(14 * 3_600);
		expect((await visit({ address, session: "mine" })).status).toBe(200);
		expect((await visit({ address, with: secret })).status).toBe(200);
	});

	it("are stored and not counted for a bot", async () => {
		for (let i = 0; i < 4; i++) expect((await visit({ userAgent: BOT })).status).toBe(200);
		expect(await counted()).toBe(0);
	});

	it("are counted when somebody does something in them", async () => {
		for (let i = 0; i < 4; i++) expect((await visit({ type: "page_view" })).status).toBe(200);
		expect(await counted()).toBe(0);
		await visit({ session: "seen", type: "page_view" });
		expect((await visit({ session: "seen", type: "click" })).status).toBe(200);
		expect(await counted()).toBe(1);
	});
});
