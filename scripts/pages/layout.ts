import { type Html, html } from "./html.ts";

export interface Page {
	title: string;
	description: string;
	body: Html;
	styles: readonly string[];
	scripts?: readonly string[];
	/** What stands beside the text: the table of all pages. */
	aside?: Html;
}

const LINKS = [
	["/", "Undertone"],
	["/demo", "Demo"],
	["/console", "Console"],
	["/docs", "Docs"],
	["/models/voice-emotion", "Voice model"],
] as const;

/** A whole page: its head, the way to the others, and the footer. */
export function pageOf({ title, description, body, styles, scripts = [], aside }: Page): string {
	return html`<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<meta name="description" content="${description}" />
		<title>${title} · Undertone</title>
		<link rel="icon" href="/icon.svg" />
		${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
		${scripts.map((src) => html`<script src="${src}" type="module"></script>`)}
	</head>
	<body>
		<a class="skip" href="#content">Skip to the text</a>
		<header class="top">
			<nav aria-label="Undertone">${LINKS.map(([href, name]) => html`<a href="${href}">${name}</a>`)}</nav>
		</header>
		<div class="${aside ? "columns" : "column"}">
			${aside}
			<main id="content" tabindex="-1">
${body}
			</main>
		</div>
		<footer class="foot">
			<a href="/openapi.json">openapi.json</a>
			<a href="/third-party-notices">Third-party notices</a>
		</footer>
	</body>
</html>
`.text;
}
