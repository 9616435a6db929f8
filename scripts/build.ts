import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build as bundle } from "esbuild";
import { extractDecoderWasm } from "./extract-decoder-wasm.ts";
import { buildCard } from "./pages/card.ts";
import { buildDocs } from "./pages/docs.ts";
import { faviconIco } from "./pages/favicon.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { noticesPage, readNotices } from "./pages/notices.ts";
import { bundleWeb, web } from "./web.ts";

const root = join(import.meta.dirname, "..");
const sdk = join(root, "src/sdk");

/** Where the static pages and the snippet are built to; Cloudflare serves the folder as it is. */
export const assetsDirectory = join(root, ".build/assets");
/** Where they are made before they go there. */
const staging = join(root, `.build/assets-${process.pid}`);
/** The snippet's weight limit, gzip -9. */
export const SDK_LIMIT_BYTES = 8_000;

/** Other people's visitors have older browsers than ours. */
const snippet = {
	bundle: true,
	minify: true,
	target: "es2020",
	legalComments: "none",
	logLevel: "warning",
} satisfies BuildOptions;

/** Builds everything static into `.build/assets`. Returns the snippet's size in bytes, gzipped. */
export async function build(): Promise<{ sdkBytes: number }> {
	await rm(staging, { recursive: true, force: true });
	await mkdir(staging, { recursive: true });
	await extractDecoderWasm();
	await Promise.all([
		buildSdk(),
		buildPages(),
		copyFile(join(web, "openapi.json"), join(staging, "openapi.json")),
		faviconIco().then((icon) => writeAsset("favicon.ico", icon)),
	]);
	const sdkBytes = gzipSync(await readFile(join(staging, "sdk.js")), { level: 9 }).length;
	if (sdkBytes > SDK_LIMIT_BYTES) {
		throw new Error(`sdk.js is ${sdkBytes} bytes gzipped; at most ${SDK_LIMIT_BYTES} are allowed`);
	}
	await putInPlace();
	return { sdkBytes };
}

/** Replaces what has changed, one file at a time: a server that is running goes on serving the rest. */
async function putInPlace(): Promise<void> {
	const made = await filesIn(staging);
	for (const file of made) {
		const [from, to] = [join(staging, file), join(assetsDirectory, file)];
		const isSame = await readFile(to).then(
			async (old) => old.equals(await readFile(from)),
			() => false,
		);
		if (isSame) continue;
		await mkdir(dirname(to), { recursive: true });
		await rename(from, to);
	}
	for (const file of await filesIn(assetsDirectory))
		if (!made.includes(file)) await rm(join(assetsDirectory, file));
	await rm(staging, { recursive: true });
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const writeAsset = (name: string, content: string | Uint8Array) => writeFile(join(staging, name), content);

/** The snippet as a classic script and as an ES module, with its types. */
async function buildSdk(): Promise<void> {
	const out = (name: string) => join(staging, name);
	await Promise.all([
		bundle({ ...snippet, entryPoints: [join(sdk, "script.ts")], format: "iife", outfile: out("sdk.js") }),
		bundle({ ...snippet, entryPoints: [join(sdk, "module.ts")], format: "esm", outfile: out("sdk.mjs") }),
		bundle({
			...snippet,
			entryPoints: [join(sdk, "live/index.ts")],
			format: "esm",
			outfile: out("sdk.live.mjs"),
		}),
		copyFile(join(sdk, "public.d.ts"), out("sdk.d.ts")),
		// What TypeScript looks for beside a copy of sdk.mjs.
		copyFile(join(sdk, "public.d.ts"), out("sdk.d.mts")),
	]);
}

/** The pages of `src/web`, then those that are generated, which load files of the same build. */
async function buildPages(): Promise<void> {
	const [files, notices] = await Promise.all([bundleWeb(staging), readNotices()]);
	await Promise.all([
		buildCard(staging, files),
		buildDocs(staging, files),
		writeAsset("404.html", notFoundPage(files)),
		writeAsset("third-party-notices.html", noticesPage(notices, files)),
	]);
}

if (import.meta.main) {
	const { sdkBytes } = await build();
	console.log(`sdk.js ${sdkBytes} bytes gzipped (limit ${SDK_LIMIT_BYTES})`);
}
