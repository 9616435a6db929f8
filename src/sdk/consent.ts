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

/** Consent is denied by Global Privacy Control (browser-wide) or by this site's persistent opt-out. */
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
