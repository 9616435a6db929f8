/** Proxies close connections on which nothing happens for a minute or so. */
const COMMENT_EVERY_MS = 25_000;

/**
 * What a socket of an object sends, as server-sent events (HTML, 9.2): `event` is the message's type, `id` its cursor
 * where it has one. Ends when either side closes.
 */
export function asEventStream(socket: WebSocket): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let timer: ReturnType<typeof setInterval> | undefined;
	let isCancelled = false;
	return new ReadableStream<Uint8Array>({
		start(controller) {
			const write = (text: string) => controller.enqueue(encoder.encode(text));
			const end = () => {
				clearInterval(timer);
				if (!isCancelled) controller.close();
			};
			socket.addEventListener("message", ({ data }) => {
				if (!isCancelled) write(eventOf(String(data)));
			});
			socket.addEventListener("close", end, { once: true });
			socket.accept();
			write(": watching\n\n");
			timer = setInterval(() => write(": still here\n\n"), COMMENT_EVERY_MS);
		},
		cancel() {
			isCancelled = true;
			clearInterval(timer);
			socket.close(1000, "Nobody listens any more");
		},
	});
}

function eventOf(message: string): string {
	const { type, cursor } = JSON.parse(message) as { type: string; cursor?: string };
	const id = cursor === undefined ? "" : `id: ${cursor}\n`;
	return `event: ${type}\n${id}data: ${message}\n\n`;
}
