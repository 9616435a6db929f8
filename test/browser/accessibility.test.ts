import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assetsDirectory } from "../../scripts/build.ts";
import { faultsOf } from "./support/axe.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

const open = useWatchedPages();

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
				"/console",
				"/demo",
				"/docs",
				"/docs/reference/dialogs",
				"/models/voice-emotion",
			]),
		);
	});

	it.each(pages)("%s has no fault that axe finds, on a light phone and a dark desktop", async (path) => {
		const { page } = await open(path, { bypassCSP: true });
		for (const { viewport, colorScheme } of SCREENS) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			await page.evaluate(() => {
				for (const details of document.querySelectorAll("details")) details.open = true;
			});
			expect(await faultsOf(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
		}
	});
});
