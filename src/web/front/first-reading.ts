import { byId } from "../shared/plain/dom.ts";
import { openAccount } from "../shared/plain/page-key.ts";

const EVENTS = {
	events: [
		{ type: "rage_click", x: 412, y: 230 },
		{ type: "error", message: "Payment failed" },
		{ type: "rage_click", x: 410, y: 233 },
		{ type: "error", message: "Payment failed" },
		{ type: "rage_click", x: 411, y: 231 },
	],
};
const PLACEHOLDER = "sm_…";

/** A key for whoever wants one, the request that it is for, and its answer. `pageKey` is used until there is one. */
export function wireFirstReading(pageKey: () => Promise<string>): void {
	let own: string | undefined;
	showRequest(PLACEHOLDER);
	byId<HTMLFormElement>("key-form").addEventListener("submit", async (event) => {
		event.preventDefault();
		const name = byId<HTMLInputElement>("name").value.trim();
		if (name === "") return complain("Please give a name, so that you can tell your accounts apart.");
		complain("");
		try {
			own = await openAccount(name);
		} catch {
			return complain("That did not work, and nothing was made. Please try again in a moment.");
		}
		byId("key").textContent = own;
		byId("have").hidden = false;
		showRequest(own);
	});
	byId("copy").addEventListener("click", async () => {
		await navigator.clipboard.writeText(own ?? "").then(
			() => say("copy", "Copied"),
			() => say("copy", "Select it and copy it yourself"),
		);
	});
	byId("run").addEventListener("click", async () => {
		byId("answer").textContent = await answerTo(own ?? (await pageKey().catch(() => "")));
		byId("run-hint").textContent = own ? "With your key." : "With this page’s key.";
	});
}

function complain(text: string): void {
	byId("name-error").textContent = text;
	byId("name").setAttribute("aria-invalid", String(text !== ""));
}

function say(id: string, text: string): void {
	byId(id).textContent = text;
}

const showRequest = (key: string) => {
	byId("request").textContent = `curl '${location.origin}/v1/sessions/first/events?reading=true' \\
  -H 'X-Api-Key: ${key}' \\
  -d '{"events": [
    ${EVENTS.events.map((event) => JSON.stringify(event)).join(",\n    ")}]}'`;
};

async function answerTo(key: string): Promise<string> {
	const session = `first-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
	try {
		// A header, because a secret key must not be in an address.
		const response = await fetch(`/v1/sessions/${session}/events?reading=true`, {
			method: "POST",
			body: JSON.stringify(EVENTS),
			headers: { "X-Api-Key": key },
		});
		const { reading, ...rest } = await response.json();
		return JSON.stringify(reading ?? rest, null, 2);
	} catch {
		return "The server did not answer. Please try again in a moment.";
	}
}
