import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

interface DebianBrowser {
	/** Debian's packages that it takes to run it in a test. */
	packages: readonly string[];
	/** Where its program may be, the likeliest first. */
	paths: readonly string[];
	/** The environment variable that names another place. */
	variable: string;
}

const BROWSERS = {
	chromium: {
		packages: ["chromium"],
		paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
		variable: "CHROMIUM",
	},
	"firefox-esr": {
		packages: ["firefox-esr"],
		paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
		variable: "FIREFOX",
	},
	webkit: {
		packages: ["webkit2gtk-driver", "xvfb"],
		paths: ["/usr/bin/WebKitWebDriver"],
		variable: "WEBKIT_DRIVER",
	},
} satisfies Record<string, DebianBrowser>;

/** Where a browser, or the driver that starts it, is. Installs Debian's when it is missing and this user may; throws with what to do otherwise. */
export function debianBrowser(name: keyof typeof BROWSERS): string {
	const browser: DebianBrowser = BROWSERS[name];
	if (!installed(browser)) install(browser);
	const path = installed(browser);
	if (path) return path;
	const packages = browser.packages.join(" and ");
	throw new Error(
		`The browser tests need ${name}: install ${packages}, or set ${browser.variable} to the path of one.`,
	);
}

const installed = ({ paths, variable }: DebianBrowser): string | undefined =>
	[process.env[variable], ...paths].find((path) => path !== undefined && isExecutable(path));

function install({ packages }: DebianBrowser): void {
	if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return;
	console.log(`Installing ${packages.join(", ")} …`);
	run("apt-get", "update", "-qq");
	run("apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function run(command: string, ...args: string[]): void {
	spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}
