import type { ErasureStep } from "../erasure-step.ts";
import { createRouter } from "../http/router.ts";
import { activityRoutes } from "./activities/routes.ts";
import { adjustmentRoutes } from "./adjustment/routes.ts";
import { alertRoutes } from "./alerts/routes.ts";
import { entryRoutes } from "./entries/routes.ts";
import { uploadRoutes } from "./entries/upload-routes.ts";
import { progressRoutes } from "./progress/routes.ts";
import { recordingRoutes } from "./recordings/routes.ts";
import { reminderRoutes } from "./reminders/routes.ts";
import { reportRoutes } from "./report/routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { yourDataRoutes } from "./your-data/routes.ts";

/** The voice journal, below `/api`. `erasure` is all that belongs to a person, in every capability. */
export function journalRoutes(erasure: readonly ErasureStep[]) {
	return createRouter()
		.route("/moods", uploadRoutes())
		.route("/moods", entryRoutes())
		.route("/progress", progressRoutes())
		.route("/progress/alerts", alertRoutes())
		.route("/report", reportRoutes())
		.route("/activities", activityRoutes())
		.route("/settings", settingsRoutes())
		.route("/settings/push", reminderRoutes())
		.route("/adjustment", adjustmentRoutes())
		.route("/audio", recordingRoutes())
		.route("/", yourDataRoutes(erasure));
}
