import { createRouter } from "../http/router.ts";
import { arcRoutes } from "./arcs/routes.ts";
import { categoryRoutes } from "./categories/routes.ts";
import { blockRoutes } from "./dialogs/block-routes.ts";
import { dialogRoutes } from "./dialogs/routes.ts";
import { emotionRoutes } from "./emotions/routes.ts";

/** Contract C below `/api`: the vocabulary of emotions, dialogs tagged with it, and their arcs. */
export function vocabularyRoutes() {
	return createRouter()
		.route("/emotions", emotionRoutes())
		.route("/emotions", categoryRoutes())
		.route("/dialogs", dialogRoutes())
		.route("/dialogs", blockRoutes())
		.route("/dialogs", arcRoutes());
}
