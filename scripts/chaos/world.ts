import { localSigningKey, signToken } from "../local-keys.ts";

/** An account and people to send requests as. Each world has its own, so worlds do not get in each other's way. */
export interface World {
	secretKey: string;
	publishableKey: string;
	/** Bearer tokens of people without permissions. */
	people: readonly string[];
	/** The bearer token of somebody who may change the vocabulary. */
	editor: string;
}

export const ORIGIN = "https://shop.example";

const EDITOR_PERMISSIONS = ["emotion", "emotion:category"].flatMap((thing) =>
	["create", "edit", "delete"].map((verb) => `${thing}:${verb}`),
);

/** A bearer token for a person whom the server has never seen. */
export const newPersonToken = async (permissions: readonly string[] = []): Promise<string> =>
	signToken(await localSigningKey(), `chaos-${crypto.randomUUID()}`, permissions);

export async function newSecretKey(url: string): Promise<string> {
	const { api_key = "" } = await post(`${url}/v1/keys/generate`, {}, { customer_name: "Chaos", plan: "pro" });
	return api_key;
}

export async function newWorld(url: string): Promise<World> {
	const secretKey = await newSecretKey(url);
	const { key = "" } = await post(
		`${url}/v1/keys`,
		{ "X-Api-Key": secretKey },
		{ allowed_origins: [ORIGIN], label: "Chaos" },
	);
	return {
		secretKey,
		publishableKey: key,
		people: await Promise.all(Array.from({ length: 5 }, () => newPersonToken())),
		editor: await newPersonToken(EDITOR_PERMISSIONS),
	};
}

async function post(
	url: string,
	headers: Record<string, string>,
	body: object,
): Promise<Record<string, string>> {
	const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
	return response.json() as Promise<Record<string, string>>;
}
