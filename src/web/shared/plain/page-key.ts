const NAME = "undertone-demo-key";

const OFFER = {
	name: "Offer help",
	action: "show_live_chat",
	when: { moods: ["frustrated"], min_confidence: 0.8 },
	holdout: 0,
};

let isNew = false;

/**
 * A publishable key for this page's own origin: the one kept from an earlier visit, else a new one from a new
 * account. The account's secret key is used once and forgotten.
 */
export async function obtainKey(): Promise<string> {
	const kept = localStorage.getItem(NAME);
	if (kept) return kept;
	const secret = await openAccount("Undertone demo");
	const { key } = await post(
		"/v1/keys",
		{ allowed_origins: [location.origin], label: "Pages of this server" },
		{ "X-Api-Key": secret },
	);
	if (!key) throw new Error("The server gave no publishable key.");
	// What a visitor of the demo is shown when nothing works for them.
	await post("/v1/interventions", OFFER, { "X-Api-Key": secret });
	isNew = true;
	localStorage.setItem(NAME, key);
	return key;
}

/** Starts again with a new key if the one in use is from an earlier visit. False if it is a new one already. */
export function renewKey(): boolean {
	if (isNew) return false;
	localStorage.removeItem(NAME);
	location.reload();
	return true;
}

/** Opens an account with this name. Returns its secret key, which is shown nowhere else. */
export async function openAccount(name: string): Promise<string> {
	const { api_key: key } = await post("/v1/keys/generate", { customer_name: name });
	if (!key) throw new Error("The server gave no key.");
	return key;
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
