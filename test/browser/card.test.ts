import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { cardPage } from "../../scripts/pages/card.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

const PAGE = "/models/voice-emotion";
const FACTS = `${PAGE}.json`;
const PHONE = { viewport: { width: 390, height: 844 } };

const open = useWatchedPages();
const get = (path: string) => fetch(inject("api") + path);

describe("the page of the model card", () => {
	it("has every section in its contents and complains of nothing", async () => {
		const { page, complaints } = await open(PAGE);
		const sections = await page.locator("h2").evaluateAll((all) => all.map(({ id }) => `#${id}`));
		const links = page.locator(".contents a");
		expect(sections.length).toBeGreaterThan(3);
		expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual(sections);
		expect(new Set(sections).size).toBe(sections.length);
		expect(complaints).toEqual([]);
	});

	it("shows the figures that the tests recompute", async () => {
		const { figures } = await (await get(FACTS)).json();
		const { page } = await open(PAGE);
		const row = page.locator("tr", { hasText: "UAR, mean of the corpora" });
		const shown = await row.locator("td").allTextContents();
		const { clips, notes } = figures.check;
		expect(shown.slice(1)).toEqual([clips.macro.toFixed(3), notes.macro.toFixed(3)]);
	});

	it("fits a phone: wide tables and diagrams stay in boxes of their own", async () => {
		const { page } = await open(PAGE, PHONE);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		expect(await page.locator("table").count()).toBeGreaterThan(0);
		expect(await page.locator("table").count()).toBe(await page.locator(".table > table").count());
		const edges = await page
			.locator(".table, main img, main svg, pre")
			.evaluateAll((all) => all.map((box) => box.getBoundingClientRect().right));
		expect(Math.max(...edges)).toBeLessThanOrEqual(390);
	});

	it("lets the keyboard scroll a wide table", async () => {
		const { page } = await open(PAGE, { viewport: { width: 160, height: 844 } });
		const table = page.locator(".table").first();
		await table.focus();
		await page.keyboard.press("ArrowRight");
		await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
	});

	it("follows the colour scheme", async () => {
		const papers = [];
		for (const colorScheme of ["light", "dark"] as const) {
			const { page } = await open(PAGE, { colorScheme });
			papers.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
		}
		expect(papers).toEqual(["rgb(248, 245, 239)", "rgb(22, 20, 18)"]);
	});

	it("is served, as its facts are, without running the Worker", async () => {
		for (const path of [PAGE, FACTS]) {
			const { status, headers } = await get(path);
			expect(status).toBe(200);
			expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'");
			expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
			expect(headers.has("X-Request-Id")).toBe(false);
		}
		expect((await get("/health")).headers.has("X-Request-Id")).toBe(true);
	});

	it("has the facts of the weights that ship", async () => {
		const response = await get(FACTS);
		const weights = await readFile("models/voice-emotion.onnx");
		expect(response.headers.get("Content-Type")).toContain("application/json");
		expect((await response.json()).sha256).toBe(createHash("sha256").update(weights).digest("hex"));
	});
});

describe("a card becomes a page", () => {
	it("with the files it shows or links to, and nothing from elsewhere", () => {
		const { files } = cardPage(
			"# Card\n\n![Diagram](voice-emotion-reliability.svg) [weights](voice-emotion.onnx)\n\n" +
				"[law](https://example.org/) [reference](/docs) [below](#licences)",
			[],
		);
		expect(files).toEqual(["voice-emotion-reliability.svg", "voice-emotion.onnx"]);
	});

	it("with its heading as the title and the contents under it", () => {
		const { html } = cardPage("# My model\n\nText.\n\n## Cost: $& more\n\n### Detail\n", [
			"/assets/card.css",
		]);
		expect(html).toContain("<title>My model · Undertone</title>");
		expect(html).toMatch(
			/<\/h1>\n<nav class="contents".*href="#cost-more">Cost: \$& more<\/a><\/li><\/ul><\/nav>/,
		);
		expect(html).toContain('<link rel="stylesheet" href="/assets/card.css" />');
		expect(html).not.toContain("#detail");
	});

	it("with diagrams that stand in it", () => {
		const diagram = '<svg viewBox="0 0 1 1"><title>Reliability</title></svg>';
		expect(cardPage(`# Card\n\n${diagram}\n`, []).html).toContain(diagram);
	});

	it("unless it links to what is not served", () => {
		expect(() => cardPage("[source](../src/voice/analyse-voice.ts)", [])).toThrow(
			"../src/voice/analyse-voice.ts",
		);
	});
});
