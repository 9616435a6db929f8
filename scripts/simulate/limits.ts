/**
 * What Cloudflare charges (Workers Paid, beyond what is included) and allows, in US dollars, as published on
 * developers.cloudflare.com in 2026: workers, durable-objects, d1 and r2, each under platform/pricing and
 * platform/limits.
 */
export const PRICES = {
	workerRequest: 0.3 / 1e6,
	workerCpuMs: 0.02 / 1e6,
	objectRequest: 0.15 / 1e6,
	objectGigabyteSecond: 12.5 / 1e6,
	rowWritten: 1 / 1e6,
	rowRead: 0.001 / 1e6,
	objectGigabyteMonth: 0.2,
	databaseGigabyteMonth: 0.75,
	bucketGigabyteMonth: 0.015,
	bucketWrite: 4.5 / 1e6,
};

/** What an account pays for in any case, and what that includes a month. */
export const PLAN = {
	dollars: 5,
	workerRequests: 10e6,
	workerCpuMs: 30e6,
	objectRequests: 1e6,
	rowsWritten: 50e6,
	rowsRead: 25e9,
	gigabytes: 5,
};

export const LIMITS = {
	/** Requests a second that one object can be expected to serve ("about 1,000", a soft limit). */
	objectRequestsPerSecond: 1_000,
	objectGigabytes: 10,
	databaseGigabytes: 10,
	/** One database runs one query at a time: 1,000 a second at 1 ms each. */
	databaseQueriesPerSecond: 1_000,
};
