import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export interface HostSite {
	origin: string;
	/** Serves this body at every path from now on, and answers with the given extra headers. */
	serve(body: string, headers?: Record<string, string>): void;
}

/** Somebody else's site, on another origin than the API, that embeds the snippet. */
export function useHostSite(): HostSite {
	let server: Server;
	let html = "";
	let extra: Record<string, string> = {};
	const site: HostSite = {
		origin: "",
		serve(body, headers = {}) {
			html = `<!doctype html><html lang="en"><head><title>Host</title></head><body>${body}</body></html>`;
			extra = headers;
		},
	};
	beforeAll(async () => {
		server = createServer((_, response) => {
			response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...extra }).end(html);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return site;
}
