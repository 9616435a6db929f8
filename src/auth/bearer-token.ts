import type { RequestContext } from "../http/router.ts";

/** What a request presents as `Authorization: Bearer …`, undefined when it presents nothing. */
export const bearerTokenOf = (c: RequestContext): string | undefined =>
	/^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
