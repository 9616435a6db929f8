import { cors } from "hono/cors";
import { accountRoutes } from "./accounts/routes.ts";
import { ALL_TABLES } from "./all-tables.ts";
import { journalErrors } from "./api/journal.ts";
import { v1Errors } from "./api/v1.ts";
import { vocabularyErrors } from "./api/vocabulary.ts";
import { type Clock, contextOf, newId, systemClock } from "./context.ts";
import { healthRoutes } from "./http/health.ts";
import { endJsonWithNewline } from "./http/json-line.ts";
import { anyOrigin, EXPOSED_HEADERS, noStore, secureHeaders } from "./http/middleware/answer-headers.ts";
import { discardRest, limitBody, readBodyAsJson } from "./http/middleware/bodies.ts";
import { requestLog } from "./http/middleware/request-log.ts";
import { notFound } from "./http/not-found.ts";
import { onError } from "./http/on-error.ts";
import { createRouter } from "./http/router.ts";
import { journalRoutes } from "./journal/routes.ts";
import { erasureSteps } from "./scheduled.ts";
import { watchAccountFirst, watchSessionFirst } from "./session-mood/live/routes.ts";
import { sessionMoodRoutes } from "./session-mood/routes.ts";
import { postEventsFirst } from "./session-mood/routes-events.ts";
import { vocabularyRoutes } from "./vocabulary/routes.ts";

/** Several times the size of any valid key or feedback body. */
const MAX_SMALL_BODY_BYTES = 8 * 1024;

/** The whole API. Tests inject their own clock. */
export function createApp(clock: Clock = systemClock) {
	const app = createRouter();
	app.onError(onError([vocabularyErrors, journalErrors], v1Errors));
	app.notFound(notFound(app));

	app.post("/v1/sessions/:id/events", postEventsFirst(clock));
	app.get("/v1/sessions/:id/live", watchSessionFirst(clock));
	app.get("/v1/live", watchAccountFirst(clock));
	app.use(requestLog(newId));
	app.use(async (c, next) => {
		c.set("context", { ...contextOf(c.env), now: clock });
		endJsonWithNewline(c);
		await next();
	});
	app.use(discardRest);
	app.use(secureHeaders);
	for (const path of ["/v1/*", "/api/*"]) app.use(path, noStore);
	app.use("/v1/*", anyOrigin);
	for (const path of [
		"/v1/keys/*",
		"/v1/interventions/*",
		"/v1/webhooks/*",
		"/v1/sessions/:id/feedback",
		"/v1/sessions/:id/outcomes",
	])
		app.use(path, limitBody(MAX_SMALL_BODY_BYTES), readBodyAsJson);
	app.use(
		"/api/*",
		cors({
			origin: (origin, c) => allowedOrigin(origin, c.var.context.config.webOrigins),
			exposeHeaders: [...EXPOSED_HEADERS, "Accept-Ranges", "Content-Range", "Content-Disposition"],
			maxAge: 600,
		}),
	);

	return app
		.route("/", healthRoutes(ALL_TABLES))
		.route("/v1", accountRoutes())
		.route("/v1", sessionMoodRoutes())
		.route("/api", vocabularyRoutes())
		.route("/api", journalRoutes(erasureSteps));
}

const allowedOrigin = (origin: string, allowed: readonly string[]): string | null =>
	allowed.includes(origin) ? origin : null;
