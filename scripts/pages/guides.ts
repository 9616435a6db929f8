import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Marked } from "marked";
import { escapeHtml, Html } from "./html.ts";
import { isHeading, renderer } from "./markdown.ts";

const folder = join(import.meta.dirname, "../../docs");

export interface Guide {
	/** The name of its file, and of its page below `/docs`. */
	name: string;
	title: string;
	sections: readonly string[];
	body: Html;
}

/** The order in which a newcomer needs them; what is not named comes after. */
const ORDER = [
	"session-mood",
	"moods",
	"snippet",
	"live",
	"console",
	"voice-journal",
	"vocabulary",
	"typed-client",
	"errors-and-limits",
	"running-locally",
	"deploying",
	"operating",
	"limits-and-costs",
	"scale",
	"data-protection",
	"threat-model",
	"benchmarks",
	"decisions",
];

/** Documents outside `docs/` that have a page of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = { "../models/CARD.md": "/models/voice-emotion" };

/** Links between the documents become links between their pages. */
function pageHref(href: string): string {
	if (ELSEWHERE[href]) return ELSEWHERE[href];
	const [, name, anchor = ""] = /^(?:docs\/)?([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
	if (name) return `/docs/${name}${anchor}`;
	if (href.startsWith("../")) throw new Error(`A document links to ${href}, which is not served`);
	return href;
}

/** One document as a page's body. Throws when it links to what is not served. */
export function guideOf(name: string, markdown: string): Guide {
	const marked = new Marked({ renderer: { ...renderer, html: ({ text }) => escapeHtml(text) } });
	const tokens = marked.lexer(markdown);
	marked.walkTokens(tokens, (token) => {
		if (token.type === "link") token.href = pageHref(token.href);
	});
	const headings = tokens.filter(isHeading);
	return {
		name,
		title: headings.find(({ depth }) => depth === 1)?.text ?? name,
		sections: headings.filter(({ depth }) => depth === 2).map(({ text }) => text),
		body: new Html(marked.parser(tokens)),
	};
}

/** Every document of `docs/`, in reading order. */
export async function readGuides(): Promise<Guide[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith(".md"));
	const guides = await Promise.all(
		files.map(async (file) => guideOf(basename(file, ".md"), await readFile(join(folder, file), "utf8"))),
	);
	const rank = ({ name }: Guide) => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
	return guides.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
