import { type Consent, createConsent } from "./consent.ts";
import { guard } from "./guard.ts";
import { callHost, createListeners } from "./listeners.ts";
import type { CapturedEvent, MoodReading, StartOptions, State, Undertone } from "./public.d.ts";
import { createStore } from "./store.ts";
import { createTracker, type Tracker } from "./tracker.ts";

export interface Client extends Undertone {
	start(options: Required<StartOptions>): void;
}

const NOTHING = { captured: 0, delivered: 0, queued: 0, dropped: 0 };

/** The snippet: listeners and consent, and a tracker while there is consent and a key. */
export function createClient(): Client {
	const tab = createStore(() => sessionStorage);
	const site = createStore(() => localStorage);
	const consent = createConsent(site, navigator as { globalPrivacyControl?: boolean });
	const moods = createListeners<MoodReading>();
	const readings = createListeners<MoodReading>();
	const events = createListeners<CapturedEvent>();
	let options: Required<StartOptions> | undefined;
	let tracker: Tracker | undefined;
	let latest: MoodReading | undefined;

	const onReading = (reading: MoodReading) => {
		const before = latest;
		latest = reading;
		readings.tell(reading);
		const { mood, suggested_action } = reading;
		if (mood !== before?.mood || suggested_action !== before.suggested_action) moods.tell(reading);
	};
	/** Starts or stops as the person has now chosen. Without consent nothing stays in the tab's storage either. */
	const obey = guard(() => {
		if (!consent.allows()) {
			tracker?.stop();
			tracker = latest = undefined;
			for (const name of tab.names()) tab.remove(name);
		} else if (options && !tracker) {
			tracker = createTracker({ ...options, store: tab, onEvent: events.tell, onReading });
		}
	});
	addEventListener("storage", obey);
	const client: Client = {
		start: guard((chosen) => {
			options ??= chosen;
			whenShown(obey);
		}),
		onMood(listener) {
			if (latest) callHost(listener, latest);
			return moods.add(listener);
		},
		onReading: readings.add,
		onEvent: events.add,
		trackError: guard((message: string) => tracker?.trackError(String(message))),
		optOut() {
			consent.refuse();
			obey();
		},
		optIn() {
			consent.grant();
			obey();
		},
		status: () => tracker?.status() ?? { state: stateWithout(consent), session_id: null, ...NOTHING },
		q: {
			push(...calls) {
				for (const call of calls) callHost(call, client);
			},
		},
	};
	return client;
}

const stateWithout = ({ allows }: Consent): State => (allows() ? "not_started" : "opted_out");

/** Pages rendered ahead of a visit that may never come have nobody to observe. */
function whenShown(task: () => void): void {
	if ((document as { prerendering?: boolean }).prerendering) {
		document.addEventListener("prerenderingchange", task, { once: true });
	} else task();
}
