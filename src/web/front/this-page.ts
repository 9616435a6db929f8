import type { Undertone } from "../../sdk/public.d.ts";
import { byId, make } from "../shared/plain/dom.ts";
import { FACES } from "../shared/plain/faces.ts";
import { startSnippet } from "../shared/plain/start-snippet.ts";
import { reasonsFor } from "./reasons.ts";

const STATUS_INTERVAL_MS = 1_000;
const LEAVE = "Stop reading me";
const COME_BACK = "Read me again";

/** Has this page read its own visitor, and shows it. */
export async function readThisPage(): Promise<void> {
	showMood("unknown", "listening");
	byId("retry").addEventListener("click", () => location.reload());
	const key = startSnippet(wire, sayWhyNot);

	function wire(undertone: Undertone): void {
		undertone.onReading(async ({ mood, confidence, session_id }) => {
			const isSure = mood !== "neutral";
			showMood(mood, isSure ? mood : "hard to tell yet");
			byId("sure").textContent = isSure
				? `${Math.round(confidence * 100)} % sure`
				: "Scroll, click, look around.";
			const reasons = await reasonsFor(session_id, mood, (await key) ?? "");
			byId("reasons").replaceChildren(...reasons.map((reason) => make("li", reason)));
		});
		const refresh = () => {
			const { state, delivered } = undertone.status();
			const isOut = state === "opted_out";
			byId("consent").textContent = isOut ? COME_BACK : LEAVE;
			if (isOut) sayWhyNot("off", "You said no: nothing is captured, stored or sent.");
			else if (state === "key_refused") sayWhyNot("refused", "The server no longer takes this page’s key.");
			else
				byId("seen").textContent =
					`${delivered} events sent: kinds, times and places, no text and no values.`;
		};
		byId("consent").addEventListener("click", () => {
			if (undertone.status().state === "running") undertone.optOut();
			else undertone.optIn();
			refresh();
		});
		setInterval(refresh, STATUS_INTERVAL_MS);
	}
	await key;
}

function sayWhyNot(connection: "off" | "refused", reason: string): void {
	showMood("unknown", "not reading");
	byId("sure").textContent = reason;
	byId("reasons").replaceChildren();
	byId("seen").textContent = "";
	byId("retry").hidden = connection === "off";
}

function showMood(mood: string, name: string): void {
	byId("reading").dataset.mood = mood;
	byId("mood").textContent = name;
	for (const [part, path] of Object.entries(FACES[mood] ?? FACES.unknown ?? {}))
		byId(`face-${part}`).setAttribute("d", path);
}
