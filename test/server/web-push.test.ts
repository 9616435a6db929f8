import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webPushSender } from "../../src/journal/reminders/push-service.ts";
import { isSigned, newBrowser, newPushIdentity } from "../support/push-service.ts";

interface Received {
	headers: Headers;
	body: Uint8Array<ArrayBuffer>;
}

const ENDPOINT = "https://push.example/send/abc";
const received: Received[] = [];
let status = 201;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Uint8Array.from(Buffer.concat(chunks));
}

const server = createServer(async (request, response) => {
	const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
	received.push({ headers, body: await bodyOf(request) });
	response.writeHead(status, status === 301 ? { Location: "https://elsewhere.example/" } : {}).end();
});
beforeAll(async () => {
	await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());

/** The network's part: the name of the push service leads to this machine. */
const resolvesHere: typeof fetch = (input, init) => {
	const { port } = server.address() as AddressInfo;
	return fetch(String(input).replace("https://push.example", `http://127.0.0.1:${port}`), init);
};

const message = { title: "આજનો દિવસ કેવો રહ્યો?", body: "અડધી મિનિટ બોલવું પૂરતું છે.", url: "/journal" };
const identity = await newPushIdentity();
const browser = await newBrowser(ENDPOINT);
const target = { endpoint: ENDPOINT, ...browser.subscription.keys };
const send = () => webPushSender(identity, resolvesHere)(target, message);

describe("a message to a push service", () => {
	it("arrives signed by this server and readable for the browser alone", async () => {
		status = 201;
		expect(await send()).toBe("delivered");
		const { headers, body } = received.at(-1) ?? { headers: new Headers(), body: new Uint8Array() };
		expect(JSON.parse(await browser.decrypt(body))).toEqual(message);
		expect(await isSigned(new Request(ENDPOINT, { headers }), identity.publicKey)).toBe(true);
		expect(await isSigned(new Request("https://other.example/", { headers }), identity.publicKey)).toBe(
			false,
		);
		expect(headers.get("ttl")).toBe("10800");
		expect(headers.get("topic")).toBe("reminder");
		expect(new TextDecoder().decode(body)).not.toContain("title");
		const stranger = await newBrowser(ENDPOINT);
		await expect(stranger.decrypt(body)).rejects.toThrow();
	});

	it("tells a browser that is gone from a service that is down", async () => {
		for (const [answer, outcome] of [
			[404, "gone"],
			[410, "gone"],
			[429, "failed"],
			[500, "failed"],
			[301, "failed"],
		] as const) {
			status = answer;
			expect(await send(), String(answer)).toBe(outcome);
		}
		const unreachable = webPushSender(identity, () => Promise.reject(new TypeError("no route")));
		expect(await unreachable(target, message)).toBe("failed");
	});
});
