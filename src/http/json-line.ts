import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestContext } from "./router.ts";

type RespondJson = RequestContext["json"];

/** Makes this request's `c.json` end what it writes with a newline, so that a terminal's prompt follows on a new line. */
export function endJsonWithNewline(c: RequestContext): void {
	const respond = (value: unknown, status?: ContentfulStatusCode, headers?: Record<string, string>) =>
		c.newResponse(`${JSON.stringify(value)}\n`, status, { "Content-Type": "application/json", ...headers });
	// What a route's answer holds is a type without a value at run time: Hono's own `json` asserts it as well.
	c.json = respond as RespondJson;
}
