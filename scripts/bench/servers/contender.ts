import type { Batch } from "../traffic.ts";

/** A server under test. */
export interface Contender {
	name: string;
	/** `hello` answers a GET and does nothing; `floor` stores what it is sent; `events` does all of the hot path. */
	work: "hello" | "floor" | "events";
	url: URL;
	/** The processes whose CPU time counts, with all their descendants. */
	pids: readonly number[];
	/** A batch as it goes over the wire to this server. */
	request(batch: Batch): Buffer;
	/** What its store holds, read from the store and not from memory. */
	stored(): Promise<Stored>;
	stop(): Promise<void>;
}

export interface Stored {
	events: number;
	/** Rows written since the server started, where it counts them. */
	rowsWritten?: number;
}

/** Where the servers keep their state. */
export interface Place {
	kind: "tmpfs" | "disk";
	folder: string;
}
