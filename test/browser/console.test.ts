import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { faultsOf } from "./support/axe.ts";
import { button, DESKTOP, goTo, heading, openAccount, PHONE } from "./support/console-pages.ts";
import { useHostSite } from "./support/host-site.ts";
import { untilStarted } from "./support/snippet.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

/** A visitor, not a robot: robots are not counted. */
const userAgent =
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

const open = useWatchedPages();
const shop = useHostSite();

async function signIn(page: Page, secret: string): Promise<void> {
	await page.getByRole("tab", { name: "Sign in" }).click();
	await page.getByLabel("Secret key").fill(secret);
	await button(page, "Sign in").click();
}

/** Makes a key for the pages of an origin, on the page of keys, and goes on to the snippet. */
async function makePageKey(page: Page, origin: string): Promise<void> {
	await page.getByRole("link", { name: "Keys" }).click();
	await button(page, "New key").click();
	await page.getByRole("menuitem", { name: "For web pages" }).click();
	await page.getByLabel("On which pages?").fill(`${origin}/some/page`);
	await page.getByLabel("What do you call it?").fill("Shop");
	await button(page, "Make the key").click();
	await page.getByRole("link", { name: "To the snippet" }).click();
	await heading(page, "Snippet").waitFor();
}

describe.each([
	["a light phone", PHONE],
	["a dark desktop", DESKTOP],
])("the console on %s", (_, screen) => {
	it("leads from nothing to the first event, with no fault that axe finds on the way", async () => {
		const { page, complaints } = await open("/console", { ...screen, userAgent, bypassCSP: true });
		const look = async () => {
			expect(await faultsOf(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.viewport.width);
		};
		await look();
		await openAccount(page);
		await page.getByText("Nobody has been read yet").waitFor();
		await look();
		await makePageKey(page, shop.origin);
		await page.getByText("We are listening").waitFor();
		await look();

		shop.serve(
			(await page.getByRole("group", { name: "The tag for your pages" }).textContent()) +
				"<button>Buy</button>",
		);
		const visitor = await page.context().newPage();
		await visitor.goto(shop.origin);
		await untilStarted(visitor);
		for (let i = 0; i < 3; i++) await visitor.getByRole("button", { name: "Buy" }).click();
		await page.bringToFront();
		await page.getByText("We have just received your first event.").waitFor();
		await look();

		await page.getByRole("link", { name: "To the overview" }).click();
		await page.getByText("1 session", { exact: true }).waitFor();
		await look();
		await page.getByRole("link", { name: "Keys" }).click();
		await page.getByRole("rowheader", { name: /Shop/ }).waitFor();
		await look();
		await goTo(page, "Settings");
		await look();
		expect(complaints).toEqual([]);
	});
});

describe("the session of the console", () => {
	it("lives in the tab alone: it survives a reload, is in no address and no other tab, and ends on signing out", async () => {
		const { page, complaints } = await open("/console/keys", DESKTOP);
		const addresses: string[] = [];
		page.on("request", (request) => addresses.push(request.url()));
		const secret = await openAccount(page, "Keys");
		await page.reload();
		await heading(page, "Keys").waitFor();
		const other = await page.context().newPage();
		await other.goto(page.url());
		await button(other, "Open an account").waitFor();
		await goTo(page, "Settings");
		await button(page, "Sign out").click();
		await button(page, "Open an account").waitFor();
		expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain("sm_");
		await signIn(page, secret);
		await heading(page, "Settings").waitFor();
		expect(addresses.filter((address) => address.includes("sm_"))).toEqual([]);
		expect(complaints).toEqual([]);
	});

	it("says what is wrong with a key that is none, is for pages, or is unknown", async () => {
		const { page } = await open("/console", PHONE);
		await signIn(page, "");
		await page.getByText("Please paste your secret key.").waitFor();
		await page.getByLabel("Secret key").fill(`sm_pub_${"0".repeat(48)}`);
		await button(page, "Sign in").click();
		await page.getByText("This is a key for web pages.").waitFor();
		await page.getByLabel("Secret key").fill(`sm_${"0".repeat(48)}`);
		await button(page, "Sign in").click();
		await page.getByText("No account has this key.").waitFor();
		expect(await page.getByLabel("Secret key").getAttribute("aria-invalid")).toBe("true");
	});

	it("ends with a sentence when the key is no longer taken", async () => {
		const { page } = await open("/console", DESKTOP);
		await openAccount(page);
		await page.evaluate(() => sessionStorage.setItem("undertone-console-key", `sm_${"0".repeat(48)}`));
		await page.reload();
		await page.getByText("Your key is no longer taken").waitFor();
		await page.getByLabel("Secret key").waitFor();
	});
});

describe("keys", () => {
	it("are replaced without a gap: the console goes on with the new one, and the old one says when it ends", async () => {
		const { page } = await open("/console/keys", DESKTOP);
		const old = await openAccount(page, "Keys");
		await button(page, "New key").click();
		await page.getByRole("menuitem", { name: "Secret key" }).click();
		await page.getByLabel("Until when").selectOption("24");
		await button(page, "Make the key").click();
		const fresh = (await page.getByRole("group", { name: "The new key" }).textContent()) ?? "";
		await page.keyboard.press("Escape");
		expect(await page.getByRole("group", { name: "The new key" }).isVisible()).toBe(true);
		await page.getByLabel("I have kept it").check();
		await button(page, "Done").click();
		await expect.poll(() => page.getByRole("row").count()).toBe(3);
		expect(await page.getByRole("row", { name: /in use here/ }).textContent()).toContain(fresh.slice(0, 7));
		expect(
			await page
				.getByRole("row")
				.filter({ hasText: old.slice(0, 7) })
				.textContent(),
		).not.toContain("Endsnever");
	});

	it("are revoked after a question, and the last secret one is not, with the reason", async () => {
		const { page } = await open("/console/keys", PHONE);
		await openAccount(page, "Keys");
		await makePageKey(page, "https://shop.example");
		await page.getByRole("link", { name: "Keys" }).click();
		await button(page, "Revoke Shop").click();
		await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
		await page.getByText("Shop is revoked.").waitFor();
		await expect.poll(() => button(page, /^Revoke sm_/).count()).toBe(1);
		await button(page, /^Revoke sm_/).click();
		await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
		await page.getByRole("dialog").getByRole("alert").getByText("The server did not take this").waitFor();
		await page.keyboard.press("Escape");
		await heading(page, "Keys").waitFor();
	});

	it("need addresses that are addresses", async () => {
		const { page } = await open("/console/keys", PHONE);
		await openAccount(page, "Keys");
		await button(page, "New key").click();
		await page.keyboard.press("Enter");
		await button(page, "Make the key").click();
		await page.getByText("Please name at least one address.").waitFor();
		await page.getByLabel("On which pages?").fill("https://shop.example\nshop");
		await button(page, "Make the key").click();
		await page.getByText("“shop” is no address.").waitFor();
	});
});

describe("the console in trouble", () => {
	it("keeps what it has while offline, says so, and asks again by itself", async () => {
		const { page } = await open("/console/keys", DESKTOP);
		await openAccount(page, "Keys");
		await page.getByRole("rowheader").waitFor();
		await page.context().setOffline(true);
		await page.getByText("You are offline. This is as of").waitFor();
		await page.getByRole("rowheader").waitFor();
		await page.getByRole("link", { name: "Overview" }).click();
		// The parts of a page that was never opened are not there without a network.
		await page
			.getByText(/You are offline|could not be shown/)
			.first()
			.waitFor();
		await page.context().setOffline(false);
		await page.goto(`${inject("api")}/console`);
		await page.getByText("Nobody has been read yet").waitFor();
	});

	it("shows a failing server with a way to try again, and recovers", async () => {
		const { page } = await open("/console", DESKTOP);
		await openAccount(page);
		let answers = 0;
		await page.route("**/v1/keys", (route) => {
			answers++;
			return answers > 1
				? route.continue()
				: route.fulfill({
						status: 500,
						json: { error: "Internal error", code: "internal_error", request_id: "req_7" },
					});
		});
		await page.getByRole("link", { name: "Keys" }).click();
		await page.getByText("That did not work").waitFor();
		await page.getByText("req_7").waitFor();
		await button(page, "Try again").click();
		await page.getByRole("rowheader").waitFor();
	});
});

describe("the language of the console", () => {
	it.each([
		["uk-UA", "uk", "Створити обліковий запис"],
		["es-MX", "es", "Abrir una cuenta"],
		["de-DE", "en", "Open an account"],
	])("is for %s %s", async (locale, lang, text) => {
		const { page, complaints } = await open("/console", { ...PHONE, locale });
		await button(page, text).waitFor();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		expect(complaints).toEqual([]);
	});

	it("is kept when it was chosen, as is the appearance", async () => {
		const { page } = await open("/console", PHONE);
		await page.getByLabel("Language").selectOption("uk");
		await page.getByLabel("Вигляд").selectOption("dark");
		await page.reload();
		await button(page, "Створити обліковий запис").waitFor();
		expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
			"rgb(22, 20, 18)",
		);
	});
});

describe("the keyboard", () => {
	it("goes through tabs and menus as the patterns say", async () => {
		const { page } = await open("/console", DESKTOP);
		await page.getByRole("tab", { name: "New account" }).focus();
		await page.keyboard.press("ArrowRight");
		await page.getByLabel("Secret key").waitFor();
		await page.keyboard.press("Home");
		expect(await page.getByRole("tab", { name: "New account" }).getAttribute("aria-selected")).toBe("true");
		await openAccount(page);
		await page.getByRole("link", { name: "Keys" }).click();
		const menu = button(page, "New key");
		await menu.focus();
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("For web pages");
		await page.keyboard.press("End");
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Secret key");
		await page.keyboard.press("Escape");
		await expect.poll(() => menu.evaluate((one) => one === document.activeElement)).toBe(true);
		expect(await menu.getAttribute("aria-expanded")).toBe("false");
	});

	it("skips to the content, and is brought there by a link", async () => {
		const { page } = await open("/console", DESKTOP);
		await openAccount(page);
		await page.reload();
		await heading(page, "Overview").waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
		await goTo(page, "Settings");
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
	});
});
