import packageJson from "../../package.json";
import type { Router } from "./router.ts";

const DESCRIPTION = `Emotion from behaviour, voice and text.

**Session mood** (\`/v1\`): browser snippets post behavioural events; the API returns the session's mood, its
confidence, the signals behind it and a suggested action. Authentication: an API key.

**Voice journal and emotion vocabulary** (\`/api\`): for signed-in users. Authentication: a bearer token.`;

/** Related tags under one heading, in display order. */
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
		description: "The id of this request in the service log",
		schema: { type: "string", examples: ["req_0123456789abcdef0123456789abcdef"] },
	});
	register("headers", "WWW-Authenticate", {
		description: "The authentication scheme: `Bearer`",
		schema: { type: "string" },
	});
	register("headers", "Retry-After", {
		description: "Seconds to wait before retrying",
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
	const sent = requestOnlySchemas(document);
	for (const name of sent) describeDefaults(document.components?.schemas?.[name]);
	return {
		...asJsonSchema(document),
		"x-tagGroups": tagGroups.map(({ name, tags }) => ({ name, tags: tags.map((tag) => tag.name) })),
	};
}

interface Operation {
	security?: unknown[];
	requestBody?: { required?: boolean; content: Record<string, unknown> };
	responses: Record<string, { headers?: Record<string, unknown> }>;
}

/** Adds what all routes share: the headers of each status, the need for a body of several kinds, and an explicit empty `security` on public routes. */
function completeOperation(operation: Operation): void {
	operation.security ??= [];
	// Such a route cannot say so itself: a required body would be checked against both of its schemas.
	const { requestBody } = operation;
	if (requestBody && Object.keys(requestBody.content).length > 1) requestBody.required = true;
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

/** JSON Schema patterns have no flags, but the generator appends them: `^a$/i` would match nothing. */
const PATTERN_WITH_FLAGS = /^(.*)\/[dgimsuvy]+$/s;

/** OpenAPI 3.1 has no `format: binary`; it describes bytes by a media type without a `type`. */
const isBinary = (schema: unknown): schema is { format: "binary" } =>
	typeof schema === "object" && schema !== null && "format" in schema && schema.format === "binary";

/** Replaces the OpenAPI 3.0 constructs that the schema generator still emits. */
function asJsonSchema<T>(document: T): T {
	const text = JSON.stringify(document, (key, value) => {
		if (key === "pattern" && typeof value === "string" && PATTERN_WITH_FLAGS.test(value)) return undefined;
		// The alternatives have their own types; a type beside them would make code generators accept any string.
		if (typeof value === "object" && value !== null && "anyOf" in value) return { ...value, type: undefined };
		if (!isBinary(value)) return value;
		return { ...value, type: undefined, format: undefined, contentMediaType: "application/octet-stream" };
	});
	return JSON.parse(text);
}

type Document = ReturnType<Router["getOpenAPI31Document"]>;

/** The names of all schemas reachable from `part`. */
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

function requestOnlySchemas(document: Document): string[] {
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
 * Moves the defaults of request fields into their descriptions. Type generators treat a field with a `default` as
 * always present, which is true of responses but would make optional request fields required.
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
