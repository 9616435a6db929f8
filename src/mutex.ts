/** Returns a function that runs tasks one at a time, in order, each after the previous one has settled. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (task) => {
		const result = last.then(task);
		last = result.catch(() => undefined);
		return result;
	};
}
