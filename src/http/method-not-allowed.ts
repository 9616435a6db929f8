import type { NotFoundHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { Fault } from "../errors.ts";
import type { AppEnv } from "./app-env.ts";
import type { Router } from "./router.ts";

/** Answers what no route took: 405 with `Allow` when the path is known under another method, else 404. */
export function notFound(app: Router): NotFoundHandler<AppEnv> {
	let methods: TrieRouter<string> | undefined;
	return (c) => {
		methods ??= methodsByPath(app);
		const [matched] = methods.match("ALL", c.req.path);
		const allow = [...new Set(matched.map(([method]) => method))].sort();
		if (allow.length > 0) throw new Fault({ code: "method_not_allowed", allow });
		throw new Fault({ code: "not_found", message: "Not found" });
	};
}

function methodsByPath(app: Router): TrieRouter<string> {
	const router = new TrieRouter<string>();
	for (const { method, path } of app.routes) if (method !== "ALL") router.add("ALL", path, method);
	return router;
}
