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
	register("headers", "WWW-Authenticate", {
		description: "How to sign in: `Bearer`",
		schema: { type: "string" },
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
	const sent = schemasThatAreOnlySent(document);
	for (const name of sent) describeDefaults(document.components?.schemas?.[name]);
	return {
		...inJsonSchema(document),
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
	const takesTokens = operation.security.length === 1;
	for (const [status, response] of Object.entries(operation.responses)) {
		response.headers = {
			"X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
			...(status === "401" &&
				takesTokens && { "WWW-Authenticate": { $ref: "#/components/headers/WWW-Authenticate" } }),
			...(status === "429" && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }),
			...response.headers,
		};
	}
}

/** JSON Schema patterns have no flags, but the generator glues them on: `^a$/i` would match nothing. */
const FLAGGED = /^(.*)\/[dgimsuvy]+$/s;

/** OpenAPI 3.1 knows no `format: binary`: bytes are what has a media type and no type. */
const isBinary = (schema: unknown): schema is { format: "binary" } =>
	typeof schema === "object" && schema !== null && "format" in schema && schema.format === "binary";

/** The document without what the generator of schemas takes over from OpenAPI 3.0. */
function inJsonSchema<T>(document: T): T {
	const text = JSON.stringify(document, (key, value) => {
		if (key === "pattern" && typeof value === "string" && FLAGGED.test(value)) return undefined;
		// Its alternatives have types of their own; beside them it would admit any text.
		if (typeof value === "object" && value !== null && "anyOf" in value) return { ...value, type: undefined };
		if (!isBinary(value)) return value;
		return { ...value, type: undefined, format: undefined, contentMediaType: "application/octet-stream" };
	});
	return JSON.parse(text);
}

type Document = ReturnType<Router["getOpenAPI31Document"]>;

/** The names of all schemas that are reached from `part`. */
function schemasIn(part: unknown, document: Document, found = new Set<string>()): Set<string> {
	JSON.stringify(part, (key, value) => {
		const name = key === "$ref" && /^#\/components\/schemas\/(.+)$/.exec(value)?.[1];
		if (name && !found.has(name)) {
			found.add(name);
			schemasIn(document.components?.schemas?.[name], document, found);
		}
		return value;
	});
	return found;
}

function schemasThatAreOnlySent(document: Document): string[] {
	const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
	const answered = schemasIn(
		operations.map(({ responses }) => responses),
		document,
	);
	const sent = schemasIn(
		operations.map(({ requestBody }) => requestBody),
		document,
	);
	return [...sent].filter((name) => !answered.has(name));
}

interface Schema {
	default?: unknown;
	description?: string;
}

/**
 * Says the defaults of what clients send in words. Generators of types take a field with a `default` for one that is
 * always there, which holds for answers and would force senders to fill in what they may leave out.
 */
function describeDefaults(value: unknown): void {
	if (typeof value !== "object" || value === null) return;
	for (const child of Object.values(value)) describeDefaults(child);
	if (!("properties" in value)) return;
	for (const field of Object.values(value.properties as Record<string, Schema>)) {
		if (field.default === undefined) continue;
		const sentence = `Default: ${JSON.stringify(field.default)}.`;
		field.description = field.description ? `${field.description}. ${sentence}` : sentence;
		delete field.default;
	}
}
