import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Undertone } from "../../src/sdk/public.d.ts";
import { debianBrowser } from "../browsers.ts";
import { freePort } from "../free-port.ts";
import { startLocalServer } from "../local-server.ts";
import { checked, table } from "./table.ts";

const ROUNDS = 20;
/** The contract: listeners are told within so many ms of the event at the 95th percentile, locally. */
const TARGET_MS = 300;

/** What is used of the page's globals. */
interface InPage {
	undertone: Undertone;
	localStorage: { getItem(name: string): string | null; setItem(name: string, value: string): void };
	began: number;
	changedAt?: number;
}

/** Does what changes the mood of a session, in the page. */
type Cause = (page: Page, session: string) => Promise<void>;

const CAUSES: Readonly<Record<string, Cause>> = {
	"what the page itself reports": (page) =>
		page.evaluate(() => (globalThis as unknown as InPage).undertone.trackError("Payment failed")),
	"what a server posts": (page, session) =>
		page.evaluate(async (id) => {
			const key = (globalThis as unknown as InPage).localStorage.getItem("undertone-demo-key") ?? "";
			const events = Array.from({ length: 6 }, (_, i) => ({
				type: i % 2 ? "error" : "rage_click",
				ts: Date.now() / 1000 - 3 + i / 2,
				x: 10,
				y: 10,
			}));
			const body = JSON.stringify({ events });
			await fetch(`/v1/sessions/${id}/events?key=${key}`, { method: "POST", body });
		}, session),
};

/** How soon a listener is told in Chromium after the event that changed the reading. */
export async function benchLive(): Promise<void> {
	const state = await mkdtemp(join(tmpdir(), "undertone-bench-live-"));
	const server = await startLocalServer({ port: await freePort(), state, output: "ignore" });
	const browser = await chromium.launch({
		executablePath: debianBrowser("chromium"),
		args: ["--no-sandbox", "--headless", "--disable-gpu"],
	});
	try {
		const key = await keyOf(browser, server.url);
		console.log(
			`From the event to the listener in Chromium, ${ROUNDS} new visits each; server, browser and this share the machine.\n`,
		);
		const rows: { name: string; all: number[] }[] = [];
		for (const [name, cause] of Object.entries(CAUSES)) {
			const all: number[] = [];
			for (let round = 0; round < ROUNDS; round++)
				all.push(await delay(await newVisitor(browser, key), server.url, cause));
			rows.push({ name, all });
		}
		console.log(
			table(
				["the reading changes by", "median", "95th percentile"],
				rows.map(({ name, all }) => [name, `${quantile(all, 0.5)} ms`, `${quantile(all, 0.95)} ms`]),
			),
		);
		console.log("\nTargets");
		for (const { name, all } of rows) {
			const measured = quantile(all, 0.95);
			const target = `told after ${name}, 95th percentile at most ${TARGET_MS} ms`;
			console.log(checked(measured <= TARGET_MS, target, `${measured} ms`));
		}
	} finally {
		await browser.close();
		await server.stop();
		await rm(state, { recursive: true, force: true });
	}
}

const quantile = (values: readonly number[], share: number): number =>
	Math.round(
		values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0,
	);

/** The key that the demo makes for itself: one for all visitors. */
async function keyOf(browser: Browser, url: string): Promise<string> {
	const page = await browser.newPage();
	await page.goto(`${url}/demo`);
	const stored = await page.waitForFunction(() =>
		(globalThis as unknown as InPage).localStorage.getItem("undertone-demo-key"),
	);
	const key = await stored.jsonValue();
	await page.close();
	return key ?? "";
}

async function newVisitor(browser: Browser, key: string): Promise<Page> {
	const context = await browser.newContext();
	await context.addInitScript(
		(known) => (globalThis as unknown as InPage).localStorage.setItem("undertone-demo-key", known),
		key,
	);
	return context.newPage();
}

/** Milliseconds from the cause to the change of mood, in a visit of its own. */
async function delay(page: Page, url: string, cause: Cause): Promise<number> {
	const opened = page.waitForEvent("websocket");
	await page.goto(`${url}/demo`);
	await opened;
	await page.waitForFunction(
		() => (globalThis as unknown as Partial<InPage>).undertone?.status?.().session_id,
	);
	await page.waitForTimeout(600);
	const session = await page.evaluate(
		() => (globalThis as unknown as InPage).undertone.status().session_id ?? "",
	);
	await page.evaluate(() => {
		const seen = globalThis as unknown as InPage;
		seen.began = performance.now();
		const { undertone } = seen;
		const before = undertone.status().captured;
		undertone.onReading(({ event_count: count }) => {
			if (count > before) seen.changedAt ??= performance.now();
		});
	});
	await cause(page, session);
	await page.waitForFunction(() => (globalThis as unknown as InPage).changedAt !== undefined);
	const found = await page.evaluate(() => {
		const { changedAt = 0, began } = globalThis as unknown as InPage;
		return changedAt - began;
	});
	await page.context().close();
	return found;
}
