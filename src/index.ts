import { createApp } from "./app.ts";

export { AccountObject } from "./session-mood/account-object.ts";
export { SessionObject } from "./session-mood/session-object.ts";

const app = createApp();

export default {
	fetch: (request, env, execution) => app.fetch(request, env, execution),
} satisfies ExportedHandler<Env>;
