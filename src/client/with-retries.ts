type Send = (request: Request) => Promise<Response>;

/** Answers that say "not now" and that nothing was stored. */
const TRY_AGAIN: ReadonlySet<number> = new Set([429, 503]);
/** Methods that may be repeated when it is not known whether the first request arrived (RFC 9110, 9.2.2). */
const REPEATABLE: ReadonlySet<string> = new Set(["GET", "HEAD", "PUT"]);

const FIRST_WAIT_MS = 500;
/** A client that is told to come back later than this hands the answer to its caller instead. */
const MAX_WAIT_MS = 30_000;

/**
 * Sends a request up to `attempts` times: again when the API says that it is busy, after the time that it names, and
 * when no answer came, if the request is known by an idempotency key or may be repeated anyway.
 */
export function withRetries(send: Send, attempts: number): Send {
	return async (request) => {
		for (let attempt = 1; ; attempt++) {
			const isLast = attempt >= attempts;
			let wait = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
			try {
				const response = await send(isLast ? request : request.clone());
				if (isLast || !TRY_AGAIN.has(response.status)) return response;
				const seconds = Number(response.headers.get("Retry-After") ?? 0);
				if (seconds * 1000 > MAX_WAIT_MS) return response;
				wait = Math.max(wait, seconds * 1000);
				await response.body?.cancel();
			} catch (error) {
				if (isLast || request.signal.aborted || !mayRepeat(request)) throw error;
			}
			await pause(wait, request.signal);
		}
	};
}

const mayRepeat = ({ method, headers }: Request): boolean =>
	REPEATABLE.has(method) || headers.has("Idempotency-Key");

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener("abort", stop);
			resolve();
		}, milliseconds);
		signal.addEventListener("abort", stop, { once: true });
		if (signal.aborted) stop();
	});
}
