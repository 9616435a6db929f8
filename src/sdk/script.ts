import { createClient } from "./client.ts";
import { guard } from "./guard.ts";

/** The classic script: `<script src="…/sdk.js" data-key="sm_pub_…" async></script>`. */
guard(() => {
	const waiting = window.undertone;
	if (waiting && "status" in waiting) return;
	const tag = document.currentScript;
	const client = createClient();
	window.undertone = client;
	client.q.push(...(waiting?.q ?? []));
	if (tag instanceof HTMLScriptElement && tag.dataset.key) {
		client.start({ key: tag.dataset.key, api: tag.dataset.api ?? new URL(tag.src).origin });
	}
})();
