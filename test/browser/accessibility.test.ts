import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { describe, expect, it } from "vitest";
import { assetsDirectory } from "../../scripts/build.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const open = useWatchedPages();

/** What the script of axe leaves in the page. */
interface AxeWindow {
	axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** Every page of the build, by the path at which it is served. */
const pages = readdirSync(assetsDirectory, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".html"))
	.map((file) => `/${file.replace(/(^|\/)index\.html$/, "").replace(/\.html$/, "")}`)
	.toSorted();

/** Colours depend on the scheme alone and places on the width alone, so two of the four pairs find what four would. */
const SCREENS = [
	{ viewport: { width: 390, height: 844 }, colorScheme: "light" },
	{ viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;

describe("every page", () => {
	it("is among those that are looked at", () => {
		expect(pages).toEqual(
			expect.arrayContaining([
				"/",
				"/404",
				"/demo",
				"/docs",
				"/docs/reference/dialogs",
				"/models/voice-emotion",
			]),
		);
	});

	it.each(pages)("%s has no fault that axe finds, on a light phone and a dark desktop", async (path) => {
		const { page } = await open(path, { bypassCSP: true });
		await page.addScriptTag({ content: axe });
		for (const { viewport, colorScheme } of SCREENS) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			const results = await page.evaluate(async () => {
				for (const details of document.querySelectorAll("details")) details.open = true;
				return (window as unknown as AxeWindow).axe.run(document, {
					resultTypes: ["violations"],
					preload: false,
				});
			});
			const faults = results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
			expect(faults).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
		}
	});
});
