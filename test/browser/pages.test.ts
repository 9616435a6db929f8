import { describe, expect, inject, it } from "vitest";
import { useWatchedPages } from "./support/watched-pages.ts";

const open = useWatchedPages();

describe("the pages", () => {
	it("lead from the front page to the demo, the console, the docs, the model card, the document and the notices", async () => {
		const { page, complaints } = await open("/");
		const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
		expect(links).toEqual([
			"/demo",
			"/console",
			"/docs",
			"/models/voice-emotion",
			"/openapi.json",
			"/third-party-notices",
		]);
		for (const link of links) expect((await page.request.get(inject("api") + link)).status()).toBe(200);
		expect(complaints).toEqual([]);
	});

	it("answer an unknown address with a page that leads back, and programs with JSON", async () => {
		const { page } = await open("/nowhere");
		expect(await page.locator("h1").textContent()).toBe("There is no page here");
		await page.locator("main a").first().click();
		expect(new URL(page.url()).pathname).toBe("/");
		const asBrowser = { headers: { Accept: "text/html,*/*" } };
		expect((await fetch(`${inject("api")}/nowhere`, asBrowser)).status).toBe(404);
		for (const path of ["/nowhere", "/api/nowhere", "/v1/nowhere"]) {
			const answer = await fetch(inject("api") + path, path === "/nowhere" ? {} : asBrowser);
			expect(answer.status).toBe(404);
			expect(await answer.json()).toMatchObject({ code: "not_found" });
		}
	});

	it("have an icon for browsers that ask for favicon.ico", async () => {
		const answer = await fetch(`${inject("api")}/favicon.ico`);
		expect(answer.status).toBe(200);
		const bytes = new Uint8Array(await answer.arrayBuffer());
		expect([...bytes.slice(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
		expect(String.fromCharCode(...bytes.slice(23, 26))).toBe("PNG");
	});

	it("name every part that others made, with the whole text of its licence", async () => {
		const { page } = await open("/third-party-notices");
		const text = (await page.locator("main").textContent()) ?? "";
		expect(text).toMatch(/codec-parser\s+2\.5\.0, LGPL-3\.0-or-later/);
		expect(text).toMatch(/libmpg123\s+in mpg123-decoder [\d.]+, LGPL-2\.1-only/);
		expect(text).toMatch(/mediabunny\s+[\d.]+, MPL-2\.0/);
		const licences = await page.locator("pre").allTextContents();
		expect(licences.length).toBe(await page.locator("h2").count());
		for (const licence of licences) expect(licence.length).toBeGreaterThan(200);
	});

	it("say in their headers that nothing but their own origin runs", async () => {
		for (const path of ["/", "/demo", "/docs", "/models/voice-emotion"]) {
			const { headers } = await fetch(inject("api") + path);
			expect(headers.get("Content-Security-Policy")).toContain("script-src 'self'");
			expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		}
	});
});
