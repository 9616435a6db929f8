import { describe, expect, inject, it } from "vitest";
import { find } from "../../src/web/docs/search.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

const open = useWatchedPages();

describe("the API reference", () => {
	it("shows every operation of the document once, without a complaint", async () => {
		const document = await (await fetch(`${inject("api")}/openapi.json`)).json();
		const items = Object.values<Record<string, { operationId: string }>>(document.paths);
		const expected = items.flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
		const { page } = await open("/docs");
		const pages = await page
			.locator("nav[aria-label=Docs] a[href^='/docs/reference/']")
			.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
		const shown: string[] = [];
		for (const path of pages) {
			const { page: reference, complaints } = await open(path);
			shown.push(...(await reference.locator(".operation").evaluateAll((all) => all.map(({ id }) => id))));
			expect(complaints).toEqual([]);
		}
		expect(shown.toSorted()).toEqual(expected.toSorted());
	});

	it("lets a reader make a key and try it, and keeps it over a reload until it is forgotten", async () => {
		const { page } = await open("/docs/reference/api-keys");
		await page.locator("#generateKey summary", { hasText: "Try it" }).click();
		await page.locator("#generateKey button", { hasText: "Send" }).click();
		const answer = await page.locator("#generateKey .result pre").first().textContent();
		const { api_key: key } = JSON.parse(answer ?? "");

		await page.goto(`${inject("api")}/docs/reference/session-mood`);
		await page.getByLabel("API key").fill(key);
		await page.reload();
		expect(await page.getByLabel("API key").inputValue()).toBe(key);
		await page.locator("#recordEvents summary", { hasText: "Try it" }).click();
		await page.locator("#recordEvents button", { hasText: "Send" }).click();
		const result = page.locator("#recordEvents .result");
		await result.getByText(/^200/).waitFor();
		expect(await result.locator("pre").last().textContent()).toContain('-H "X-Api-Key: $API_KEY"');
		await page.getByRole("button", { name: "Forget" }).click();
		await page.reload();
		expect(await page.getByLabel("API key").inputValue()).toBe("");
	});

	it("is found by the keyboard alone: type, and follow the first hit", async () => {
		const { page } = await open("/docs");
		await page.getByLabel("Search the docs").focus();
		await page.keyboard.type("calendar");
		await page.locator("#found a").first().waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL("**/docs/reference/progress#readCalendar");
	});

	it("lets the keyboard skip to the text, with one stop before it", async () => {
		const { page } = await open("/docs/reference/dialogs");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
	});
});

describe("the search of the docs", () => {
	const entries = [
		{ title: "Read the mood", href: "/a", words: "GET /v1 404" },
		{ title: "Record events", href: "/b", words: "POST /v1 mood 429" },
	];

	it.each([
		["mood", ["/a", "/b"]],
		["429 events", ["/b"]],
		["  ", []],
		["nothing", []],
	])("finds for %j what holds every word, titles first", (query, expected) => {
		expect(find(entries, query).map(({ href }) => href)).toEqual(expected);
	});
});
