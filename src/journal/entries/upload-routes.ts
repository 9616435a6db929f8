import { createRoute, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { MAX_BODY_BYTES, refusal, signedIn, succeeded, success, unauthenticated } from "../../api/journal.ts";
import { requireUser } from "../../auth/guards.ts";
import { Fault, invalidField } from "../../errors.ts";
import { limitBody, refuseDeepJson } from "../../http/middleware/bodies.ts";
import { withinMemory } from "../../http/middleware/memory-budget.ts";
import { type AppEnv, createRouter, type RequestContext } from "../../http/router.ts";
import { EntryParams, EntryWithScores, WriteBody } from "./contract.ts";
import { readTimeline } from "./read-entries.ts";
import { MAX_FORM_BYTES, Timeline, TOO_LARGE, UploadedEntry, UploadForm } from "./upload-contract.ts";
import { uploadEntry } from "./upload-entry.ts";
import { writeEntry } from "./write-entry.ts";

const tags = ["Journal entries"];

/** As configured in wrangler.toml: 20 a minute. Decoding costs more than anything else that a person can ask for. */
const limitUploads = createMiddleware<AppEnv>(async function limitUploads(c, next) {
	const { success } = await c.var.context.uploadLimit.limit({ key: c.var.user.userId });
	if (!success) throw new Fault({ code: "rate_limited", retryAfterSeconds: 60 });
	await next();
});

const limitForm = limitBody(MAX_FORM_BYTES, () => invalidField("audio", TOO_LARGE));

/** Rejects anything but a complete form. Hono keeps the parsed form for the validation. */
const wholeForm = createMiddleware<AppEnv>(async function wholeForm({ req }, next) {
	if (!/^multipart\/form-data\s*;/i.test(req.header("Content-Type") ?? "")) {
		throw invalidField(
			"body",
			"Send a recording as multipart/form-data, or an entry without one as application/json",
		);
	}
	await req.formData().catch(() => {
		throw invalidField("body", "The form is damaged or was cut off; please send it again");
	});
	await next();
});

const isJson = ({ req }: RequestContext): boolean =>
	/^application\/json\b/i.test(req.header("Content-Type") ?? "");

const forJson = (middleware: MiddlewareHandler<AppEnv>) =>
	createMiddleware<AppEnv>((c, next) => (isJson(c) ? middleware(c, next) : next()));

const forForms = (middleware: MiddlewareHandler<AppEnv>) =>
	createMiddleware<AppEnv>((c, next) => (isJson(c) ? next() : middleware(c, next)));

const upload = createRoute({
	operationId: "uploadEntry",
	method: "post",
	path: "/",
	tags,
	...signedIn,
	middleware: [
		requireUser,
		forJson(limitBody(MAX_BODY_BYTES)),
		forJson(refuseDeepJson),
		...[limitUploads, withinMemory(MAX_FORM_BYTES), limitForm, wholeForm].map(forForms),
	],
	summary: "Make an entry, out of a recording or without one",
	description:
		"A form holds a recording; JSON makes an entry without one, by an emoji, a note or both. The recording is analysed in memory and dropped, unless its owner has agreed to storage. One entry a day, today's or one of the 30 days before. Where the scores are not to be relied on, `reliability` is `low` and `proposedEmoji` null: ask the person instead of proposing. Nothing counts before they have selected an emoji. " +
		"How accurate the emotions are and what they must not be used for: [model card](/models/voice-emotion).",
	request: {
		body: {
			content: { "multipart/form-data": { schema: UploadForm }, "application/json": { schema: WriteBody } },
		},
	},
	responses: {
		201: success(
			"The entry, with its eight emotions where it has a recording",
			z.union([UploadedEntry, EntryWithScores]),
		),
		400: refusal(
			"Missing fields, a day that is too long ago, or a recording that is damaged, silent, too long, too large or no audio",
		),
		...unauthenticated,
		409: refusal("The day has an entry"),
		429: refusal("More than 20 recordings a minute"),
		503: refusal("The voice model or storage cannot work right now; nothing was kept"),
	},
});

const timeline = createRoute({
	operationId: "readTimeline",
	method: "get",
	path: "/{id}/timeline",
	tags,
	...signedIn,
	summary: "Read how the mood moved within a note",
	description: "Heard by the same model as the whole note: [model card](/models/voice-emotion).",
	request: { params: EntryParams },
	responses: {
		200: success("Scores of each window of the recording", Timeline),
		...unauthenticated,
		404: refusal("No such entry of yours"),
	},
});

/** New entries of `/api/moods`, and what it does with recordings. */
export function uploadRoutes() {
	return createRouter()
		.openapi(upload, async (c) => {
			const { context, user } = c.var;
			const form = c.req.valid("form");
			const entry =
				"audio" in form
					? await uploadEntry(context, user.userId, form)
					: await writeEntry(context, user.userId, c.req.valid("json"));
			return c.json(succeeded(entry), 201);
		})
		.openapi(timeline, async (c) => {
			const { id } = c.req.valid("param");
			return c.json(succeeded(await readTimeline(c.var.context, c.var.user.userId, id)), 200);
		});
}
