import { createRouter, type Router } from "../http/router.ts";
import { arcRoutes } from "./arcs/routes.ts";
import { categoryRoutes } from "./categories/routes.ts";
import { dialogRoutes } from "./dialogs/routes.ts";
import { emotionRoutes } from "./emotions/routes.ts";

/** Contract C below `/api`: the vocabulary of emotions, dialogs tagged with it, and their arcs. */
export function vocabularyRoutes(): Router {
	const routes = createRouter();
	routes.route("/emotions", emotionRoutes());
	routes.route("/emotions", categoryRoutes());
	routes.route("/dialogs", dialogRoutes());
	routes.route("/dialogs", arcRoutes());
	return routes;
}
