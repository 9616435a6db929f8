import type { Store } from "./store.ts";

const NAME = "opt-out";

interface PrivacySignals {
	readonly globalPrivacyControl?: boolean;
}

export interface Consent {
	/** Whether anything may be captured, stored or sent. */
	allows(): boolean;
	refuse(): void;
	grant(): void;
}

/** Global Privacy Control (a browser-wide refusal) and this site's own opt-out, which persists. */
export function createConsent(store: Store, signals: PrivacySignals): Consent {
	let refused = false;
	return {
		allows: () => !signals.globalPrivacyControl && !refused && store.get(NAME) === null,
		refuse() {
			refused = true;
			store.set(NAME, "1");
		},
		grant() {
			refused = false;
			store.remove(NAME);
		},
	};
}
