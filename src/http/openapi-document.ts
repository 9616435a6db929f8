import packageJson from "../../package.json";
import type { Router } from "./router.ts";

const DESCRIPTION = `Emotion, from what people do, how they sound and what they write.

**Session mood** (\`/v1\`): browser snippets post behavioural events; the API answers with the session's mood, how sure
it is, what drove it and what to do. Authentication: an API key.

**Voice journal and emotion vocabulary** (\`/api\`): for signed-in people. Authentication: a bearer token.`;

/** The whole API as OpenAPI 3.1, generated from the routes' schemas. */
export function openApiDocument(app: Router) {
	const { registerComponent } = app.openAPIRegistry;
	const register = registerComponent.bind(app.openAPIRegistry);
	register("securitySchemes", "apiKey", { type: "apiKey", in: "header", name: "X-Api-Key" });
	register("securitySchemes", "bearer", {
		type: "http",
		scheme: "bearer",
		description: "An API key on `/v1`; a session token (JWT) on `/api`",
	});
	return app.getOpenAPI31Document({
		openapi: "3.1.0",
		info: {
			title: "Undertone",
			version: packageJson.version,
			description: DESCRIPTION,
			license: { name: "MIT", url: "https://opensource.org/license/mit" },
		},
		servers: [{ url: "/" }],
	});
}
