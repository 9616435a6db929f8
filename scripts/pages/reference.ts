import { type Html, html, slugOf } from "./html.ts";
import { exampleOf, fieldsOf, type Schema, type Schemas, typeOf } from "./schema.ts";

interface Media {
	schema?: Schema;
}

interface Parameter {
	name: string;
	in: "path" | "query" | "header";
	required?: boolean;
	description?: string;
	schema: Schema;
}

interface Operation {
	operationId: string;
	summary: string;
	description?: string;
	tags: readonly [string];
	security?: readonly Readonly<Record<string, unknown>>[];
	parameters?: readonly Parameter[];
	requestBody?: { content: Readonly<Record<string, Media>> };
	responses: Readonly<Record<string, { description: string; content?: Readonly<Record<string, Media>> }>>;
}

/** What is read of the OpenAPI document. */
export interface Document {
	info: { version: string };
	paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	tags: readonly { name: string; description: string }[];
	components: { schemas: Schemas };
	"x-tagGroups": readonly { name: string; tags: readonly string[] }[];
}

export interface Endpoint {
	method: string;
	path: string;
	operation: Operation;
}

/** All operations of the document, in its order. */
export const endpointsOf = ({ paths }: Document): Endpoint[] =>
	Object.entries(paths).flatMap(([path, item]) =>
		Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
	);

export const hrefOfTag = (tag: string): string => `/docs/reference/${slugOf(tag)}`;
export const hrefOf = ({ operation }: Endpoint): string =>
	`${hrefOfTag(operation.tags[0])}#${operation.operationId}`;

/** The reference of one tag: each of its operations with what goes in, what comes out, and a form to try it. */
export function referencePage(document: Document, tag: { name: string; description: string }): Html {
	const endpoints = endpointsOf(document).filter(({ operation }) => operation.tags[0] === tag.name);
	return html`<h1>${tag.name}</h1>
<p class="lead">${tag.description}</p>
${credentials(endpoints)}
${endpoints.map((endpoint) => section(endpoint, document.components.schemas))}`;
}

const takes = (endpoints: readonly Endpoint[], scheme: string): boolean =>
	endpoints.some(({ operation }) => operation.security?.some((way) => scheme in way));

/** Where a reader puts the key or the token that the forms of the page send. */
function credentials(endpoints: readonly Endpoint[]): Html | false {
	const isKeyed = takes(endpoints, "apiKey");
	if (!isKeyed && !takes(endpoints, "bearer")) return false;
	const name = isKeyed ? "apiKey" : "token";
	const label = isKeyed ? "API key" : "Token";
	const hint = isKeyed
		? html`From <a href="/docs/reference/api-keys#generateKey">generateKey</a>.`
		: html`On this machine: <code>npm run -s token -- me</code>.`;
	return html`<form class="credentials" data-credential="${name}">
	<label for="credential">${label}</label>
	<input id="credential" name="credential" autocomplete="off" spellcheck="false" aria-describedby="credential-hint" />
	<button type="reset">Forget</button>
	<p id="credential-hint" class="hint">${hint} It stays in this tab until you forget it or close the tab.</p>
</form>`;
}

