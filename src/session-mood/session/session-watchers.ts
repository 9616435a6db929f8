import type { Sensitivity } from "../../key-settings.ts";
import { dueAnswer, readingAnswer, type SessionReading } from "./answers.ts";
import type { Shown } from "./session-prompts.ts";

/** Who watches, and by which key. */
export interface Watch {
	sessionId: string;
	model: string;
	sensitivity: Sensitivity;
	accountId: string;
	keyId: string;
}

interface Attachment extends Watch {
	/** What was told last. */
	told: { mood: string; confidence: number; action: string } | null;
}

/** At most four messages a second: what comes faster gives way to the newest. */
const PAUSE_MS = 250;
const CONFIDENCE_STEP = 0.05;
/** Close codes of the contract. */
const ERASED = 4404;
const REVOKED = 4401;
const MAX_MESSAGE_BYTES = 1024;
const TOO_BIG = 1009;

type ReadFor = (watch: Watch) => SessionReading | null;

/** The sockets that watch one session. What they know travels with them, so that the object may hibernate meanwhile. */
export class SessionWatchers {
	readonly #state: DurableObjectState;
	#toldAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(state: DurableObjectState) {
		this.#state = state;
		state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
	}

	/** The response to an upgrade. Tells the current mood at once, if there is one. */
	accept(watch: Watch, readFor: ReadFor): Response {
		const { 0: client, 1: server } = new WebSocketPair();
		this.#state.acceptWebSocket(server);
		server.serializeAttachment({ ...watch, told: null } satisfies Attachment);
		tellMood(server, readFor);
		return new Response(null, { status: 101, webSocket: client });
	}

	get areAny(): boolean {
		return this.#sockets.length > 0;
	}

	/** Tells what has changed, now or once the pause since the last time is over. */
	tellChanges(readFor: ReadFor): void {
		if (this.#timer !== undefined || !this.areAny) return;
		const wait = this.#toldAt + PAUSE_MS - Date.now();
		const tell = () => {
			this.#timer = undefined;
			this.#toldAt = Date.now();
			for (const socket of this.#sockets) tellMood(socket, readFor);
		};
		if (wait <= 0) tell();
		else this.#timer = setTimeout(tell, wait);
	}

	tellIntervention(shown: Shown): void {
		const message = JSON.stringify({ type: "intervention", ...dueAnswer(shown) });
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
			const { keyId } = attachmentOf(socket);
			if (!(await isActive(keyId))) socket.close(REVOKED, "The key was revoked");
		}
	}

	closeErased(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		for (const socket of this.#sockets) socket.close(ERASED, "The session was erased");
	}

	get #sockets(): WebSocket[] {
		return this.#state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
	}
}

const attachmentOf = (socket: WebSocket): Attachment => socket.deserializeAttachment();

function tellMood(socket: WebSocket, readFor: ReadFor): void {
	const attachment = attachmentOf(socket);
	const reading = readFor(attachment);
	if (!reading || !isNews(reading, attachment.told)) return;
	const { mood, confidence, suggested_action: action } = reading;
	socket.send(JSON.stringify({ type: "mood", ...readingAnswer(attachment.sessionId, reading) }));
	socket.serializeAttachment({ ...attachment, told: { mood, confidence, action } } satisfies Attachment);
}

const isNews = (
	{ mood, confidence, suggested_action: action }: SessionReading,
	told: Attachment["told"],
): boolean =>
	told === null ||
	told.mood !== mood ||
	told.action !== action ||
	Math.abs(told.confidence - confidence) >= CONFIDENCE_STEP - 1e-9;
