import { bodyLimit } from "hono/body-limit";
import { Fault } from "../../errors.ts";

/** Refuses a longer body, also one that does not say how long it is. `limit` in bytes. */
export const limitBody = (limit: number) =>
	bodyLimit({
		maxSize: limit,
		onError: () => {
			throw new Fault({ code: "payload_too_large", limit });
		},
	});
