import { createRoute } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { refusal, signedIn, succeeded, success, successMessage, unauthenticated } from "../../api/journal.ts";
import { requireUser } from "../../auth/guards.ts";
import { Fault } from "../../errors.ts";
import { headers } from "../../http/openapi.ts";
import { type AppEnv, createRouter } from "../../http/router.ts";
import * as contract from "./contract.ts";
import { deleteRecording } from "./delete-recordings.ts";
import { listRecordings } from "./find-recordings.ts";
import { playRecording } from "./play-recording.ts";
import { createPlaybackLink, ownerOfLink } from "./playback-links.ts";

/** Lets a request pass with a bearer token, or with a link that still holds for this recording. */
const requireUserOrLink = createMiddleware<AppEnv>(async function requireUserOrLink(c, next) {
	const link = c.req.query("link");
	if (link === undefined) return requireUser(c, next);
	const userId = await ownerOfLink(c.var.context, c.req.param("entryId") ?? "", link);
	if (!userId) throw new Fault({ code: "unauthenticated" });
	c.set("user", { kind: "user", userId, permissions: new Set() });
	await next();
});

const tags = ["Recordings"];
const DELETED = "Audio recording deleted successfully";
const refused = {
	...unauthenticated,
	403: refusal("Someone else's recording"),
	404: refusal("No such entry, or nothing is stored for it"),
};
const audio = { "audio/*": { schema: { type: "string" as const, format: "binary" } } };

const ranged = headers({ "Accept-Ranges": "`bytes`", "Content-Range": "On a 206: which bytes of how many" });

const list = createRoute({
	operationId: "listRecordings",
	method: "get",
	path: "/recordings",
	tags,
	...signedIn,
	summary: "List recordings, newest first",
	responses: {
		200: success("None while storage is not enabled", contract.RecordingList),
		...unauthenticated,
	},
});

const play = createRoute({
	operationId: "playRecording",
	method: "get",
	path: "/recordings/{entryId}/play",
	tags,
	security: [{ bearer: [] }],
	middleware: requireUserOrLink,
	summary: "Play a recording",
	description: "By a token, or by a playback link, which `<audio src>` can use.",
	request: { params: contract.RecordingParams, query: contract.PlayQuery, headers: contract.RangeHeader },
	responses: {
		200: {
			description: "The whole recording, in the content type it was uploaded with",
			content: audio,
			...ranged,
		},
		206: { description: "The bytes that were asked for", content: audio, ...ranged },
		...refused,
		416: refusal("No byte of the range exists"),
	},
});

const link = createRoute({
	operationId: "createPlaybackLink",
	method: "post",
	path: "/recordings/{entryId}/link",
	tags,
	...signedIn,
	summary: "Get an address that plays a recording for ten minutes",
	request: { params: contract.RecordingParams },
	responses: { 201: success("The address, relative to this service", contract.PlaybackLink), ...refused },
});

const remove = createRoute({
	operationId: "deleteRecording",
	method: "delete",
	path: "/recordings/{entryId}",
	tags,
	...signedIn,
	summary: "Delete a recording; its entry stays",
	request: { params: contract.RecordingParams },
	responses: { 200: successMessage(DELETED), ...refused },
});

/** `/api/audio` */
export function recordingRoutes() {
	return createRouter()
		.openapi(list, async (c) => {
			const recordings = await listRecordings(c.var.context, c.var.user.userId);
			return c.json(succeeded({ recordings, totalCount: recordings.length }), 200);
		})
		.openapi(play, async (c) => {
			const { entryId } = c.req.valid("param");
			const { range } = c.req.valid("header");
			const playback = await playRecording(c.var.context, c.var.user.userId, { entryId, range });
			const headers = {
				"Content-Type": playback.contentType,
				"Content-Length": String(playback.length),
				"Accept-Ranges": "bytes",
				"Cache-Control": "private, no-store",
				"Content-Disposition": "attachment",
				"Content-Security-Policy": "default-src 'none'; sandbox",
				...(playback.contentRange !== undefined && { "Content-Range": playback.contentRange }),
			};
			return c.body(playback.body, playback.contentRange === undefined ? 200 : 206, headers);
		})
		.openapi(link, async (c) => {
			const { entryId } = c.req.valid("param");
			return c.json(succeeded(await createPlaybackLink(c.var.context, c.var.user.userId, entryId)), 201);
		})
		.openapi(remove, async (c) => {
			await deleteRecording(c.var.context, c.var.user.userId, c.req.valid("param").entryId);
			return c.json({ success: true as const, message: DELETED }, 200);
		});
}
