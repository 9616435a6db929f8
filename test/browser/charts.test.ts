import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedConfig } from "../../scripts/web.ts";
import { faultsOf } from "./support/axe.ts";
import { useChromium } from "./support/chromium.ts";

const newPage = useChromium();
const root = join(import.meta.dirname, "charts");
let folder: string;
let server: PreviewServer;

/** The policy that the pages are served under. */
async function policy(): Promise<string> {
	const headers = await readFile("src/web/public/_headers", "utf8");
	return /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? "";
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "undertone-charts-"));
	const config = { ...sharedConfig, root, publicDir: false as const };
	await build({
		...config,
		build: { outDir: folder, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
	});
	const headers = { "Content-Security-Policy": await policy() };
	server = await preview({
		...config,
		build: { outDir: folder },
		preview: { port: 0, host: "127.0.0.1", headers },
	});
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

async function openCharts(
	options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
	const page = await newPage(options);
	const complaints: string[] = [];
	page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	await page.goto(server.resolvedUrls?.local[0] ?? "");
	await page.locator("figure").nth(5).waitFor();
	return { page, complaints };
}

describe("charts", () => {
	it("keep to the policy of the pages, and add no style attribute", async () => {
		const { page, complaints } = await openCharts();
		expect(await page.locator(".chart [style]").count()).toBe(0);
		expect(complaints).toEqual([]);
	});

	it.each([
		{ viewport: { width: 390, height: 844 }, colorScheme: "light" },
		{ viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
	] as const)("fit $viewport.width pixels without a fault that axe finds", async (screen) => {
		const { page } = await openCharts({ ...screen, bypassCSP: true });
		expect(await faultsOf(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.viewport.width);
		const inside = await page.locator(".chart svg[role=group]").evaluateAll((all) =>
			all.map((svg) => {
				const card = svg.closest(".card")?.getBoundingClientRect();
				const edges = [...svg.querySelectorAll("text, .bar, .pixel")].map((part) =>
					part.getBoundingClientRect(),
				);
				return edges.every(({ left, right }) => left >= (card?.left ?? 0) && right <= (card?.right ?? 0));
			}),
		);
		expect(inside).toEqual(inside.map(() => true));
	});

	it("say in words and in a table what they show", async () => {
		const { page } = await openCharts();
		for (const figure of await page.locator("figure").all()) {
			expect(await figure.locator("figcaption p").textContent()).toMatch(/^[A-Z0-9].*\.$/);
			await figure.locator("summary").click();
			expect(await figure.getByRole("row").count()).toBeGreaterThan(4);
		}
		const bars = page.locator("figure", { hasText: "Bars" }).last();
		expect(await bars.locator("figcaption p").textContent()).toMatch(
			/^Most often: \w+, \d+ of \d+ \(\d+%\)\.$/,
		);
	});

	it("are one stop for the tabulator, and are walked by arrow keys that say each point", async () => {
		const { page } = await openCharts();
		const walk = page.getByRole("figure", { name: "A line with a band" });
		await walk.locator("[data-point='0']").focus();
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
		expect(await focused()).toMatch(/^3 May: frustrated \d+, confused \d+, decisive \d+$/);
		expect(await walk.locator(".chart-readout").textContent()).toBe(await focused());
		await page.keyboard.press("End");
		expect(await focused()).toMatch(/^14 May/);
		await page.keyboard.press("ArrowRight");
		expect(await focused()).toMatch(/^14 May/);
		expect(await walk.locator("svg [tabindex='0']").count()).toBe(1);

		const year = page.getByRole("figure", { name: "A year in pixels" });
		await year.locator("[data-point='0']").focus();
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toMatch(/January 9, 2026/);
	});

	it("fill by patterns where colours are forced", async () => {
		const { page } = await openCharts({ forcedColors: "active" });
		const fills = await page
			.getByRole("figure", { name: "Bars", exact: true })
			.locator(".bar")
			.evaluateAll((all) => all.map((bar) => bar.getAttribute("fill")));
		expect(new Set(fills).size).toBe(fills.length);
		for (const fill of fills) expect(await page.locator(fill?.slice(4, -1) ?? "").count()).toBe(1);
	});

	it("open their tables on paper", async () => {
		const { page } = await openCharts();
		await page.emulateMedia({ media: "print" });
		const figures = page.getByRole("figure", { name: "Bars", exact: true }).locator("table");
		expect(await figures.evaluate((table) => table.checkVisibility({ contentVisibilityAuto: true }))).toBe(
			true,
		);
	});
});
