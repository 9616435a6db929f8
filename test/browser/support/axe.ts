import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the script of axe leaves in the page. */
interface AxeWindow {
	axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** What axe finds wrong with a page as it is now. The page's policy must be bypassed for its script. */
export async function faultsOf(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: axe });
	const results = await page.evaluate(() =>
		(window as unknown as AxeWindow).axe?.run(document, { resultTypes: ["violations"], preload: false }),
	);
	if (!results) throw new Error("axe did not run");
	return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
