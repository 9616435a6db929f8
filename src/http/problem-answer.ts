import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A problem as one API family tells it. */
export interface ProblemAnswer {
	status: ContentfulStatusCode;
	body: Record<string, unknown>;
	headers?: Record<string, string>;
}
