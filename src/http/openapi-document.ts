import packageJson from "../../package.json";
import type { Router } from "./router.ts";

const DESCRIPTION = `Emotion, from what people do, how they sound and what they write.

**Session mood** (\`/v1\`): browser snippets post behavioural events; the API answers with the session's mood, how sure
it is, what drove it and what to do. Authentication: an API key.

**Voice journal and emotion vocabulary** (\`/api\`): for signed-in people. Authentication: a bearer token.`;

/** Tags that belong together, in the order in which a reader meets them. */
export interface TagGroup {
	name: string;
	tags: readonly { name: string; description: string }[];
}

/** The whole API as OpenAPI 3.1, generated from the routes' schemas. */
export function openApiDocument(app: Router, tagGroups: readonly TagGroup[]) {
	const { registerComponent } = app.openAPIRegistry;
	const register = registerComponent.bind(app.openAPIRegistry);
	register("securitySchemes", "apiKey", { type: "apiKey", in: "header", name: "X-Api-Key" });
	register("securitySchemes", "bearer", {
		type: "http",
		scheme: "bearer",
		description: "An API key on `/v1`; a session token (JWT) on `/api`",
	});
	register("headers", "X-Request-Id", {
		description: "The id of this request in the service's log",
		schema: { type: "string", examples: ["req_0123456789abcdef0123456789abcdef"] },
	});
	register("headers", "Retry-After", {
		description: "Seconds until it is worth another try",
		schema: { type: "integer", minimum: 0 },
	});
	const document = app.getOpenAPI31Document({
		openapi: "3.1.0",
		info: {
			title: "Undertone",
			version: packageJson.version,
			description: DESCRIPTION,
			license: { name: "MIT", url: "https://opensource.org/license/mit" },
			contact: { name: "Undertone" },
		},
		servers: [{ url: "/" }],
		tags: tagGroups.flatMap(({ tags }) => [...tags]),
	});
	for (const item of Object.values(document.paths ?? {})) {
		for (const operation of Object.values(item)) completeOperation(operation);
	}
	return {
		...withoutFlaggedPatterns(document),
		"x-tagGroups": tagGroups.map(({ name, tags }) => ({ name, tags: tags.map((tag) => tag.name) })),
	};
}

interface Operation {
	security?: unknown[];
	responses: Record<string, { headers?: Record<string, unknown> }>;
}

/** Adds what is true of every route: a request id on each answer, when to come back on a 429, open where not closed. */
function completeOperation(operation: Operation): void {
	operation.security ??= [];
	for (const [status, response] of Object.entries(operation.responses)) {
		response.headers = {
			"X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
			...(status === "429" && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }),
			...response.headers,
		};
	}
}

/** JSON Schema patterns have no flags, but the generator glues them on: `^a$/i` would match nothing. */
const FLAGGED = /^(.*)\/[dgimsuvy]+$/s;

function withoutFlaggedPatterns<T>(document: T): T {
	const text = JSON.stringify(document, (key, value) =>
		key === "pattern" && typeof value === "string" && FLAGGED.test(value) ? undefined : value,
	);
	return JSON.parse(text);
}
