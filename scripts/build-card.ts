import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Marked, Renderer, type RendererObject, type Token, type Tokens } from "marked";

const models = join(import.meta.dirname, "../models");

/** The card's facts for programs, served beside it. */
const FACTS = "voice-emotion.json";

/** Builds the model card into `<assets>/models/voice-emotion.html`, with what it links to in models/. */
export async function buildCard(assets: string): Promise<void> {
	const { html, files } = cardPage(await readFile(join(models, "CARD.md"), "utf8"));
	for (const file of new Set([FACTS, ...files])) {
		const target = join(assets, "models", file);
		await mkdir(dirname(target), { recursive: true });
		await copyFile(join(models, file), target);
	}
	await writeFile(join(assets, "models/voice-emotion.html"), html);
}

/** The card as a page, and the files beside it that the page needs. Throws when it links out of models/. */
export function cardPage(markdown: string): { html: string; files: string[] } {
	const marked = new Marked({ renderer });
	const tokens = marked.lexer(markdown);
	const files: string[] = [];
	marked.walkTokens(tokens, (token) => {
		if ((token.type === "link" || token.type === "image") && isBeside(token.href)) files.push(token.href);
	});
	return { html: page(tokens.filter(isHeading), marked.parser(tokens)), files };
}

/** Headings that can be linked to, and tables that scroll in a box of their own, which the keyboard reaches too. */
const renderer: RendererObject = {
	heading({ tokens, depth, text }) {
		return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
	},
	table(token) {
		const table = Renderer.prototype.table.call(this, token);
		return `<div class="table" role="group" aria-label="Table" tabindex="0">${table}</div>\n`;
	},
};

const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";

/** Whether a link leads to a file beside the card, which is then served beside the page. */
function isBeside(href: string): boolean {
	if (href.startsWith("..")) throw new Error(`models/CARD.md links to ${href}, which is not served`);
	return !/^(#|\/|[a-z]+:)/i.test(href);
}

const idOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");

function contents(headings: readonly Tokens.Heading[]): string {
	const sections = headings.filter(({ depth }) => depth === 2);
	const items = sections.map(({ text }) => `<li><a href="#${idOf(text)}">${text}</a></li>`);
	return `<nav class="contents" aria-label="Contents"><ul>${items.join("")}</ul></nav>`;
}

function page(headings: readonly Tokens.Heading[], body: string): string {
	const title = headings.find(({ depth }) => depth === 1)?.text ?? "Model card";
	const withContents = body.replace("</h1>\n", (end) => `${end}${contents(headings)}\n`);
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<meta name="description" content="What Undertone's voice model learned from, how well it hears, and what it must not be used for." />
		<title>${title} · Undertone</title>
		<link rel="icon" href="/icon.svg" />
		<link rel="stylesheet" href="/models/card.css" />
	</head>
	<body>
		<nav class="back" aria-label="Undertone">
			<a href="/">Undertone</a>
			<a href="/docs">Reference</a>
			<a href="/models/${FACTS}">${FACTS}</a>
		</nav>
		<main>
${withContents}
		</main>
	</body>
</html>
`;
}
