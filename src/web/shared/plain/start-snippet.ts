import type { Undertone } from "../../../sdk/public.d.ts";
import { trustedScript } from "../trusted-script.ts";
import { obtainKey } from "./page-key.ts";

/** Why nothing is read on a page, in words. */
export type NotReading = (connection: "off" | "refused", reason: string) => void;

/**
 * Adds the snippet to a page of ours as any site would: one script element, and calls queued until it has loaded. Returns
 * the key that it has; undefined where it was not added.
 */
export async function startSnippet(
	use: (undertone: Undertone) => void,
	explain: NotReading,
): Promise<string | undefined> {
	if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) {
		explain("off", "Your browser sends Global Privacy Control, so Undertone leaves you alone.");
		return undefined;
	}
	window.undertone ??= { q: [] };
	window.undertone.q.push(use);
	try {
		const key = await obtainKey();
		const script = document.createElement("script");
		script.dataset.key = key;
		script.src = trustedScript("/sdk.js");
		script.async = true;
		document.head.append(script);
		return key;
	} catch (fault) {
		const reason = fault instanceof Error ? fault.message : "unknown reason";
		explain("refused", `This page could not get a key. ${reason}`);
		return undefined;
	}
}
