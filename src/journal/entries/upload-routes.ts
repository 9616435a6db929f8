import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { refusal, signedIn, succeeded, success, unauthenticated } from "../../api/journal.ts";
import { requireUser } from "../../auth/guards.ts";
import { Fault, invalidField } from "../../errors.ts";
import { limitBody } from "../../http/middleware/bodies.ts";
import { withinMemory } from "../../http/middleware/memory-budget.ts";
import { type AppEnv, createRouter } from "../../http/router.ts";
import { EntryParams } from "./contract.ts";
import { readTimeline } from "./read-entries.ts";
import { MAX_FORM_BYTES, Timeline, TOO_LARGE, UploadedEntry, UploadForm } from "./upload-contract.ts";
import { uploadEntry } from "./upload-entry.ts";

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
		throw invalidField("body", "Send the recording as multipart/form-data");
	}
	await req.formData().catch(() => {
		throw invalidField("body", "The form is damaged or was cut off; please send it again");
	});
	await next();
});

const upload = createRoute({
	operationId: "uploadEntry",
	method: "post",
	path: "/",
	tags,
	...signedIn,
	middleware: [requireUser, limitUploads, withinMemory(MAX_FORM_BYTES), limitForm, wholeForm] as const,
	summary: "Make today's entry out of a recording",
	description:
		"The recording is analysed in memory and dropped, unless its owner has agreed to storage. One entry a day. Where the scores are not to be relied on, `reliability` is `low` and `proposedEmoji` null: ask the person instead of proposing. Nothing counts before they have selected an emoji. " +
		"How accurate the emotions are and what they must not be used for: [model card](/models/voice-emotion).",
	request: { body: { required: true, content: { "multipart/form-data": { schema: UploadForm } } } },
	responses: {
		201: success("The entry with its eight emotions", UploadedEntry),
		400: refusal("Missing fields, or a recording that is damaged, silent, too long, too large or no audio"),
		...unauthenticated,
		409: refusal("Today has an entry"),
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

/** What `/api/moods` does with recordings. */
export function uploadRoutes() {
	return createRouter()
		.openapi(upload, async (c) => {
			const entry = await uploadEntry(c.var.context, c.var.user.userId, c.req.valid("form"));
			return c.json(succeeded(entry), 201);
		})
		.openapi(timeline, async (c) => {
			const { id } = c.req.valid("param");
			return c.json(succeeded(await readTimeline(c.var.context, c.var.user.userId, id)), 200);
		});
}
