import { DataError, type FailureKind } from "./data-error.ts";
import type { Connect } from "./live.ts";

/** Close codes after which a new attempt would be refused too. */
const FINAL: Readonly<Record<number, FailureKind>> = { 4401: "signed_out", 4403: "refused", 4404: "missing" };

/** A message with the place in the stream behind which to continue, if it has one. */
interface Cursor {
	cursor?: unknown;
}

/** A WebSocket. `addressOf` gives its address, continuing behind a cursor if there is one. */
export function overSocket<M extends Cursor>(
	addressOf: (after: string | undefined) => string | URL,
): Connect<M> {
	return ({ after, signal, onOpen, onMessage }) =>
		new Promise((resolve, reject) => {
			const socket = new WebSocket(addressOf(after));
			signal.addEventListener("abort", () => socket.close());
			socket.addEventListener("open", onOpen);
			socket.addEventListener("message", ({ data }) => {
				if (data === "pong") return;
				const message: M = JSON.parse(data);
				onMessage(message, typeof message.cursor === "string" ? message.cursor : undefined);
			});
			socket.addEventListener("close", ({ code, reason }) => {
				const kind = FINAL[code];
				if (kind) reject(new DataError(kind, { message: reason }));
				else resolve();
			});
		});
}
