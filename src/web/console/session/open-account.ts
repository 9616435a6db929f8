import { dataOf } from "../../shared/data/data-error.ts";
import { clientFor } from "./ask.ts";

/** Opens an account on the plan that is open to all. Returns its secret key, which nobody will show again. */
export async function openAccount(name: string, email: string): Promise<string> {
	const body = { customer_name: name, plan: "starter", ...(email && { email }) } as const;
	const { api_key } = await dataOf(clientFor().POST("/v1/keys/generate", { body }));
	return api_key;
}

/** Throws a `DataError` unless the key is an account's secret key. */
export async function checkSecretKey(key: string): Promise<void> {
	await dataOf(clientFor(key).GET("/v1/keys"));
}
