import type { Connection, ConnectionParts, LiveMessage } from "./live/connection.ts";

export interface LiveModule {
	connect(parts: ConnectionParts): Connection;
}

export interface Watch {
	/** Watches this session from now on. */
	follow(session: string): void;
	stop(): void;
}

/**
 * Watches the session by a socket. Its code is loaded from the API when somebody wants to know moods at once; where that
 * is not possible, the readings that come with each batch remain.
 */
export function createWatch(
	api: string,
	key: string,
	onMessage: (message: LiveMessage) => void,
	load: (url: string) => Promise<LiveModule> = (url) => import(/* @vite-ignore */ url),
): Watch {
	let followed = "";
	let connection: Connection | undefined;
	let isStopped = false;
	const url = () =>
		`${api.replace(/^http/, "ws")}/v1/sessions/${encodeURIComponent(followed)}/live?key=${encodeURIComponent(key)}`;
	const start = async () => {
		const { connect } = await load(`${api}/sdk.live.mjs`);
		if (!isStopped) connection = connect({ url, onMessage });
	};
	return {
		follow(session) {
			if (session === followed) return;
			const isFirst = followed === "";
			followed = session;
			if (isFirst) start().catch(() => {});
			else connection?.reopen();
		},
		stop() {
			isStopped = true;
			connection?.close();
		},
	};
}
