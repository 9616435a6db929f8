/** What the connection needs of the page. */
export interface ConnectionParts {
	/** The address of the socket, each time it is opened. */
	url(): string;
	onMessage(message: LiveMessage): void;
	/** Whether the socket is open, so that something else may take its place meanwhile. */
	onOpen?(isOpen: boolean): void;
}

export interface LiveMessage {
	readonly type: string;
	readonly [field: string]: unknown;
}

export interface Connection {
	/** Opens the socket anew, at the address that is now right. */
	reopen(): void;
	close(): void;
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** A connection that was cut silently is noticed within this time and a little more. */
const PING_MS = 25_000;
const PATIENCE_MS = 10_000;
/** Where it never works, a policy of the page or a proxy forbids it. */
const MAX_FIRST_FAILURES = 4;
/** Close codes after which there is nothing to watch: the key was revoked, or the session erased. */
const FINAL = [4401, 4404];

/**
 * A socket that is open while the page is seen: closed in hidden pages and when the page is left, so that it can be
 * kept for the back button; reconnected with growing, random pauses, and at once when the network is back.
 */
export function connect({ url, onMessage, onOpen }: ConnectionParts): Connection {
	const closing = new AbortController();
	const { signal } = closing;
	let socket: WebSocket | undefined;
	let failures = 0;
	let hasWorked = false;
	let retry: ReturnType<typeof setTimeout> | undefined;
	let beat: ReturnType<typeof setTimeout> | undefined;

	const drop = () => {
		clearTimeout(retry);
		clearTimeout(beat);
		const old = socket;
		socket = undefined;
		old?.close();
		if (old) onOpen?.(false);
	};
	const later = () => {
		const ceiling = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** failures++);
		retry = setTimeout(open, (ceiling * (1 + Math.random())) / 2);
	};
	const fail = (own: WebSocket, code: number) => {
		if (own !== socket) return;
		drop();
		if (FINAL.includes(code) || (!hasWorked && failures >= MAX_FIRST_FAILURES)) closing.abort();
		else later();
	};
	const open = () => {
		if (signal.aborted || document.hidden || socket) return;
		clearTimeout(retry);
		const own = new WebSocket(url());
		socket = own;
		const listen = () => {
			clearTimeout(beat);
			beat = setTimeout(() => {
				own.send("ping");
				beat = setTimeout(() => fail(own, 0), PATIENCE_MS);
			}, PING_MS);
		};
		own.onopen = () => {
			failures = 0;
			hasWorked = true;
			listen();
			onOpen?.(true);
		};
		own.onmessage = ({ data }) => {
			listen();
			if (data !== "pong") onMessage(JSON.parse(data));
		};
		own.onclose = ({ code }) => fail(own, code);
	};
	const reopen = () => {
		drop();
		open();
	};
	const options = { signal };
	document.addEventListener("visibilitychange", () => (document.hidden ? drop() : open()), options);
	addEventListener("pagehide", drop, options);
	addEventListener("pageshow", open, options);
	addEventListener("online", reopen, options);
	open();
	return {
		reopen,
		close() {
			closing.abort();
			drop();
		},
	};
}
