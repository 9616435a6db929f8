import type { RequestContext } from "./router.ts";

/** Whether `If-None-Match` contains this entity tag, by weak comparison (RFC 9110, 13.1.2). */
export const matchesIfNoneMatch = (c: RequestContext, tag: string): boolean =>
	(c.req.header("If-None-Match") ?? "")
		.split(",")
		.some((known) => known.trim().replace(/^W\//, "") === tag || known.trim() === "*");
