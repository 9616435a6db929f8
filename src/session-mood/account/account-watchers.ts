import type { LoggedChange } from "./mood-log.ts";

/** Who listens to an account, to what, and by which key. */
export interface Listening {
	model: string;
	/** Null: to all moods. */
	moods: readonly string[] | null;
	keyId: string;
}

const REVOKED = 4401;
const MAX_MESSAGE_BYTES = 1024;
const TOO_BIG = 1009;

/** The sockets that listen to one account. What they want travels with them, so that the object may hibernate meanwhile. */
export class AccountWatchers {
	readonly #state: DurableObjectState;

	constructor(state: DurableObjectState) {
		this.#state = state;
		state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
	}

	/** The response to an upgrade. Tells first what was missed: `isWhole` is false if some of it is gone. */
	accept(
		listening: Listening,
		missed: { changes: readonly LoggedChange[]; isWhole: boolean } | null,
	): Response {
		const { 0: client, 1: server } = new WebSocketPair();
		this.#state.acceptWebSocket(server);
		server.serializeAttachment(listening);
		if (missed?.isWhole === false) server.send(JSON.stringify({ type: "gap" }));
		for (const change of missed?.changes ?? []) if (wants(listening, change)) server.send(messageOf(change));
		return new Response(null, { status: 101, webSocket: client });
	}

	get areAny(): boolean {
		return this.#sockets.length > 0;
	}

	tell(changes: readonly LoggedChange[]): void {
		if (changes.length === 0) return;
		const messages = changes.map((change) => ({ change, message: messageOf(change) }));
		for (const socket of this.#sockets) {
			const listening: Listening = socket.deserializeAttachment();
			for (const { change, message } of messages) if (wants(listening, change)) socket.send(message);
		}
	}

	tellErased(sessionId: string): void {
		const message = JSON.stringify({ type: "erased", session_id: sessionId });
		for (const socket of this.#sockets) socket.send(message);
	}

	/** What a client sends is ignored, unless it is too big. */
	receive(socket: WebSocket, message: string | ArrayBuffer): void {
		const size = typeof message === "string" ? message.length : message.byteLength;
		if (size > MAX_MESSAGE_BYTES) socket.close(TOO_BIG, "A message is at most 1 KiB");
	}

	/** Closes the sockets whose key no longer works. */
	async closeRevoked(isActive: (keyId: string) => Promise<boolean>): Promise<void> {
		for (const socket of this.#sockets) {
			const { keyId }: Listening = socket.deserializeAttachment();
			if (!(await isActive(keyId))) socket.close(REVOKED, "The key was revoked");
		}
	}

	get #sockets(): WebSocket[] {
		return this.#state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
	}
}

const wants = ({ model, moods }: Listening, change: LoggedChange): boolean =>
	change.model === model && (moods === null || moods.includes(change.mood));

/** A change as the contract has it. */
const messageOf = ({
	number,
	sessionId,
	mood,
	previous,
	confidence,
	action,
	eventCount,
	updatedAt,
}: LoggedChange): string =>
	JSON.stringify({
		type: "mood",
		cursor: String(number),
		session_id: sessionId,
		mood,
		previous,
		confidence,
		suggested_action: action,
		event_count: eventCount,
		updated_at: new Date(updatedAt * 1000).toISOString(),
	});
