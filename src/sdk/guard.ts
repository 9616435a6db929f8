/** Wraps one of our callbacks so that its errors never reach the host page. */
export function guard<A extends unknown[]>(task: (...args: A) => void): (...args: A) => void {
	return (...args) => {
		try {
			task(...args);
		} catch {
			// A snippet that measures frustration must not cause any.
		}
	};
}
