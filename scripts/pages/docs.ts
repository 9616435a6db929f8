import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SiteFiles } from "../web.ts";
import { type Guide, readGuides } from "./guides.ts";
import { type Html, html, slugOf } from "./html.ts";
import { pageOf } from "./layout.ts";
import { type Document, endpointsOf, hrefOf, hrefOfTag, referencePage } from "./reference.ts";

const OPENAPI = join(import.meta.dirname, "../../src/web/openapi.json");

/** Something a reader can look for: what it is called, where it is, and what else it may be known by. */
interface SearchEntry {
	title: string;
	href: string;
	words: string;
}

/** Builds the guides and the API reference into `<assets>/docs`, with what the search looks through. */
export async function buildDocs(assets: string, files: SiteFiles): Promise<void> {
	const document: Document = JSON.parse(await readFile(OPENAPI, "utf8"));
	const guides = await readGuides();
	const write = (path: string, text: string) => writeInto(join(assets, path), text);
	const page = (path: string, title: string, description: string, body: Html) => {
		const aside = contents(document, guides, `/${path.replace(/\.html$/, "")}`);
		const loaded = { styles: [files.site, files.docs], scripts: [files.docsScript] };
		return write(path, pageOf({ title, description, body, aside, ...loaded }));
	};
	await Promise.all([
		page("docs.html", "Docs", "Guides and the reference of the Undertone API.", indexOf(document, guides)),
		...guides.map(({ name, title, body }) => page(`docs/${name}.html`, title, `${title}: Undertone.`, body)),
		...document.tags.map((tag) =>
			page(
				`docs/reference/${slugOf(tag.name)}.html`,
				tag.name,
				tag.description,
				referencePage(document, tag),
			),
		),
		write("docs/search.json", JSON.stringify(searchEntries(document, guides))),
	]);
}

async function writeInto(target: string, text: string): Promise<void> {
	await mkdir(dirname(target), { recursive: true });
	await writeFile(target, text);
}

function link(href: string, name: string, current: string): Html {
	return href === current
		? html`<li><a href="${href}" aria-current="page">${name}</a></li>`
		: html`<li><a href="${href}">${name}</a></li>`;
}

/** All pages, with the search above them. */
function contents(document: Document, guides: readonly Guide[], current: string): Html {
	return html`<div class="aside">
	<form class="search" role="search" action="/docs">
		<label for="search">Search the docs</label>
		<input id="search" type="search" autocomplete="off" aria-controls="found" placeholder="events, calendar, 429 …" />
		<ul id="found" aria-label="Found" hidden></ul>
		<p id="found-count" class="hint" role="status"></p>
	</form>
	<details class="pages" open>
		<summary>All pages</summary>
		<nav aria-label="Docs">
			<h2>Guides</h2>
			<ul>${link("/docs", "Start here", current)}${guides.map(({ name, title }) => link(`/docs/${name}`, title, current))}</ul>
			${document["x-tagGroups"].map(
				({ name, tags }) => html`<h2>${name}: reference</h2>
			<ul>${tags.map((tag) => link(hrefOfTag(tag), tag, current))}</ul>`,
			)}
		</nav>
	</details>
</div>`;
}

function indexOf(document: Document, guides: readonly Guide[]): Html {
	const endpoints = endpointsOf(document);
	const descriptions = new Map(document.tags.map(({ name, description }) => [name, description]));
	return html`<h1>Docs</h1>
<p class="lead">Emotion, from what people do, how they sound and what they write.</p>
${
	guides.length > 0 &&
	html`<h2>Guides</h2>
<ul class="cards">${guides.map(({ name, title, sections }) => html`<li><a href="/docs/${name}">${title}</a><p>${sections.slice(0, 4).join(" · ")}</p></li>`)}</ul>`
}
<h2 id="reference">API reference</h2>
<p>${endpoints.length} operations, with a form to try each. As a file for your tools: <a href="/openapi.json">openapi.json</a>.</p>
${document["x-tagGroups"].map(
	({ name, tags }) => html`<h3>${name}</h3>
<ul class="cards">${tags.map((tag) => html`<li><a href="${hrefOfTag(tag)}">${tag}</a><p>${descriptions.get(tag)}</p></li>`)}</ul>`,
)}`;
}

function searchEntries(document: Document, guides: readonly Guide[]): SearchEntry[] {
	const operations = endpointsOf(document).map((endpoint) => {
		const { method, path, operation } = endpoint;
		const statuses = Object.keys(operation.responses).join(" ");
		return {
			title: operation.summary,
			href: hrefOf(endpoint),
			words: `${method} ${path} ${operation.operationId} ${operation.tags[0]} ${statuses} ${operation.description ?? ""}`,
		};
	});
	const sections = guides.flatMap(({ name, title, sections: headings }) => [
		{ title, href: `/docs/${name}`, words: "guide" },
		...headings.map((heading) => ({
			title: heading,
			href: `/docs/${name}#${slugOf(heading)}`,
			words: `guide ${title}`,
		})),
	]);
	return [...sections, ...operations];
}
