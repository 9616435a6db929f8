/** A server under test. */
export interface Contender {
	name: string;
	/** `hello` answers a GET and does nothing; `floor` stores what it is sent; `events` does all of the hot path. */
	work: "hello" | "floor" | "events";
	url: URL;
	/** The processes whose CPU time counts, with all their descendants. */
	pids: readonly number[];
	apiKey: string;
	/** How many events its store holds, read from the store and not from memory. */
	storedEvents(): Promise<number>;
	stop(): Promise<void>;
}

/** Where the servers keep their state. */
export interface Place {
	kind: "tmpfs" | "disk";
	folder: string;
}
