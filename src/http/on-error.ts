import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { Fault, invalidField } from "../errors.ts";
import { databaseOutage } from "../outages.ts";
import { logFailure } from "./middleware/request-log.ts";
import type { ErrorFamily } from "./problem-answer.ts";
import type { AppEnv } from "./router.ts";

/** Maps the framework's own errors (a malformed body, an unsupported media type) and a database outage. */
function asFault(error: Error): Fault | undefined {
	if (error instanceof Fault) return error;
	const outage = databaseOutage(error);
	if (outage) return outage;
	if (!(error instanceof HTTPException)) return undefined;
	if (error.status === 400) return new Fault({ code: "invalid_json" });
	return error.status === 415
		? invalidField("body", "Send JSON, with Content-Type: application/json")
		: undefined;
}

const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/**
 * Converts a thrown error to a response in the format of the path's API family, or of `fallback` if it has none. An
 * unexpected error reveals only the request id.
 */
export function onError(families: readonly ErrorFamily[], fallback: ErrorFamily): ErrorHandler<AppEnv> {
	const familyOf = (path: string): ErrorFamily =>
		families.find(({ prefixes }) => prefixes.some((prefix) => isBelow(path, prefix))) ?? fallback;
	return (error, c) => {
		const family = familyOf(c.req.path);
		const fault = asFault(error);
		if (fault) {
			if (fault.cause instanceof Error) logFailure(c, fault.cause);
			const { status, body, headers } = family.answer(fault.problem);
			return c.json(body, status, headers);
		}
		logFailure(c, error);
		return c.json(family.failure(c.var.requestId), 500);
	};
}
