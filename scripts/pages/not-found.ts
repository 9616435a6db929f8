import type { SiteFiles } from "../web.ts";
import { html } from "./html.ts";
import { pageOf } from "./layout.ts";

/** What a browser is shown for a page that does not exist. */
export const notFoundPage = ({ site }: SiteFiles): string =>
	pageOf({
		title: "Page not found",
		description: "There is no page at this address.",
		styles: [site],
		body: html`<h1>There is no page here</h1>
<p class="lead">The address may be mistyped, or the page has moved.</p>
<ul>
	<li><a href="/">The front page</a></li>
	<li><a href="/docs">Guides and the API reference</a></li>
	<li><a href="/console">The console</a></li>
	<li><a href="/demo">The demo</a></li>
</ul>`,
	});
