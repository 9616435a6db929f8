import type { CapturedEvent, Intervention, MoodReading, Status, Undertone } from "../../sdk/public.d.ts";
import { byId, make } from "../shared/plain/dom.ts";
import { FACES } from "../shared/plain/faces.ts";
import { renewKey } from "../shared/plain/page-key.ts";
import { ACTIONS } from "./actions.ts";

const LATEST_EVENTS = 60;
const STATUS_INTERVAL_MS = 500;

/** Shows what the snippet captures and what the API reads in it. */
export function wirePanel(undertone: Undertone): void {
	const refresh = () => showStatus(undertone.status());
	undertone.onReading((reading) => {
		showReading(reading);
		refresh();
	});
	undertone.onMood(({ mood }) => showMood(mood));
	undertone.onIntervention(showIntervention);
	undertone.onEvent(showEvent);
	setInterval(refresh, STATUS_INTERVAL_MS);
	wireControls(undertone);
}

/** On a phone the panel is a sheet at the bottom, closed at first. */
export function wireToggle(): void {
	byId("panel-toggle").addEventListener("click", ({ currentTarget }) => {
		const open = byId("panel").classList.toggle("open");
		(currentTarget as Element).setAttribute("aria-expanded", String(open));
	});
}

/** Says in words why nothing is read. */
export function explain(connection: "off" | "refused", text: string): void {
	byId("panel").dataset.connection = connection;
	byId("connection").textContent = connection === "off" ? "Not capturing" : "No connection";
	byId("explanation-text").textContent = text;
	byId("explanation").hidden = false;
	byId("retry").hidden = connection === "off";
	showMood("unknown");
	byId("mood").textContent = "not listening";
	byId("confidence").textContent = "–";
	byId("gauge").setAttribute("width", "0");
	byId("signals").replaceChildren(noSignals());
	byId("action").textContent = "–";
	byId("action-card").hidden = true;
}

/** Tries again where the key could not be had. */
export function wireRetry(start: () => Promise<void>): void {
	byId("retry").addEventListener("click", async () => {
		byId("explanation").hidden = true;
		await start();
	});
}

function wireControls(undertone: Undertone): void {
	byId("new-session").addEventListener("click", () => {
		sessionStorage.clear();
		location.reload();
	});
	byId("intervention-close").addEventListener("click", () => byId<HTMLDialogElement>("intervention").close());
	byId("consent").addEventListener("click", () => {
		if (undertone.status().state === "running") undertone.optOut();
		else undertone.optIn();
		showStatus(undertone.status());
	});
}

function showMood(mood: string): void {
	const face = FACES[mood] ?? FACES.unknown;
	byId("panel").dataset.mood = mood;
	byId("mood").textContent = mood;
	for (const [part, path] of Object.entries(face ?? {})) byId(`face-${part}`).setAttribute("d", path);
}

function showReading({ confidence, signals, suggested_action }: MoodReading): void {
	byId("confidence").textContent = `${Math.round(confidence * 100)} %`;
	byId("gauge").setAttribute("width", String(confidence * 100));
	const chips = signals.map((signal) => make("li", signal));
	byId("signals").replaceChildren(...(chips.length ? chips : [noSignals()]));
	const action = ACTIONS[suggested_action];
	byId("action").textContent = suggested_action;
	byId("action-card").hidden = !action;
	byId("action-title").textContent = action?.title ?? "";
	byId("action-text").textContent = action?.text ?? "";
}

/** An intervention that the account of this page has set up, as `POST /v1/interventions` does. */
function showIntervention({ name, action }: Intervention): void {
	const { title, text } = ACTIONS[action] ?? { title: name, text: "" };
	byId("intervention-title").textContent = title;
	byId("intervention-text").textContent = text;
	const box = byId<HTMLDialogElement>("intervention");
	if (!box.open) box.show();
}

function noSignals(): HTMLElement {
	const chip = make("li", "none yet");
	chip.className = "none";
	return chip;
}

function showEvent({ type, ts, ...fields }: CapturedEvent): void {
	const details = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
	const line = make("li", make("b", type), " ", make("span", details.join(" · ")));
	line.className = type === "error" || type === "rage_click" ? "strong" : "";
	line.title = new Date(ts * 1_000).toLocaleTimeString();
	const list = byId("events");
	list.prepend(line);
	list.children[LATEST_EVENTS]?.remove();
}

function showStatus({ state, captured, delivered, queued, dropped }: Status): void {
	byId("counts").textContent =
		`${captured} captured · ${delivered} sent · ${queued} waiting${dropped ? ` · ${dropped} dropped` : ""}`;
	byId("consent").textContent = state === "opted_out" ? "Opt in" : "Opt out";
	if (state === "opted_out") explain("off", "You opted out: nothing is captured, stored or sent.");
	if (state === "key_refused" && !renewKey()) explain("refused", "The server does not take this page's key.");
	if (state === "running") showConnection();
}

function showConnection(): void {
	byId("explanation").hidden = true;
	byId("panel").dataset.connection = navigator.onLine ? "live" : "offline";
	byId("connection").textContent = navigator.onLine ? "Live" : "Offline: events wait in this tab";
}

/** The face before anything is known. */
export const showUnknown = () => {
	showMood("unknown");
	byId("mood").textContent = "listening";
};
