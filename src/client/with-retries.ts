type Send = (request: Request) => Promise<Response>;

/** Statuses that mean "not now", with nothing stored. */
const RETRYABLE_STATUS: ReadonlySet<number> = new Set([429, 503]);
/** Methods that may be retried even if the first request may have arrived (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "PUT"]);

const FIRST_WAIT_MS = 500;
/** If `Retry-After` is longer than this, the response is returned to the caller instead. */
const MAX_WAIT_MS = 30_000;

/**
 * Sends a request up to `attempts` times. Retries after `Retry-After` if the API is busy, and after a network error if
 * the method is idempotent or the request has an idempotency key.
 */
export function withRetries(send: Send, attempts: number): Send {
	return async (request) => {
		for (let attempt = 1; ; attempt++) {
			const isLast = attempt >= attempts;
			let wait = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
			try {
				const response = await send(isLast ? request : request.clone());
				if (isLast || !RETRYABLE_STATUS.has(response.status)) return response;
				const seconds = Number(response.headers.get("Retry-After") ?? 0);
				if (seconds * 1000 > MAX_WAIT_MS) return response;
				wait = Math.max(wait, seconds * 1000);
				await response.body?.cancel();
			} catch (error) {
				if (isLast || request.signal.aborted || !isIdempotent(request)) throw error;
			}
			await pause(wait, request.signal);
		}
	};
}

const isIdempotent = ({ method, headers }: Request): boolean =>
	IDEMPOTENT_METHODS.has(method) || headers.has("Idempotency-Key");

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
