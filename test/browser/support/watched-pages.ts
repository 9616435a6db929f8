import type { BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { useChromium } from "./chromium.ts";

interface WatchedPage {
	page: Page;
	/** What a stranger must not see: requests to elsewhere, failures, console errors. */
	complaints: string[];
}

/** Opens pages of the local server and notes what is wrong with them. */
export function useWatchedPages(): (path: string, options?: BrowserContextOptions) => Promise<WatchedPage> {
	const newPage = useChromium();
	return async (path, options) => {
		const page = await newPage(options);
		const complaints: string[] = [];
		const isOurs = (url: string) => url.startsWith(inject("api")) || url.startsWith("data:");
		page.on("request", (request) => isOurs(request.url()) || complaints.push(`elsewhere: ${request.url()}`));
		page.on(
			"response",
			(response) => response.status() < 400 || complaints.push(`${response.status()}: ${response.url()}`),
		);
		page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
		page.on("pageerror", (error) => complaints.push(error.message));
		await page.goto(inject("api") + path);
		return { page, complaints };
	};
}
