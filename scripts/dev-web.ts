import { createServer, type Plugin } from "vite";
import { ROUTED, sharedConfig } from "./web.ts";

const api = process.env.API ?? "http://127.0.0.1:8787";
const port = Number(process.env.WEB_PORT ?? 5173);

/** What the started server has and this one has not: the API, the snippet, and what is generated. */
const ELSEWHERE = [
	...["/api", "/v1", "/sdk.", "/docs", "/models", "/health"],
	...["/openapi.json", "/third-party-notices", "/favicon.ico"],
];

/** As `_redirects` does it in the build: a page gets every address below its own. */
const pageAddresses: Plugin = {
	name: "page-addresses",
	configureServer({ middlewares }) {
		middlewares.use((request, _, next) => {
			const [, page = "", rest = ""] = /^\/(\w+)(\/[^?.]*)?(\?|$)/.exec(request.url ?? "") ?? [];
			const isPage = page === "demo" || ROUTED.some((name) => name === page);
			if (isPage && (rest === "" || page !== "demo")) request.url = `/${page}/index.html`;
			next();
		});
	},
};

const proxied = { target: api, ws: true, changeOrigin: true };
/** `/api` answers its own origin; keys of web pages are for the origin that the browser tells. */
const proxies = Object.fromEntries(
	ELSEWHERE.map((path) => [path, path === "/api" ? { ...proxied, headers: { origin: api } } : proxied]),
);
const server = await createServer({
	...sharedConfig,
	logLevel: "info",
	plugins: [pageAddresses],
	server: { port, host: "127.0.0.1", strictPort: true, proxy: proxies },
});
await server.listen();
console.log(`
  Pages that change as you save them: http://127.0.0.1:${port}
  The API and what is generated come from ${api} (npm start).
`);
