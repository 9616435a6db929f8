import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Marked, type Tokens } from "marked";
import type { SiteFiles } from "../web.ts";
import { Html, slugOf } from "./html.ts";
import { pageOf } from "./layout.ts";
import { isHeading, renderer } from "./markdown.ts";

const models = join(import.meta.dirname, "../../models");

/** The card's facts for programs, served beside it. */
const FACTS = "voice-emotion.json";

/** Builds the model card into `<assets>/models/voice-emotion.html`, with what it links to in models/. */
export async function buildCard(assets: string, { site, card }: SiteFiles): Promise<void> {
	const { html, files } = cardPage(await readFile(join(models, "CARD.md"), "utf8"), [site, card]);
	for (const file of new Set([FACTS, ...files])) {
		const target = join(assets, "models", file);
		await mkdir(dirname(target), { recursive: true });
		await copyFile(join(models, file), target);
	}
	await writeFile(join(assets, "models/voice-emotion.html"), html);
}

/** The card as a page, and the files beside it that the page needs. Throws when it links out of models/. */
export function cardPage(markdown: string, styles: readonly string[]): { html: string; files: string[] } {
	const marked = new Marked({ renderer });
	const tokens = marked.lexer(markdown);
	const files: string[] = [];
	marked.walkTokens(tokens, (token) => {
		if ((token.type === "link" || token.type === "image") && isBeside(token.href)) files.push(token.href);
	});
	return { html: page(tokens.filter(isHeading), marked.parser(tokens), styles), files };
}

/** Whether a link leads to a file beside the card, which is then served beside the page. */
function isBeside(href: string): boolean {
	if (href.startsWith("..")) throw new Error(`models/CARD.md links to ${href}, which is not served`);
	return !/^(#|\/|[a-z]+:)/i.test(href);
}

function contents(headings: readonly Tokens.Heading[]): string {
	const sections = headings.filter(({ depth }) => depth === 2);
	const items = sections.map(({ text }) => `<li><a href="#${slugOf(text)}">${text}</a></li>`);
	return `<nav class="contents" aria-label="Contents"><ul>${items.join("")}</ul></nav>`;
}

function page(headings: readonly Tokens.Heading[], body: string, styles: readonly string[]): string {
	const withContents = body.replace("</h1>\n", (end) => `${end}${contents(headings)}\n`);
	return pageOf({
		title: headings.find(({ depth }) => depth === 1)?.text ?? "Model card",
		description:
			"What Undertone's voice model learned from, how well it hears, and what it must not be used for.",
		styles,
		body: new Html(`${withContents}<p>For programs: <a href="/models/${FACTS}">${FACTS}</a></p>`),
	});
}
