const NAME = "undertone-demo-key";

/**
 * A publishable key for this page's own origin: the one kept from an earlier visit if it still works, else a
 * new one from a new account. The account's secret key is used once and forgotten.
 */
export async function obtainKey(): Promise<string> {
	const kept = localStorage.getItem(NAME);
	if (kept && (await works(kept))) return kept;
	const { api_key } = await post("/v1/keys/generate", { customer_name: "Undertone demo" });
	const { key } = await post(
		"/v1/keys",
		{ allowed_origins: [location.origin], label: "Demo page" },
		{ "X-Api-Key": api_key ?? "" },
	);
	if (!key) throw new Error("The server gave no publishable key.");
	localStorage.setItem(NAME, key);
	return key;
}

/** A session that does not exist answers 404 to a good key, and 401 or 403 to a bad one. */
async function works(key: string): Promise<boolean> {
	const response = await fetch(`/v1/sessions/demo-key-check/mood?key=${encodeURIComponent(key)}`);
	return response.ok || response.status === 404;
}

async function post(
	path: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Record<string, string>> {
	const response = await fetch(path, {
		method: "POST",
		headers: { "Content-Type": "application/json", ...headers },
		body: JSON.stringify(body),
	});
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer;
	throw new Error(
		`${path} answered ${response.status}: ${answer.message ?? answer.error ?? "no reason given"}`,
	);
}
