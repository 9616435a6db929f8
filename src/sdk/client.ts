import { type Consent, createConsent } from "./consent.ts";
import { guard } from "./guard.ts";
import { callHost, createListeners } from "./listeners.ts";
import type { CapturedEvent, Intervention, MoodReading, State, Undertone } from "./public.d.ts";
import { SESSION } from "./session.ts";
import type { Started } from "./started.ts";
import { createStore } from "./store.ts";
import { createTracker, type Tracker } from "./tracker.ts";

export interface Client extends Undertone {
	start(options: Started): void;
}

const ZERO_COUNTS = { captured: 0, delivered: 0, queued: 0, dropped: 0 };

/** The snippet's client: listeners, consent, and a tracker while there is consent and a key. */
export function createClient(): Client {
	const tab = createStore(() => sessionStorage);
	const site = createStore(() => localStorage);
	const consent = createConsent(site, navigator as { globalPrivacyControl?: boolean });
	const moods = createListeners<MoodReading>();
	const readings = createListeners<MoodReading>();
	const events = createListeners<CapturedEvent>();
	const interventions = createListeners<Intervention>();
	const shown = new Set<string>();
	let options: Started | undefined;
	let tracker: Tracker | undefined;
	let latest: MoodReading | undefined;
	let wantsLive = false;

	/** Each comes with a batch and by the socket, whichever is sooner. */
	const onIntervention = (intervention: Intervention) => {
		if (shown.has(intervention.id)) return;
		shown.add(intervention.id);
		interventions.tell(intervention);
	};
	const onReading = (reading: MoodReading) => {
		const before = latest;
		if (before?.session_id === reading.session_id && before.event_count > reading.event_count) return;
		latest = reading;
		readings.tell(reading);
		const { mood, suggested_action } = reading;
		if (mood !== before?.mood || suggested_action !== before.suggested_action) moods.tell(reading);
	};
	/** Starts or stops the tracker according to consent. Without consent, the tab's storage is cleared too. */
	const applyConsent = guard(() => {
		if (!consent.allows()) {
			tracker?.stop();
			tracker = latest = undefined;
			for (const name of tab.names()) tab.remove(name);
			site.remove(SESSION);
		} else if (options && !tracker) {
			tracker = createTracker({
				...options,
				store: tab,
				site,
				onEvent: events.tell,
				onReading,
				onIntervention,
				isLive: () => wantsLive,
			});
			if (wantsLive) tracker.watch();
		}
	});
	addEventListener("storage", applyConsent);
	const goLive = () => {
		wantsLive = true;
		tracker?.watch();
	};
	const client: Client = {
		start: guard((chosen) => {
			if (!isFirst(client)) return;
			options ??= chosen;
			whenVisible(applyConsent);
		}),
		onMood(listener) {
			if (latest) callHost(listener, latest);
			goLive();
			return moods.add(listener);
		},
		onIntervention(listener) {
			goLive();
			return interventions.add(listener);
		},
		outcome: guard((goal: string, value?: number) => tracker?.outcome(String(goal), value)),
		onReading: readings.add,
		onEvent: events.add,
		trackError: guard((message: string) => tracker?.trackError(String(message))),
		optOut() {
			consent.refuse();
			applyConsent();
		},
		optIn() {
			consent.grant();
			applyConsent();
		},
		status: () => tracker?.status() ?? { state: inactiveState(consent), session_id: null, ...ZERO_COUNTS },
		q: {
			push(...calls) {
				for (const call of calls) callHost(call, client);
			},
		},
	};
	return client;
}

const inactiveState = ({ allows }: Consent): State => (allows() ? "not_started" : "opted_out");

/** A page that was never visible, prerendered or opened in the background, has no visitor yet. */
function whenVisible(task: () => void): void {
	const { prerendering } = document as { prerendering?: boolean };
	const change = prerendering ? "prerenderingchange" : "visibilitychange";
	if (prerendering || document.hidden) {
		document.addEventListener(change, () => whenVisible(task), { once: true });
	} else task();
}

/** Marks a page on which a snippet runs: the script and the module on one page would report everything twice. */
const RUNNING = Symbol.for("undertone");

function isFirst(client: object): boolean {
	const page = window as { [RUNNING]?: object };
	page[RUNNING] ??= client;
	return page[RUNNING] === client;
}
