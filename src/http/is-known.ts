import type { RequestContext } from "./router.ts";

/** Whether the caller already has what this entity tag names. A weak comparison (RFC 9110, 13.1.2). */
export const isKnown = (c: RequestContext, tag: string): boolean =>
	(c.req.header("If-None-Match") ?? "")
		.split(",")
		.some((known) => known.trim().replace(/^W\//, "") === tag || known.trim() === "*");
