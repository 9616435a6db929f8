import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

const CANDIDATES = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
];

const isExecutable = (path: string): boolean => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

const installed = (): string | undefined =>
	CANDIDATES.find((path) => path !== undefined && isExecutable(path));

const run = (command: string, ...args: string[]): boolean =>
	spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

/** Where Chromium is. Installs Debian's when it is missing and this user may; throws with what to do otherwise. */
export function chromiumPath(): string {
	if (!installed()) installChromium();
	const path = installed();
	if (path) return path;
	throw new Error("The browser tests need Chromium: install it, or set CHROMIUM to the path of one.");
}

function installChromium(): void {
	if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return;
	console.log("Installing Chromium …");
	run("apt-get", "update", "-qq");
	run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
}
