import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type InlineConfig, type Manifest, type Plugin, build as viteBuild } from "vite";

export const web = join(import.meta.dirname, "../src/web");

/** Pages with a folder of their own: `src/web/<page>/index.html` is served at `/<page>`. */
const PAGES = ["demo", "console"] as const;
/** Those of them that route below their own address. */
export const ROUTED: readonly (typeof PAGES)[number][] = ["console"];

/** What the generated pages (docs, model card, notices, 404) load, beside the HTML files. */
const ENTRIES = {
	site: "site/site.css",
	card: "site/card.css",
	docs: "docs/docs.css",
	docsScript: "docs/main.ts",
};

/** The addresses of the built styles and scripts of the generated pages; each holds a hash of its content. */
export type SiteFiles = Readonly<Record<keyof typeof ENTRIES, string>>;

/** What building and the development server have in common. */
export const sharedConfig = {
	root: web,
	configFile: false,
	envDir: false,
	publicDir: "public",
	logLevel: "warn",
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
} satisfies InlineConfig;

/** Builds the pages of `src/web` into a folder, and tells where the files are that generated pages load. */
export async function bundleWeb(folder: string): Promise<SiteFiles> {
	const html = ["index.html", ...PAGES.map((page) => `${page}/index.html`)];
	await viteBuild({
		...sharedConfig,
		plugins: [refuseInline],
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: "es2022",
			// A policy without `data:` and inline scripts refuses both.
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			reportCompressedSize: false,
			manifest: "manifest.json",
			rolldownOptions: { input: [...html, ...Object.values(ENTRIES)].map((file) => join(web, file)) },
		},
	});
	for (const page of PAGES) await rename(join(folder, page, "index.html"), join(folder, `${page}.html`));
	const manifest: Manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
	await rm(join(folder, "manifest.json"));
	return siteFiles(manifest);
}

function siteFiles(manifest: Manifest): SiteFiles {
	const addressOf = (source: string): string => {
		const built = manifest[source]?.file;
		if (!built) throw new Error(`src/web/${source} was not built`);
		return `/${built}`;
	};
	const { site, card, docs, docsScript } = ENTRIES;
	return {
		site: addressOf(site),
		card: addressOf(card),
		docs: addressOf(docs),
		docsScript: addressOf(docsScript),
	};
}

/** The policy of the pages refuses what is inline; here it is refused before it is served. */
const refuseInline: Plugin = {
	name: "refuse-inline",
	transformIndexHtml(html, { path }) {
		if (/\s(style|on\w+)=|<style|<script(?![^>]*\ssrc=)/.test(html)) {
			throw new Error(`${path} has an inline script or style`);
		}
	},
};
