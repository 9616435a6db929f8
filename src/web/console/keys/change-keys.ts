import type { components } from "../../../client/index.ts";
import { ask } from "../session/ask.ts";
import { credential, enter, keepPageKey, leave } from "../session/credential.ts";

export type ApiKey = components["schemas"]["ApiKey"];

/** The account's active keys, newest first. */
export async function loadKeys(signal: AbortSignal): Promise<ApiKey[]> {
	const { keys } = await ask((client) => client.GET("/v1/keys", { signal }));
	return keys;
}

/** Makes a key for pages of the origins; the snippet takes it from now on. */
export async function makePageKey(origins: string[], label: string): Promise<string> {
	const body = { allowed_origins: origins, ...(label && { label }) };
	const { key } = await ask((client) => client.POST("/v1/keys", { body }));
	keepPageKey(key);
	return key;
}

/** Replaces the secret keys, which go on working for some hours, and goes on with the new one. */
export async function replaceSecretKey(overlapHours: number): Promise<string> {
	const body = { overlap_hours: overlapHours };
	const { key } = await ask((client) => client.POST("/v1/keys/rotate", { body }));
	enter(key);
	return key;
}

/** Whether a key is the one that the console uses. */
export const isInUse = ({ kind, hint }: ApiKey): boolean =>
	kind === "secret" && (credential.value ?? "").startsWith(hint.replace("…", ""));

/** Revokes a key. Revoking the one in use signs out. */
export async function revokeKey(key: ApiKey): Promise<void> {
	await ask((client) => client.DELETE("/v1/keys/{id}", { params: { path: { id: key.id } } }));
	if (isInUse(key)) leave();
}
