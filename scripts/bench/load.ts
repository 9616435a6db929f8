import { connect } from "node:net";

export interface LoadResult {
	seconds: number;
	/** Of each request, in ms, ascending. */
	latencies: number[];
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** A request as it goes over the wire. */
export function requestBytes(url: URL, method: string, headers: Record<string, string>, body = ""): Buffer {
	const lines = [
		`${method} ${url.pathname}${url.search} HTTP/1.1`,
		`Host: ${url.host}`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		...(method === "GET" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
	];
	return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Sends every request once over kept-alive connections. Throws at the first answer that is not 2xx. */
export async function sendAll(
	url: URL,
	requests: readonly Buffer[],
	connections: number,
): Promise<LoadResult> {
	const waiting = requests[Symbol.iterator]();
	const latencies: number[] = [];
	const start = performance.now();
	await Promise.all(
		Array.from({ length: Math.min(connections, requests.length) }, () => work(url, waiting, latencies)),
	);
	return { seconds: (performance.now() - start) / 1000, latencies: latencies.sort((a, b) => a - b) };
}

/** One connection: takes requests off the list until it is empty. */
function work(url: URL, waiting: Iterator<Buffer>, latencies: number[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
		let received: Buffer = Buffer.alloc(0);
		let sentAt = 0;
		const sendNext = () => {
			const { value: request, done } = waiting.next();
			if (done) {
				socket.destroy();
				resolve();
				return;
			}
			sentAt = performance.now();
			socket.write(request);
		};
		socket.on("connect", sendNext);
		socket.on("error", reject);
		socket.on("end", () => reject(new Error("The server closed the connection")));
		socket.on("data", (chunk) => {
			received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
			try {
				if (!isComplete(received)) return;
			} catch (error) {
				socket.destroy();
				reject(error);
				return;
			}
			received = Buffer.alloc(0);
			latencies.push(performance.now() - sentAt);
			sendNext();
		});
	});
}

/** Whether a whole answer is there. Throws when its status is not 2xx or its length is unknown. */
function isComplete(received: Buffer): boolean {
	const headEnd = received.indexOf(HEAD_END);
	if (headEnd < 0) return false;
	const head = received.toString("latin1", 0, headEnd);
	const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
	const body = received.subarray(headEnd + HEAD_END.length);
	if (!/^HTTP\/1\.1 2\d\d /.test(head)) throw new Error(`${head.split("\r\n", 1)[0]}: ${body.toString()}`);
	if (length === undefined) throw new Error("The answer does not say how long it is");
	return body.length >= Number(length);
}
