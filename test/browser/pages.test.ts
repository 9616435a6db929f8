import { describe, expect, inject, it } from "vitest";
import { useWatchedPages } from "./support/watched-pages.ts";

const open = useWatchedPages();

describe("the pages", () => {
	it("lead from the front page to the demo, the reference, the model card and the document", async () => {
		const { page, complaints } = await open("/");
		const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
		expect(links).toEqual(["/demo", "/docs", "/models/voice-emotion", "/openapi.json"]);
		for (const link of links) expect((await page.request.get(inject("api") + link)).status()).toBe(200);
		expect(complaints).toEqual([]);
	});

	it("show the whole reference without a network", async () => {
		const { page, complaints } = await open("/docs");
		await page.locator("#operations-Session_mood-post_v1_sessions__id__events").waitFor();
		const document = await (await page.request.get(`${inject("api")}/openapi.json`)).json();
		const operations = Object.values<object>(document.paths).flatMap((path) => Object.keys(path));
		expect(await page.locator(".opblock").count()).toBe(operations.length);
		expect(complaints).toEqual([]);
	});

	it("let a visitor try an endpoint from the reference", async () => {
		const { page } = await open("/docs");
		await page.locator("#operations-Service-get_health").click();
		await page.locator("#operations-Service-get_health button.execute").click();
		await page.locator(".live-responses-table .response-col_status >> text=200").waitFor();
	});

	it("say in their headers that nothing but their own origin runs", async () => {
		for (const path of ["/", "/demo", "/docs", "/models/voice-emotion"]) {
			const { headers } = await fetch(inject("api") + path);
			expect(headers.get("Content-Security-Policy")).toContain("script-src 'self'");
			expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		}
	});
});
