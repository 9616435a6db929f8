import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { verifyWebhook } from "../../src/client/webhooks.ts";
import { faultsOf } from "./support/axe.ts";
import { button, DESKTOP, goTo, heading, openAccount, PHONE } from "./support/console-pages.ts";
import { putBack } from "./support/put-back.ts";
import { useReceiver } from "./support/receiver.ts";
import { useWatchedPages } from "./support/watched-pages.ts";

/** So many that chance leaves twenty on each side. */
const SESSIONS = 100;
const TWO_HOURS_MS = 2 * 3_600_000;

const open = useWatchedPages();
const receiver = useReceiver();
const dialog = (page: Page) => page.getByRole("dialog");

type Screen = typeof PHONE | typeof DESKTOP;

/** Looks at the page as it is: nothing that axe finds, and nothing beside the screen. */
async function look(page: Page, { viewport }: Screen): Promise<void> {
	expect(await faultsOf(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
}

/** Chooses from the menu of a row. */
async function choose(page: Page, name: string, verb: string): Promise<void> {
	await button(page, `Actions for ${name}`).click();
	await page.getByRole("menuitem", { name: verb }).click();
}

/** Somebody for whom nothing works. Whoever is then offered something buys; others do not. */
async function visit(secret: string, session: string): Promise<void> {
	const post = async (path: string, body: object) => {
		const response = await fetch(`${inject("api")}/v1/sessions/${session}/${path}`, {
			method: "POST",
			headers: { "X-Api-Key": secret },
			body: JSON.stringify(body),
		});
		expect(response.status).toBe(200);
		return response.json();
	};
	const events = Array.from({ length: 6 }, (_, i) => ({
		type: i % 2 ? "error" : "rage_click",
		ts: Date.now() / 1000 - 12 + i * 2,
		x: 400,
		y: 300,
		...(i % 2 && { message: "Payment failed" }),
	}));
	const { intervention } = await post("events?reading=true", { events });
	if (intervention) await post("outcomes", { goal: "purchase" });
}

describe.each([
	["a light phone", PHONE],
	["a dark desktop", DESKTOP],
] as const)("interventions on %s", (_, screen) => {
	it("are made, changed, switched off, seen to help, and deleted", async () => {
		const { page, complaints } = await open("/console", { ...screen, bypassCSP: true });
		const secret = await openAccount(page);
		await goTo(page, "Interventions");
		await page.getByText("Nothing is shown to anybody yet").waitFor();
		await look(page, screen);

		await button(page, "New intervention").click();
		await page.getByLabel("Name").fill("Offer a chat");
		await page.getByLabel("frustrated").check();
		await page.getByLabel("Data for the page").fill("{ text: 1 }");
		await page.getByLabel("Held out, in percent").fill("50");
		await page.getByLabel("Goal").fill("purchase");
		await button(page, "Make it").click();
		await page.getByText("This is no JSON.").waitFor();
		await page.getByText("Please fill this in.").waitFor();
		await look(page, screen);
		await page.getByLabel("Data for the page").fill(JSON.stringify({ text: "x".repeat(5_000) }));
		await page.getByLabel("Action").fill("show_live_chat");
		await button(page, "Make it").click();
		await page.getByText("This is more than 4 KiB.").waitFor();
		await page.getByLabel("Data for the page").fill('{ "text": "Can we help?" }');
		await button(page, "Make it").click();
		const row = page.getByRole("row", { name: /Offer a chat/ });
		await row.getByText("frustrated, from 70%", { exact: true }).waitFor();
		await page.getByText("Too early to say").waitFor();
		await page.getByText("too early: it takes 20 sessions on each side").first().waitFor();

		await choose(page, "Offer a chat", "Change");
		expect(await page.getByLabel("Data for the page").inputValue()).toContain("Can we help?");
		await page.getByLabel("Name").fill("Offer help");
		await page.getByLabel("confused").check();
		await page.getByLabel("How sure").fill("62,5");
		await button(page, "Save").click();
		await page
			.getByRole("row", { name: /Offer help/ })
			.getByText("frustrated or confused, from 63%")
			.waitFor();
		const read = await fetch(`${inject("api")}/v1/interventions`, { headers: { "X-Api-Key": secret } });
		const [made] = (await read.json()).data;
		expect(made).toMatchObject({
			name: "Offer help",
			when: { moods: ["frustrated", "confused"], min_confidence: 0.625, for_seconds: 0, signals: null },
			payload: { text: "Can we help?" },
			holdout: 0.5,
			goal: "purchase",
			active: true,
		});

		for (let i = 0; i < SESSIONS; i++) await visit(secret, `visitor-${i}`);
		putBack(made.id, TWO_HOURS_MS);
		await page.reload();
		await page.getByText("+100 percentage points").waitFor();
		const report = page.getByRole("article", { name: "Offer help" });
		await report.getByText("No difference shown yet").waitFor();
		expect(await report.locator(".difference.better").textContent()).toMatch(
			/Goal purchase.*probably from \+\d/,
		);
		expect(await report.locator(".difference.open").textContent()).toMatch(
			/Recovery.*probably from −\d+ to \+\d/,
		);
		const counts = await report.getByRole("row").allTextContents();
		const sessions = counts.slice(1).map((text) => Number(/Sessions(\d+)/.exec(text)?.[1]));
		expect(sessions.reduce((a, b) => a + b)).toBe(SESSIONS);
		await look(page, screen);

		await page.getByRole("switch").click();
		await expect.poll(() => page.getByRole("switch").isChecked()).toBe(false);
		await page.reload();
		await page.getByRole("switch").waitFor();
		expect(await page.getByRole("switch").isChecked()).toBe(false);
		await choose(page, "Offer help", "Delete");
		await look(page, screen);
		await dialog(page).getByRole("button", { name: "Delete" }).click();
		await page.getByText("Nothing is shown to anybody yet").waitFor();
		expect(complaints).toEqual([]);
	});
});

describe.each([
	["a light phone", PHONE],
	["a dark desktop", DESKTOP],
] as const)("webhooks on %s", (_, screen) => {
	it("are made, tested and delivered, with a secret that verifies; changed, and deleted", async () => {
		const { page, complaints } = await open("/console", { ...screen, bypassCSP: true });
		await openAccount(page);
		await goTo(page, "Webhooks");
		await page.getByText("Nobody is told yet").waitFor();
		await look(page, screen);
		await button(page, "New webhook").click();
		await page.getByLabel("Address").fill("shop");
		await button(page, "Make it").click();
		await page.getByText("Write the whole address").waitFor();
		await page.getByLabel("Address").fill(`${receiver.origin}/hook`);
		await page.getByLabel("frustrated").check();
		await look(page, screen);
		await button(page, "Make it").click();
		const shown = page.getByRole("group", { name: "The webhook’s secret" });
		const secret = (await shown.textContent()) ?? "";
		expect(secret).toMatch(/^whsec_/);
		await page.keyboard.press("Escape");
		expect(await shown.isVisible()).toBe(true);
		await look(page, screen);
		await button(page, "Done").click();

		const url = `${receiver.origin}/hook`;
		await choose(page, url, "Deliveries");
		await page.getByText("Nothing was sent yet").waitFor();
		await button(page, "Send a test").click();
		await page.getByRole("row", { name: /ping.*delivered.*200/ }).waitFor();
		const [message] = receiver.received;
		if (!message) throw new Error("nothing came");
		expect(verifyWebhook(message.body, message.headers, secret)).toMatchObject({ type: "ping" });
		await look(page, screen);

		receiver.status = 500;
		await button(page, "Send a test").click();
		await page.getByRole("row", { name: /ping.*on its way.*500/ }).waitFor();
		receiver.status = 200;
		await expect
			.poll(() => page.getByRole("row", { name: /ping.*delivered.*2.*200/ }).count(), { timeout: 30_000 })
			.toBeGreaterThan(0);

		await choose(page, url, "Change");
		await page.getByLabel("Description").fill("Support desk");
		await page.getByLabel("the quota is used up").uncheck();
		await page.getByLabel("frustrated").uncheck();
		await button(page, "Save").click();
		const row = page.getByRole("row", { name: /Support desk/ });
		await row.getByText("all moods").waitFor();
		expect(await row.textContent()).not.toContain("quota");
		await page.getByRole("switch").click();
		await expect.poll(() => page.getByRole("switch").isChecked()).toBe(false);
		await choose(page, url, "Deliveries");
		expect(complaints).toEqual([]);
		await button(page, "Send a test").click();
		await page.getByText("The webhook is switched off.").waitFor();
		await page.getByRole("switch").click();
		await expect.poll(() => page.getByRole("switch").isChecked()).toBe(true);
		await choose(page, url, "Delete");
		await dialog(page).getByRole("button", { name: "Delete" }).click();
		await page.getByText("Nobody is told yet").waitFor();
		await heading(page, "Webhooks").waitFor();
	});
});
