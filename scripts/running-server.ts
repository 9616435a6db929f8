import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const FOLDER = ".local";
const FILE = `${FOLDER}/server-url`;
/** Where `wrangler dev` serves unless it is told otherwise. */
const DEFAULT_URL = "http://127.0.0.1:8787";

/** Notes where this folder's server is, for whoever looks for it, until the process ends. */
export function noteRunningServer(url: string): void {
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(FILE, url);
	process.on("exit", () => rmSync(FILE, { force: true }));
}

function notedUrl(): string | undefined {
	try {
		return readFileSync(FILE, "utf8");
	} catch {
		return undefined;
	}
}

const isAnswering = (url: string): Promise<boolean> =>
	fetch(`${url}/health`).then(
		(answer) => answer.ok,
		() => false,
	);

/** The URL of the local server: on `port` where one is named, else where it was started. Throws when none answers. */
export async function findRunningServer(port: string | undefined): Promise<string> {
	const places = port ? [`http://127.0.0.1:${port}`] : [notedUrl(), DEFAULT_URL];
	for (const url of places) if (url && (await isAnswering(url))) return url;
	throw new Error(`There is no server at ${places.filter(Boolean).join(" or ")}. Start it first: npm start`);
}
