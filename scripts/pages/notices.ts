import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import licences from "spdx-license-list/full.js";
import type { SiteFiles } from "../web.ts";
import { html } from "./html.ts";
import { pageOf } from "./layout.ts";

const root = join(import.meta.dirname, "../..");

/** One thing that others made and that is served or runs as a part of the service. */
export interface Notice {
	name: string;
	version: string;
	licence: string;
	source: string;
	text: string;
}

/** Libraries in C that packages carry as WebAssembly; no manifest names them. */
const EMBEDDED: readonly (Omit<Notice, "version" | "text"> & { within: string; spdx: string })[] = [
	{
		name: "libmpg123",
		within: "mpg123-decoder",
		licence: "LGPL-2.1-only",
		spdx: "LGPL-2.1-only",
		source: "https://www.mpg123.de/",
	},
	{
		name: "libopus",
		within: "opus-decoder",
		licence: "BSD-3-Clause",
		spdx: "BSD-3-Clause",
		source: "https://opus-codec.org/",
	},
	{
		name: "libvorbis and libogg",
		within: "@wasm-audio-decoders/ogg-vorbis",
		licence: "BSD-3-Clause",
		spdx: "BSD-3-Clause",
		source: "https://xiph.org/vorbis/",
	},
];

/** The packages whose code is in the Worker, the pages or the snippet, as the bundler finds them. */
async function bundledPackages(): Promise<string[]> {
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [
			"src/index.ts",
			"src/client/index.ts",
			"src/web/docs/main.ts",
			"src/web/demo/main.ts",
			"src/web/console/main.tsx",
			"src/sdk/script.ts",
		],
		bundle: true,
		write: false,
		metafile: true,
		outdir: "out",
		format: "esm",
		platform: "node",
		conditions: ["workerd", "worker", "browser"],
		external: ["cloudflare:*", "node:*"],
		jsx: "automatic",
		jsxImportSource: "preact",
		loader: { ".wasm": "empty", ".onnx": "empty" },
		logLevel: "error",
	});
	const names = Object.keys(metafile.inputs).flatMap((path) => {
		const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
		return name ? [name] : [];
	});
	return [...new Set(names)].sort();
}

interface Manifest {
	version: string;
	license?: string;
	repository?: string | { url: string };
	homepage?: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;

async function noticeOf(name: string): Promise<Notice> {
	const folder = join(root, "node_modules", name);
	const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
	const licence = manifest.license ?? "";
	const repository = typeof manifest.repository === "string" ? manifest.repository : manifest.repository?.url;
	const source = (repository ?? manifest.homepage ?? "").replace(/^git\+|\.git$/g, "");
	const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
	const own = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
	return {
		name,
		version: manifest.version,
		licence,
		source,
		text: own.join("\n\n") || textOf(licence, name),
	};
}

/** The standard text of a licence. Throws where there is none: a part without a licence must not be shipped. */
function textOf(licence: string, name: string): string {
	const text = licences[licence]?.licenseText;
	if (!text) throw new Error(`${name} has no licence text, neither of its own nor as "${licence}"`);
	return text;
}

/** Every notice that the service owes, by name. */
export async function readNotices(): Promise<Notice[]> {
	const packages = await Promise.all((await bundledPackages()).map(noticeOf));
	const embedded = EMBEDDED.flatMap(({ within, spdx, ...notice }) => {
		const carrier = packages.find(({ name }) => name === within);
		return carrier
			? [{ ...notice, version: `in ${within} ${carrier.version}`, text: textOf(spdx, notice.name) }]
			: [];
	});
	return [...packages, ...embedded].sort((a, b) => a.name.localeCompare(b.name));
}

/** The page of all notices, with every text in full. */
export const noticesPage = (notices: readonly Notice[], { site }: SiteFiles): string =>
	pageOf({
		title: "Third-party notices",
		styles: [site],
		description: "What others made that is a part of Undertone, and its licences.",
		body: html`<h1>Third-party notices</h1>
<p class="lead">Undertone contains the work of others, unchanged, under their own licences.</p>
${notices.map(
	({ name, version, licence, source, text }) => html`<h2>${name}</h2>
<p>${version}, ${licence}${source && html`, source: <a href="${source}">${source}</a>`}</p>
<details><summary>Licence of ${name}</summary><pre tabindex="0" role="group" aria-label="Licence of ${name}">${text}</pre></details>`,
)}`,
	});
