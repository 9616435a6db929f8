/** HTML that may be put into a page as it is. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? "");

type Part = Html | string | number | false | undefined | readonly Part[];

function render(part: Part): string {
	if (part === false || part === undefined) return "";
	if (part instanceof Html) return part.text;
	return Array.isArray(part) ? part.map(render).join("") : escapeHtml(String(part));
}

/** A template whose values are escaped, unless they are HTML themselves. Nothing is made of `false` and `undefined`. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
	new Html(strings.reduce((text, string, i) => `${text}${render(parts[i - 1])}${string}`));

/** What a heading is linked to by: its words, in small letters, joined by hyphens. */
export const slugOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
