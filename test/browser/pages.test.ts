import { describe, expect, inject, it } from "vitest";
import { useWatchedPages } from "./support/watched-pages.ts";

const open = useWatchedPages();

describe("the pages", () => {
	it("lead from the front page to the demo, the console, the docs, the model card, the document and the notices", async () => {
		const { page, complaints } = await open("/");
		const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
		for (const page of [
			"/demo",
			"/console",
			"/docs",
			"/models/voice-emotion",
			"/openapi.json",
			"/third-party-notices",
		])
			expect(links).toContain(page);
		for (const link of new Set(links))
			expect((await page.request.get(new URL(link ?? "", page.url()).href)).status(), String(link)).toBe(200);
		expect(complaints).toEqual([]);
	});

	it("read their own visitor, say why, and stop when told to", async () => {
		const { page, complaints } = await open("/", { bypassCSP: false });
		for (let i = 0; i < 6; i++) {
			await page.mouse.wheel(0, 250);
			await page.waitForTimeout(400);
		}
		await expect.poll(() => page.textContent("#seen"), { timeout: 15_000 }).toMatch(/[1-9]\d* events sent/);
		await page.locator("#reading:not([data-mood=unknown])").waitFor();
		await page.click("#consent");
		expect(await page.textContent("#mood")).toBe("not reading");
		expect(await page.textContent("#consent")).toBe("Read me again");
		expect(complaints).toEqual([]);
	});

	it("give a key and run a first reading with it", async () => {
		const { page } = await open("/");
		await page.click("#open");
		expect(await page.textContent("#name-error")).toContain("Please give a name");
		await page.fill("#name", "Acme");
		await page.click("#open");
		await page.locator("#have").waitFor();
		const key = await page.textContent("#key");
		expect(key).toMatch(/^sm_[0-9a-f]{48}$/);
		expect(await page.textContent("#request")).toContain(String(key));
		await page.click("#run");
		await expect.poll(() => page.textContent("#answer")).toContain('"mood": "frustrated"');
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
