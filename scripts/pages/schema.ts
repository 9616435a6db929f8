import { type Html, html } from "./html.ts";

/** What is read of a JSON Schema of the OpenAPI document. */
export interface Schema {
	$ref?: string | undefined;
	type?: string | readonly string[];
	format?: string;
	description?: string;
	properties?: Readonly<Record<string, Schema>>;
	required?: readonly string[];
	items?: Schema;
	enum?: readonly unknown[];
	const?: unknown;
	anyOf?: readonly Schema[];
	oneOf?: readonly Schema[];
	allOf?: readonly Schema[];
	additionalProperties?: Schema | boolean;
	contentMediaType?: string;
	default?: unknown;
	example?: unknown;
	examples?: readonly unknown[];
	title?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Deeper than any schema of the API; a schema that holds itself ends here. */
const MAX_DEPTH = 8;

export function resolve(schema: Schema, schemas: Schemas): Schema {
	const name = schema.$ref?.split("/").at(-1);
	return name === undefined ? schema : { ...schemas[name], ...schema, $ref: undefined };
}

const alternativesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] => anyOf ?? oneOf ?? [];

/** The type in a few words: `string`, `list of integer`, `"up" or "down"`, `null`. */
export function typeOf(raw: Schema, schemas: Schemas): string {
	const schema = resolve(raw, schemas);
	if (schema.contentMediaType) return "file";
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
	const alternatives = alternativesOf(schema);
	if (alternatives.length > 0) {
		return alternatives
			.map((each) => `${each.title ? `${each.title}: ` : ""}${typeOf(each, schemas)}`)
			.join("; or ");
	}
	const types = [schema.type ?? "any"].flat().join(" or ");
	const items = schema.items && typeOf(schema.items, schemas);
	return items ? types.replace("array", `list of ${items}`) : types;
}

function limitsOf(schema: Schema): string {
	const limits = [
		schema.format && schema.format,
		schema.minimum !== undefined && `from ${schema.minimum}`,
		schema.maximum !== undefined && `to ${schema.maximum}`,
		schema.minLength !== undefined && `at least ${schema.minLength} characters`,
		schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
		schema.minItems !== undefined && `at least ${schema.minItems}`,
		schema.maxItems !== undefined && `at most ${schema.maxItems}`,
		schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
	];
	return limits.filter(Boolean).join(", ");
}

/** The schema whose fields are worth listing: the object itself, or that of a list. */
function objectIn(raw: Schema, schemas: Schemas): Schema | undefined {
	const schema = resolve(raw, schemas);
	if (schema.properties || alternativesOf(schema).some((each) => resolve(each, schemas).properties))
		return schema;
	return schema.items && objectIn(schema.items, schemas);
}

/** The fields of a schema as nested lists; nothing for a schema without fields. */
export function fieldsOf(raw: Schema, schemas: Schemas, depth = 0): Html | undefined {
	const schema = objectIn(raw, schemas);
	if (!schema || depth > MAX_DEPTH) return undefined;
	const alternatives = alternativesOf(schema).filter((each) => objectIn(each, schemas));
	if (alternatives.length > 0) {
		return html`${alternatives.map(
			(each, i) =>
				html`<p class="either">${i === 0 ? "Either" : "or"}</p>${fieldsOf(each, schemas, depth + 1)}`,
		)}`;
	}
	const fields = Object.entries(schema.properties ?? {});
	return html`<ul class="fields">${fields.map(([name, field]) =>
		fieldOf(name, field, schema.required?.includes(name) ?? false, schemas, depth),
	)}</ul>`;
}

function fieldOf(name: string, raw: Schema, isRequired: boolean, schemas: Schemas, depth: number): Html {
	const schema = resolve(raw, schemas);
	const inner = fieldsOf(raw, schemas, depth + 1);
	const limits = limitsOf(schema);
	return html`<li><code class="name">${name}</code> <span class="type">${inner ? [schema.type ?? "object"].flat().join(" or ") : typeOf(raw, schemas)}${limits && `, ${limits}`}</span>${isRequired && html` <span class="required">required</span>`}${schema.description && html`<p>${schema.description}</p>`}${inner && html`<details><summary>Fields of <code>${name}</code></summary>${inner}</details>`}</li>`;
}

/** A value such as the schema describes, made of its examples. */
export function exampleOf(raw: Schema, schemas: Schemas, depth = 0): unknown {
	const schema = resolve(raw, schemas);
	const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
	if (given !== undefined || depth > MAX_DEPTH) return given;
	const [alternative] = alternativesOf(schema);
	if (alternative) return exampleOf(alternative, schemas, depth + 1);
	if (schema.properties) {
		const fields = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name));
		const chosen = fields.length > 0 ? fields : Object.entries(schema.properties);
		return Object.fromEntries(chosen.map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)]));
	}
	if (schema.items) return [exampleOf(schema.items, schemas, depth + 1)];
	return (
		{ string: "…", number: 0, integer: 0, boolean: true, null: null }[[schema.type].flat()[0] ?? ""] ?? null
	);
}
