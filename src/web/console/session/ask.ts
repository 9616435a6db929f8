import { createClient, type UndertoneClient } from "../../../client/index.ts";
import { DataError, dataOf } from "../../shared/data/data-error.ts";
import { isOnline } from "../../shared/data/page-life.ts";
import { credential, leave } from "./credential.ts";

/** How often something is asked before it is said to have failed. Offline, that is known at once. */
const ATTEMPTS = 3;

/** A client for a key; none for what anybody may ask. */
export const clientFor = (apiKey?: string): UndertoneClient =>
	createClient({
		baseUrl: location.origin,
		attempts: isOnline.peek() ? ATTEMPTS : 1,
		...(apiKey && { apiKey }),
	});

type Answer<T> = Parameters<typeof dataOf<T>>[0];

/** Asks for the account that is signed in. A key that is no longer taken ends the session. */
export async function ask<T>(call: (client: UndertoneClient) => Answer<T>): Promise<T> {
	const key = credential.peek();
	try {
		return await dataOf(call(clientFor(key)));
	} catch (reason) {
		if (reason instanceof DataError && reason.kind === "signed_out" && credential.peek() === key) {
			leave({ isEnded: true });
		}
		throw reason;
	}
}
