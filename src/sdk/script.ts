import { createClient } from "./client.ts";
import { guard } from "./guard.ts";
import { warn } from "./warn.ts";

/** The classic script: `<script src="…/sdk.js" data-key="sm_pub_…" async></script>`. */
guard(() => {
	const waiting = window.undertone;
	if (waiting && "status" in waiting) return;
	const tag = document.currentScript;
	const client = createClient();
	window.undertone = client;
	client.q.push(...(waiting?.q ?? []));
	if (!(tag instanceof HTMLScriptElement)) return;
	const { origin, searchParams } = new URL(tag.src);
	// Tag managers strip attributes, but keep the address.
	const key = tag.dataset.key ?? searchParams.get("key");
	const { api = origin, session: sessionId, tabs } = tag.dataset;
	if (key) client.start({ key, api, ...(sessionId && { sessionId }), ...(tabs === "joined" && { tabs }) });
	else warn("there is no key: add data-key to the script's tag, or ?key= to its address.");
})();
