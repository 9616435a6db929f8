import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestContext } from "./router.ts";

type RespondJson = RequestContext["json"];

/** Makes `c.json` end each body with a newline, so that a terminal prompt after curl starts on a new line. */
export function endJsonWithNewline(c: RequestContext): void {
	const respond = (value: unknown, status?: ContentfulStatusCode, headers?: Record<string, string>) =>
		c.newResponse(`${JSON.stringify(value)}\n`, status, { "Content-Type": "application/json", ...headers });
	// Hono's typed response exists only at the type level; its own `json` has the same assertion.
	c.json = respond as RespondJson;
}
