import type { Page } from "playwright-core";

export const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true } as const;
export const DESKTOP = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } as const;

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Opens an account as a newcomer does, and stays on the page with that title. Returns the key that was shown. */
export async function openAccount(page: Page, title = "Overview"): Promise<string> {
	await page.getByLabel("Your name").fill("Halden Coffee Goods");
	await button(page, "Open an account").click();
	const secret = (await page.getByRole("group", { name: "The new key" }).textContent()) ?? "";
	await page.getByLabel("I have kept it").check();
	await button(page, "To the console").click();
	await heading(page, title).waitFor();
	return secret;
}

/** Goes to a page by the navigation; on a phone perhaps behind "More". */
export async function goTo(page: Page, name: string): Promise<void> {
	const link = page.getByRole("navigation").getByRole("link", { name });
	if (!(await link.isVisible())) await button(page, "More").click();
	await link.click();
	await heading(page, name).waitFor();
}
