import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { refusal, signedIn, succeeded, success, unauthenticated } from "../../api/journal.ts";
import { requireUser } from "../../auth/guards.ts";
import type { ErasureStep } from "../../erasure-step.ts";
import { Fault, invalidField } from "../../errors.ts";
import { limitBody, readingBody } from "../../http/middleware/bodies.ts";
import { withinMemory } from "../../http/middleware/memory-budget.ts";
import { headers } from "../../http/openapi.ts";
import { type AppEnv, createRouter, type RequestContext } from "../../http/router.ts";
import { EVER } from "../days/calendar-day.ts";
import * as contract from "./contract.ts";
import { eraseAccount } from "./erasure.ts";
import { JournalDocument } from "./export/contract.ts";
import { exportCsv, exportJson, exportZip } from "./export/export-journal.ts";
import type { DaylioMapping } from "./import/daylio.ts";
import { importDaylio } from "./import/import-daylio.ts";
import { importJournal, openArchive, SPLIT } from "./import/import-journal.ts";
import { readJournal } from "./import/read-journal.ts";

const tags = ["Your data"];
const binary = { schema: { type: "string" as const, format: "binary" } };
/** The schema that the export gives; the body is validated by the handler, which reads it in three formats. */
const document = { schema: { $ref: "#/components/schemas/JournalDocument" } };
/** Bytes that an isolate can take apart at once: ten years with the course of every note have 5 MB as JSON. */
const MAX_JSON = 16 * 1024 * 1024;
const MAX_ARCHIVE = 24 * 1024 * 1024;
const MAX_CSV = 4 * 1024 * 1024;

/** By content type: bytes that are accepted, and what is done with them. */
const IMPORTS = {
	"application/json": {
		limit: MAX_JSON,
		take: async (c: RequestContext) =>
			importJournal(c.var.context, c.var.user.userId, await readJournal(chunksOf(c))),
	},
	"application/zip": {
		limit: MAX_ARCHIVE,
		async take(c: RequestContext) {
			const { journal, files } = await openArchive(new Uint8Array(await readingBody(c.req.arrayBuffer())));
			return importJournal(c.var.context, c.var.user.userId, journal, files);
		},
	},
	"text/csv": {
		limit: MAX_CSV,
		async take(c: RequestContext, mapping: DaylioMapping) {
			return importDaylio(c.var.context, c.var.user.userId, {
				csv: await readingBody(c.req.text()),
				mapping,
			});
		},
	},
};

const mediaTypeOf = (c: RequestContext): string =>
	(c.req.header("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

function importOf(c: RequestContext): (typeof IMPORTS)[keyof typeof IMPORTS] {
	const type = mediaTypeOf(c);
	if (Object.hasOwn(IMPORTS, type)) return IMPORTS[type as keyof typeof IMPORTS];
	throw invalidField("Content-Type", "Send application/json, application/zip or text/csv");
}

/** Each kind of file has a limit of its own. */
const limitImport = createMiddleware<AppEnv>(async function limitImport(c, next) {
	const { limit } = importOf(c);
	const refusal = () => new Fault({ code: "payload_too_large", limit, advice: SPLIT });
	return withinMemory(limit)(c, async () => void (await limitBody(limit, refusal)(c, next)));
});

/** What is left of the body after a failure stays readable: it is read before the error is answered. */
async function* chunksOf(c: RequestContext): AsyncGenerator<Uint8Array> {
	const chunks = c.req.raw.body?.values({ preventCancel: true });
	if (!chunks) return;
	try {
		for (;;) {
			const { done, value } = await readingBody(chunks.next());
			if (done) return;
			yield value;
		}
	} finally {
		await chunks.return?.();
	}
}

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
	middleware: [requireUser, limitImport],
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
		413: refusal("More than 16 MiB of JSON, 24 MiB of ZIP or 4 MiB of CSV; the answer says how to split it"),
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
		.openapi(importRoute, async (c) =>
			c.json(succeeded(await importOf(c).take(c, c.req.valid("query"))), 200),
		)
		.openapi(erase, async (c) => {
			const erased = await eraseAccount(c.var.context, c.var.user.userId, erasure);
			return c.json(succeeded({ erased }), 200);
		});
}
