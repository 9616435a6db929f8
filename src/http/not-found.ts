import type { NotFoundHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { Fault } from "../errors.ts";
import type { AppEnv, RequestContext, Router } from "./router.ts";

/**
 * Handles unmatched requests: 405 with `Allow` if the path exists with another method, otherwise 404. A browser gets
 * the 404 as a page.
 */
export function notFound(app: Router): NotFoundHandler<AppEnv> {
	let methods: TrieRouter<string> | undefined;
	return (c) => {
		methods ??= methodsByPath(app);
		const [matched] = methods.match("ALL", c.req.path);
		const allow = [...new Set(matched.map(([method]) => method))].sort();
		if (allow.length > 0) throw new Fault({ code: "method_not_allowed", allow });
		if (wantsPage(c)) return notFoundPage(c);
		throw new Fault({ code: "not_found", message: "Not found" });
	};
}

/** Whether a browser requests a page. Programs accept JSON or anything; `/v1` and `/api` have no pages. */
const wantsPage = ({ req }: RequestContext): boolean =>
	req.method === "GET" &&
	(req.header("Accept") ?? "").includes("text/html") &&
	!/^\/(v1|api)(\/|$)/.test(req.path);

async function notFoundPage({ env, req }: RequestContext): Promise<Response> {
	const page = await env.ASSETS.fetch(new URL("/404", req.url));
	return new Response(page.body, { status: 404, headers: page.headers });
}

function methodsByPath(app: Router): TrieRouter<string> {
	const router = new TrieRouter<string>();
	for (const { method, path } of app.routes) if (method !== "ALL") router.add("ALL", path, method);
	return router;
}
