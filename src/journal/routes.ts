import type { ErasureStep } from "../erasure-step.ts";
import { createRouter, type Router } from "../http/router.ts";
import { activityRoutes } from "./activities/routes.ts";
import { entryRoutes } from "./entries/routes.ts";
import { uploadRoutes } from "./entries/upload-routes.ts";
import { progressRoutes } from "./progress/routes.ts";
import { recordingRoutes } from "./recordings/routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { yourDataRoutes } from "./your-data/routes.ts";

/** The voice journal, below `/api`. `erasure` is all that an account consists of, in every capability. */
export function journalRoutes(erasure: readonly ErasureStep[]): Router {
	const routes = createRouter();
	routes.route("/moods", uploadRoutes());
	routes.route("/moods", entryRoutes());
	routes.route("/progress", progressRoutes());
	routes.route("/activities", activityRoutes());
	routes.route("/settings", settingsRoutes());
	routes.route("/audio", recordingRoutes());
	routes.route("/", yourDataRoutes(erasure));
	return routes;
}
