import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach } from "vitest";

interface Received {
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Receiver {
	origin: string;
	/** What came, in order. */
	received: Received[];
	/** With which status it answers. */
	status: number;
}

/** Somebody's server that webhooks are sent to. */
export function useReceiver(): Receiver {
	let server: Server;
	const receiver: Receiver = { origin: "", received: [], status: 200 };
	beforeAll(async () => {
		server = createServer(async (request, response) => {
			receiver.received.push({ headers: request.headers, body: await text(request) });
			response.writeHead(receiver.status).end();
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		receiver.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		receiver.received = [];
		receiver.status = 200;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});
	return receiver;
}
