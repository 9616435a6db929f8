import { Renderer, type RendererObject, type Token, type Tokens } from "marked";
import { escapeHtml, slugOf } from "./html.ts";

export const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";

/** Headings that can be linked to; tables and code that scroll in boxes of their own, which the keyboard reaches too. */
export const renderer: RendererObject = {
	heading({ tokens, depth, text }) {
		return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
	},
	table(token) {
		// A corner with nothing in it heads nothing.
		const table = Renderer.prototype.table.call(this, token).replaceAll("<th></th>", "<td></td>");
		return `<div class="table" role="group" aria-label="Table" tabindex="0">${table}</div>\n`;
	},
	code({ text, lang }) {
		const language = lang?.split(/\s/)[0] ?? "";
		const label = escapeHtml(language ? `Example in ${language}` : "Example");
		return `<pre tabindex="0" role="group" aria-label="${label}"><code>${escapeHtml(text)}</code></pre>\n`;
	},
};
