import type { z } from "@hono/zod-openapi";

type Check = (value: unknown) => boolean;

/** The parts of zod's definitions that are compiled (https://zod.dev/library-authors). */
type Definition = z.core.$ZodTypeDef & {
	innerType?: z.core.$ZodType;
	entries?: Record<string, string>;
	checks?: z.core.$ZodCheck[];
};
type Limit = { check: string; value?: number; inclusive?: boolean; maximum?: number };

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as Definition;

/**
 * Compiles a schema of a flat object to a function that returns what the schema parses, many times faster than zod,
 * which interprets schemas where code may not be generated. It returns undefined for everything that the schema
 * refuses, so that the schema can say why. Knows strings, numbers, booleans and enums, optional or not; throws for
 * anything else.
 */
export function compileObject<S extends z.ZodObject>(schema: S): (value: unknown) => z.output<S> | undefined {
	const fields = Object.entries(schema.shape).map(([name, field]) => {
		const { type, innerType } = definitionOf(field);
		const isOptional = type === "optional";
		return { name, isOptional, isValid: checkOf(isOptional && innerType ? innerType : field) };
	});
	return (value) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
		const given = value as Record<string, unknown>;
		const parsed: Record<string, unknown> = {};
		for (const { name, isOptional, isValid } of fields) {
			const field = given[name];
			if (field === undefined) {
				if (!isOptional) return undefined;
			} else if (isValid(field)) {
				parsed[name] = field;
			} else {
				return undefined;
			}
		}
		return parsed as z.output<S>;
	};
}

function checkOf(schema: z.core.$ZodType): Check {
	const { type, entries, checks = [] } = definitionOf(schema);
	const limits = checks.map((check) => limitOf(check._zod.def as Limit));
	switch (type) {
		case "string":
			return (value) =>
				typeof value === "string" && limits.every((holds) => holds(value.length) || holds(codePoints(value)));
		case "number":
			return (value) =>
				typeof value === "number" && Number.isFinite(value) && limits.every((holds) => holds(value));
		case "boolean":
			return (value) => typeof value === "boolean";
		case "enum": {
			const known = new Set<unknown>(Object.values(entries ?? {}));
			return (value) => known.has(value);
		}
		default:
			throw new TypeError(`A field of type ${type} cannot be compiled`);
	}
}

/** Strings are measured in code points, which are at most as many as `length` says. */
const codePoints = (text: string): number => [...text].length;

/** The limit on a number, or on the length of a string. */
function limitOf({ check, value = Number.NaN, inclusive, maximum = Number.NaN }: Limit) {
	switch (check) {
		case "greater_than":
			return inclusive ? (n: number) => n >= value : (n: number) => n > value;
		case "less_than":
			return inclusive ? (n: number) => n <= value : (n: number) => n < value;
		case "max_length":
			return (n: number) => n <= maximum;
		default:
			throw new TypeError(`The check ${check} cannot be compiled`);
	}
}
