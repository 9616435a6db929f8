import { inject } from "vitest";
import type { MoodReading } from "../../../src/sdk/public.d.ts";

export interface Account {
	secret: string;
	publishable: string;
}

/** A new account of the running server, with a publishable key for pages of the given origins. */
export async function newAccount(...origins: string[]): Promise<Account> {
	const { api_key: secret } = await post("/v1/keys/generate", { customer_name: "Browser test" });
	const { key: publishable } = await post("/v1/keys", { allowed_origins: origins }, { "X-Api-Key": secret });
	return { secret, publishable };
}

/** What a back end reads with the secret key. */
export async function readMood({ secret }: Account, session: string): Promise<MoodReading> {
	const response = await fetch(`${inject("api")}/v1/sessions/${session}/mood`, {
		headers: { "X-Api-Key": secret },
	});
	if (!response.ok) throw new Error(`GET mood answered ${response.status}`);
	return response.json();
}

async function post(path: string, body: unknown, headers = {}) {
	const response = await fetch(inject("api") + path, { method: "POST", headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
	return response.json();
}
