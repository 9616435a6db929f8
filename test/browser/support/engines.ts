import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { Browser, Builder, By, Key, Origin } from "selenium-webdriver";
import { debianBrowser } from "../../../scripts/browsers.ts";
import { freePort } from "../../../scripts/free-port.ts";

declare module "selenium-webdriver" {
	interface Actions {
		/** Its types do not know it yet. */
		scroll(x: number, y: number, byX: number, byY: number, origin: Origin, duration: number): this;
	}
}

const SIZE = { width: 1200, height: 800 };

/** A page in a real browser, with what a hand does there. Positions are in the middle of the element. */
export interface EnginePage {
	open(url: string): Promise<void>;
	click(selector: string): Promise<void>;
	type(text: string): Promise<void>;
	press(key: "Tab" | "Enter"): Promise<void>;
	wheel(by: number): Promise<void>;
	/** Does not wait: a page that was kept as it stood may not be asked anything by every driver. */
	back(): Promise<void>;
	/** The JSON value of a JavaScript expression. */
	evaluate<T>(expression: string): Promise<T>;
	close(): Promise<void>;
}

export const ENGINES: Readonly<Record<string, () => Promise<EnginePage>>> = {
	Chromium: openChromium,
	"Firefox ESR": openFirefox,
	WebKitGTK: openWebKit,
};

async function openChromium(): Promise<EnginePage> {
	const browser = await chromium.launch({
		executablePath: debianBrowser("chromium"),
		args: ["--no-sandbox", "--disable-gpu"],
		ignoreDefaultArgs: ["--disable-back-forward-cache"],
	});
	const page = await browser.newPage({ viewport: SIZE });
	return {
		open: async (url) => void (await page.goto(url)),
		click: (selector) => page.click(selector),
		type: (text) => page.keyboard.type(text),
		press: (key) => page.keyboard.press(key),
		wheel: (by) => page.mouse.wheel(0, by),
		back: () => page.evaluate("history.back()"),
		evaluate: (expression) => page.evaluate(expression),
		close: () => browser.close(),
	};
}

async function openFirefox(): Promise<EnginePage> {
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath: debianBrowser("firefox-esr"),
		headless: true,
		defaultViewport: SIZE,
	});
	const page = await browser.newPage();
	return {
		open: async (url) => void (await page.goto(url)),
		click: (selector) => page.click(selector),
		type: (text) => page.keyboard.type(text),
		press: (key) => page.keyboard.press(key),
		wheel: (by) => page.mouse.wheel({ deltaY: by }),
		back: () => page.evaluate("history.back()") as Promise<void>,
		evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
		close: () => browser.close(),
	};
}

/** WebKitGTK's MiniBrowser has no headless mode, so it gets a screen of its own. */
async function openWebKit(): Promise<EnginePage> {
	const program = debianBrowser("webkit");
	const screen = await virtualScreen();
	const port = await freePort();
	const driver = spawn(program, [`--port=${port}`], {
		env: {
			...process.env,
			DISPLAY: screen.display,
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
			WEBKIT_DISABLE_DMABUF_RENDERER: "1",
		},
		stdio: "ignore",
	});
	const stop = () => Promise.all([ended(driver), ended(screen.server)]);
	try {
		const page = await new Builder()
			.forBrowser(Browser.SAFARI)
			.usingServer(`http://127.0.0.1:${port}`)
			.withCapabilities({ browserName: "MiniBrowser" })
			.build();
		await page
			.manage()
			.window()
			.setRect({ x: 0, y: 0, ...SIZE });
		return {
			open: (url) => page.get(url),
			click: async (selector) => {
				const origin = await page.findElement(By.css(selector));
				await page.actions().move({ origin, duration: 20 }).press().release().perform();
			},
			type: (text) => page.actions().sendKeys(text).perform(),
			press: (key) =>
				page
					.actions()
					.sendKeys(key === "Tab" ? Key.TAB : Key.ENTER)
					.perform(),
			wheel: (by) => page.actions().scroll(600, 400, 0, by, Origin.VIEWPORT, 0).perform(),
			back: () => page.executeScript("history.back()"),
			evaluate: (expression) => page.executeScript(`return (${expression})`),
			close: async () => {
				await page.quit();
				await stop();
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function virtualScreen() {
	const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, "data");
	return { server, display: `:${String(number).trim()}` };
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, "exit");
	child.kill();
	await exit;
}
