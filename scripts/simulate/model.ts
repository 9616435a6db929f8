import { LIMITS, PLAN, PRICES } from "./limits.ts";

/** What one unit of each kind of work costs. */
export interface Costs {
	/** Milliseconds of CPU for a batch, in the Worker and its objects: `npm run bench -- session-mood`. */
	batchCpuMs: number;
	/** Milliseconds of CPU for a note of a minute: `npm run bench -- voice`. */
	noteCpuMs: number;
	/** Bytes of a session's object with events, and without. */
	sessionBytes: number;
	settledBytes: number;
	/** The share of batches that change a mood. */
	changing: number;
	/** Bytes of a journal's entry in D1. */
	entryBytes: number;
}

/** How people are taken to behave. */
export const ASSUMED = {
	eventsABatch: 10,
	batchesASession: 20,
	/** The busiest second of a day beside the average one. */
	peak: 3,
	/** Days until a session's events are dropped: EVENT_RETENTION_DAYS. */
	retentionDays: 30,
	/** Events a day for each person who keeps a journal, so that both products grow together. */
	eventsAPerson: 1_000,
	/** Readings of the journal a person and day, and the rows that each reads in the first year. */
	readingsADay: 6,
	rowsAReading: 1_100,
	/** People who consent to their recordings being kept, and the size of one: 60 s of Opus at 32 kbit/s. */
	consenting: 0.3,
	recordingBytes: 240_000,
	/** Isolates that serve the busiest second, for each of which a key is looked up once in 55 seconds. */
	requestsAnIsolate: 100,
	keyCacheSeconds: 55,
};

/** The rows that a session writes in its account besides its batches: itself, two counters, three tallies. */
const ADMISSION_ROWS = 6;
/** Alarms of a session: one for its retention, one to check that its mood was told, and that one set back. */
const ALARM_ROWS = 3;
const ALARMS = 2;
/** The rows for a told mood that no other session's mood comes with: the note, and its deletion. */
const NOTE_ROWS = 2;
/** A session's moods are counted once, when somebody asks. */
const COUNTED_ROWS = 1;
/** Seconds that a session waits for others before it tells its account. */
const WINDOW_S = 0.1;
const OBJECT_GB = 0.125;
const DAY_S = 86_400;
const MONTH_DAYS = 30;
const GB = 1e9;

export interface Scale {
	eventsADay: number;
	batchesPerSecond: number;
	sessionsADay: number;
	/** Objects with events, and all after a year. */
	objectsWithEvents: number;
	objectsAfterAYear: number;
	rowsABatch: number;
	objectGigabytesAfterAYear: number;
	keyReadsPerSecond: number;
	people: number;
	databaseGigabytesAfterAYear: number;
	databaseQueriesPerSecond: number;
	bucketGigabytesAfterAYear: number;
	/** Calls a second to the object of an account that has all the traffic. */
	accountCallsPerSecond: number;
	/** Days until the journals' database is full. */
	daysUntilDatabaseIsFull: number;
	/** Dollars a month, after a year. */
	dollars: Record<"sessions" | "session storage" | "journal" | "journal storage" | "recordings", number>;
}

const beyond = (used: number, included: number): number => Math.max(0, used - included);

/** What so many events a day come to. Sessions are taken to be spread so thin that no two moods are told together. */
export function scaleOf(eventsADay: number, costs: Costs): Scale {
	const batches = eventsADay / ASSUMED.eventsABatch;
	const sessions = batches / ASSUMED.batchesASession;
	const changes = batches * costs.changing;
	const batchesPerSecond = (batches / DAY_S) * ASSUMED.peak;
	const rows = batches + sessions * (ADMISSION_ROWS + ALARM_ROWS + COUNTED_ROWS) + changes * NOTE_ROWS;
	const objectRequests = batches + sessions * (1 + ALARMS) + changes;
	const objectsWithEvents = sessions * ASSUMED.retentionDays;
	const objectsAfterAYear = sessions * 365;
	const objectBytes =
		objectsWithEvents * costs.sessionBytes + (objectsAfterAYear - objectsWithEvents) * costs.settledBytes;
	const people = eventsADay / ASSUMED.eventsAPerson;
	const databaseBytes = people * 365 * costs.entryBytes;
	const bucketBytes = people * ASSUMED.consenting * 365 * ASSUMED.recordingBytes;
	const isolates = Math.max(1, batchesPerSecond / ASSUMED.requestsAnIsolate);
	const rowsRead = people * ASSUMED.readingsADay * ASSUMED.rowsAReading;
	const month = (perDay: number) => perDay * MONTH_DAYS;
	return {
		eventsADay,
		batchesPerSecond,
		sessionsADay: sessions,
		objectsWithEvents,
		objectsAfterAYear,
		rowsABatch: rows / batches,
		objectGigabytesAfterAYear: objectBytes / GB,
		keyReadsPerSecond: isolates / ASSUMED.keyCacheSeconds,
		people,
		databaseGigabytesAfterAYear: databaseBytes / GB,
		databaseQueriesPerSecond: ((people * (ASSUMED.readingsADay + 2)) / DAY_S) * ASSUMED.peak,
		bucketGigabytesAfterAYear: bucketBytes / GB,
		accountCallsPerSecond: ((sessions + changes) / DAY_S) * ASSUMED.peak,
		daysUntilDatabaseIsFull: (LIMITS.databaseGigabytes * GB) / (people * costs.entryBytes),
		dollars: {
			sessions:
				beyond(month(batches), PLAN.workerRequests) * PRICES.workerRequest +
				beyond(month(batches * costs.batchCpuMs), PLAN.workerCpuMs) * PRICES.workerCpuMs +
				beyond(month(objectRequests), PLAN.objectRequests) * PRICES.objectRequest +
				beyond(month(rows), PLAN.rowsWritten) * PRICES.rowWritten +
				month(changes * WINDOW_S * OBJECT_GB) * PRICES.objectGigabyteSecond,
			"session storage": beyond(objectBytes / GB, PLAN.gigabytes) * PRICES.objectGigabyteMonth,
			journal:
				month(people * costs.noteCpuMs) * PRICES.workerCpuMs +
				month(people * (ASSUMED.readingsADay + 2)) * PRICES.workerRequest +
				beyond(month(rowsRead), PLAN.rowsRead) * PRICES.rowRead +
				// An entry, its four indexes, three activities with theirs, and the settings' revision.
				month(people * 12) * PRICES.rowWritten,
			"journal storage": beyond(databaseBytes / GB, PLAN.gigabytes) * PRICES.databaseGigabyteMonth,
			recordings:
				(bucketBytes / GB) * PRICES.bucketGigabyteMonth +
				month(people * ASSUMED.consenting) * PRICES.bucketWrite,
		},
	};
}
