import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	chromium,
	type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { debianBrowser } from "../../../scripts/browsers.ts";

const ARGS = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** One Chromium for a test file, with its back/forward cache and further arguments if wanted. Each page has a context of its own. */
export function useChromium({
	bfcache = false,
	args = [] as readonly string[],
} = {}): (options?: BrowserContextOptions) => Promise<Page> {
	let browser: Browser;
	const contexts: BrowserContext[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: debianBrowser("chromium"),
			args: [...ARGS, ...args],
			ignoreDefaultArgs: bfcache ? ["--disable-back-forward-cache"] : [],
		});
	});
	afterEach(async () => {
		await Promise.all(contexts.splice(0).map((context) => context.close()));
	});
	afterAll(() => browser.close());
	return async (options = {}) => {
		const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
		contexts.push(context);
		return context.newPage();
	};
}
