import { createApp } from "./app.ts";
import { contextOf } from "./context.ts";
import { doChores } from "./scheduled.ts";

export { AccountObject } from "./session-mood/account/account-object.ts";
export { SessionObject } from "./session-mood/session/session-object.ts";
export { OutboxObject } from "./session-mood/webhooks/outbox-object.ts";

const app = createApp();

export default {
	fetch: (request, env, execution) => app.fetch(request, env, execution),
	scheduled: (_, env) => doChores(contextOf(env)),
} satisfies ExportedHandler<Env>;
