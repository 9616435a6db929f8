import { createRoute } from "@hono/zod-openapi";
import { refusal, signedIn, succeeded, success, unauthenticated } from "../../api/journal.ts";
import { requireUser } from "../../auth/guards.ts";
import type { ErasureStep } from "../../erasure-step.ts";
import { Fault, invalidField } from "../../errors.ts";
import { fieldIssues } from "../../http/field-issues.ts";
import { limitBody } from "../../http/middleware/bodies.ts";
import { headers } from "../../http/openapi.ts";
import { createRouter, type RequestContext } from "../../http/router.ts";
import { EVER } from "../days/calendar-day.ts";
import * as contract from "./contract.ts";
import { eraseAccount } from "./erasure.ts";
import { JournalDocument } from "./export/contract.ts";
import { exportCsv, exportJson, exportZip } from "./export/export-journal.ts";
import { importDaylio } from "./import/import-daylio.ts";
import { importDocument, openArchive } from "./import/import-journal.ts";

const tags = ["Your data"];
const binary = { schema: { type: "string" as const, format: "binary" } };
/** The schema that the export gives; the body is validated by the handler, which reads it in three formats. */
const document = { schema: { $ref: "#/components/schemas/JournalDocument" } };
/** Bytes an isolate can take apart at once. Longer journals go in by periods. */
const MAX_IMPORT = 32 * 1024 * 1024;

const exportRoute = createRoute({
	operationId: "exportJournal",
	method: "get",
	path: "/export",
	tags,
	...signedIn,
	summary: "Take your journal with you",
	request: { query: contract.ExportQuery },
	responses: {
		200: {
			description: "A file, streamed",
			...headers({ "Content-Disposition": "The name to store it by" }),
			content: {
				"application/json": { schema: JournalDocument },
				"text/csv": binary,
				"application/zip": binary,
			},
		},
		400: refusal("A format or a date that does not exist"),
		...unauthenticated,
	},
});

const importRoute = createRoute({
	operationId: "importJournal",
	method: "post",
	path: "/import",
	tags,
	...signedIn,
	middleware: [requireUser, limitBody(MAX_IMPORT)],
	summary: "Bring a journal in",
	description:
		"An export of this journal (JSON or ZIP) or the CSV export of Daylio, told apart by the content type. Nothing is overwritten: days that have an entry are skipped, and settings are taken only by a person who has none.",
	request: {
		query: contract.ImportQuery,
		body: {
			required: true as const,
			content: { "application/json": document, "application/zip": binary, "text/csv": binary },
		},
	},
	responses: {
		200: success("What became of it", contract.ImportReport),
		400: refusal("Nothing was written; the answer says what is wrong"),
		...unauthenticated,
	},
});

const erase = createRoute({
	operationId: "eraseEverything",
	method: "delete",
	path: "/account",
	tags,
	...signedIn,
	summary: "Erase everything of yours",
	description: "At once and for good. If it is cut off it goes on by itself; asking again does no harm.",
	responses: { 200: success("What was erased", contract.Erased), ...unauthenticated },
});

const FILES = {
	json: { type: "application/json; charset=utf-8", make: exportJson },
	csv: { type: "text/csv; charset=utf-8", make: exportCsv },
	zip: { type: "application/zip", make: exportZip },
};

async function jsonOf(c: RequestContext): Promise<unknown> {
	try {
		return await c.req.json();
	} catch {
		throw new Fault({ code: "invalid_json" });
	}
}

function validDocument(data: unknown): JournalDocument {
	const result = JournalDocument.safeParse(data);
	if (result.success) return result.data;
	throw new Fault({ code: "invalid_input", issues: fieldIssues(result.error, data) });
}

async function importArchive(c: RequestContext) {
	const { document, files } = openArchive(new Uint8Array(await c.req.arrayBuffer()));
	return importDocument(c.var.context, c.var.user.userId, validDocument(document), files);
}

/** `/api/export`, `/api/import` and `/api/account`. `erasure` is all that belongs to a person, anywhere. */
export function yourDataRoutes(erasure: readonly ErasureStep[]) {
	return createRouter()
		.openapi(exportRoute, (c) => {
			const { format, startDate, endDate } = c.req.valid("query");
			const { type, make } = FILES[format];
			const period = { first: startDate ?? EVER.first, last: endDate ?? EVER.last };
			return c.body(make(c.var.context, c.var.user.userId, period), 200, {
				"Content-Type": type,
				"Content-Disposition": `attachment; filename="undertone-journal.${format}"`,
				"Cache-Control": "no-store",
			});
		})
		.openapi(importRoute, async (c) => {
			const { context, user } = c.var;
			const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
			switch (type) {
				case "application/json":
					return c.json(
						succeeded(await importDocument(context, user.userId, validDocument(await jsonOf(c)))),
						200,
					);
				case "application/zip":
					return c.json(succeeded(await importArchive(c)), 200);
				case "text/csv": {
					const wanted = { csv: await c.req.text(), mapping: c.req.valid("query") };
					return c.json(succeeded(await importDaylio(context, user.userId, wanted)), 200);
				}
				default:
					throw invalidField("Content-Type", "Send application/json, application/zip or text/csv");
			}
		})
		.openapi(erase, async (c) => {
			const erased = await eraseAccount(c.var.context, c.var.user.userId, erasure);
			return c.json(succeeded({ erased }), 200);
		});
}