function section({ method, path, operation }: Endpoint, schemas: Schemas): Html {
	const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
	const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
	const schema = media?.schema;
	return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
	<h2 id="${operationId}-title"><a href="#${operationId}">${summary}</a></h2>
	<p class="endpoint"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
	${description && html`<p>${withCode(description)}</p>`}
	${parameters.length > 0 && parameterList(parameters, schemas)}
	${schema && html`<h3>Body <span class="type">${type}</span></h3>${fieldsOf(schema, schemas)}`}
	<h3>Answers</h3>
	<ul class="answers">${Object.entries(responses).map(([status, answer]) => answerOf(status, answer, schemas))}</ul>
	${tryIt({ method, path, operation }, type, schema, schemas)}
</section>`;
}

/** Text in which \`code\` and [links](…) are marked as in Markdown. */
function withCode(text: string): Html {
	const parts = text.split(/(`[^`]+`|\[[^\]]+\]\([^)]+\))/g);
	return html`${parts.map((part) => {
		const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
		if (link) return html`<a href="${link[2]}">${link[1]}</a>`;
		return /^`[^`]+`$/.test(part) ? html`<code>${part.slice(1, -1)}</code>` : part;
	})}`;
}

const parameterList = (parameters: readonly Parameter[], schemas: Schemas): Html => html`<h3>Parameters</h3>
<ul class="fields">${parameters.map(
	({ name, in: place, required, description, schema }) =>
		html`<li><code class="name">${name}</code> <span class="type">${place}, ${typeOf(schema, schemas)}${schema.default !== undefined && `, default ${JSON.stringify(schema.default)}`}</span>${required && html` <span class="required">required</span>`}${(description ?? schema.description) && html`<p>${withCode(description ?? schema.description ?? "")}</p>`}</li>`,
)}</ul>`;

function answerOf(status: string, answer: Operation["responses"][string], schemas: Schemas): Html {
	const [[type, media] = []] = Object.entries(answer.content ?? {});
	const fields = Number(status) < 300 && media?.schema && fieldsOf(media.schema, schemas);
	const kind = Number(status) < 400 ? "good" : "bad";
	return html`<li><span class="status ${kind}">${status}</span> ${withCode(answer.description)}${type && type !== "application/json" && html` <span class="type">${type}</span>`}${fields && html`<details><summary>Fields of the answer</summary>${fields}</details>`}</li>`;
}

function tryIt(
	{ method, path, operation }: Endpoint,
	type: string | undefined,
	schema: Schema | undefined,
	schemas: Schemas,
): Html {
	const id = operation.operationId;
	const inputs = (operation.parameters ?? []).filter(({ in: place }) => place !== "header");
	const body = schema && type === "application/json" && JSON.stringify(exampleOf(schema, schemas), null, 2);
	const security = operation.security?.[0] ? Object.keys(operation.security[0])[0] : undefined;
	return html`<details class="try"><summary>Try it</summary>
	<form data-method="${method}" data-path="${path}" data-type="${type ?? ""}" data-security="${security ?? ""}">
		${inputs.map(
			({
				name,
				in: place,
				required,
				schema: of,
			}) => html`<p><label for="${id}-${name}">${name}${required && " (required)"}</label>
		<input id="${id}-${name}" name="${name}" data-in="${place}" value="${required ? String(exampleOf(of, schemas) ?? "") : ""}" ${required ? "required" : ""} /></p>`,
		)}
		${body && html`<p><label for="${id}-body">Body</label><textarea id="${id}-body" name="body" data-in="body" rows="${Math.min(14, body.split("\n").length + 1)}" spellcheck="false">${body}</textarea></p>`}
		${type?.startsWith("multipart/") && schema && formFields(id, schema, schemas)}
		<p><button class="primary">Send</button></p>
	</form>
	<div class="result" role="status"></div>
</details>`;
}

function formFields(id: string, schema: Schema, schemas: Schemas): Html[] {
	const fields = Object.entries(fieldsIn(schema, schemas));
	return fields.map(([name, field]) => {
		const isFile = typeOf(field, schemas) === "file";
		const value = String(isFile ? "" : (exampleOf(field, schemas) ?? ""));
		return html`<p><label for="${id}-${name}">${name}</label>
		<input id="${id}-${name}" name="${name}" data-in="form" type="${isFile ? "file" : "text"}" value="${value}" /></p>`;
	});
}

function fieldsIn(schema: Schema, schemas: Schemas): Readonly<Record<string, Schema>> {
	const name = schema.$ref?.split("/").at(-1);
	return (name === undefined ? schema : schemas[name])?.properties ?? {};
}
