import type { z } from "@hono/zod-openapi";
import { Fault, type FieldIssue } from "../errors.ts";

/** A schema with this message reports its field as missing, even if an invalid value is present. */
export const REQUIRED = "Required";

/** `["events", 2, "duration_ms"]` → `events[2].duration_ms` */
const fieldPath = (path: readonly PropertyKey[]): string =>
	path
		.map((part, i) => (typeof part === "number" ? `[${part}]` : `${i === 0 ? "" : "."}${String(part)}`))
		.join("");

type Parent = Record<PropertyKey, unknown> | null | undefined;

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((value, part) => (value as Parent)?.[part], data);

/** Whether `data` lacks exactly the last part of the path: preprocessing may have moved the field elsewhere. */
function isAbsent(data: unknown, path: readonly PropertyKey[]): boolean {
	const parent = valueAt(data, path.slice(0, -1));
	const last = path.at(-1);
	return typeof parent === "object" && last !== undefined && (parent as Parent)?.[last] === undefined;
}

/** Converts a validation error to field issues. `data` is the validated input; it tells missing from invalid. */
export function fieldIssues(error: z.core.$ZodError, data: unknown): [FieldIssue, ...FieldIssue[]] {
	const issues = error.issues.map((issue): FieldIssue => {
		const unknownKey = issue.code === "unrecognized_keys" ? [issue.keys[0] ?? ""] : [];
		const path = [...issue.path, ...unknownKey];
		const missing = issue.message === REQUIRED || (issue.code === "invalid_type" && isAbsent(data, path));
		const message = missing ? "This field is required" : issue.message;
		return { field: fieldPath(path) || "body", message, missing };
	});
	const [first, ...rest] = issues;
	if (!first) throw new TypeError("a failed validation has at least one issue");
	return [first, ...rest];
}

/** The data as the schema parses it. Throws `invalid_input` with every field that is wrong. */
export function parseWith<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
	const result = schema.safeParse(data);
	if (result.success) return result.data;
	throw new Fault({ code: "invalid_input", issues: fieldIssues(result.error, data) });
}
