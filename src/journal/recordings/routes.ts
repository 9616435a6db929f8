import { createRoute } from "@hono/zod-openapi";
import { refusal, signedIn, succeeded, success, successMessage, unauthenticated } from "../../api/journal.ts";
import { headers } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import * as contract from "./contract.ts";
import { deleteRecording } from "./delete-recordings.ts";
import { listRecordings } from "./find-recordings.ts";
import { playRecording } from "./play-recording.ts";

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
	...signedIn,
	summary: "Play a recording",
	request: { params: contract.RecordingParams, headers: contract.RangeHeader },
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
				"Cache-Control": "no-cache",
				...(playback.contentRange !== undefined && { "Content-Range": playback.contentRange }),
			};
			return c.body(playback.body, playback.contentRange === undefined ? 200 : 206, headers);
		})
		.openapi(remove, async (c) => {
			await deleteRecording(c.var.context, c.var.user.userId, c.req.valid("param").entryId);
			return c.json({ success: true as const, message: DELETED }, 200);
		});
}
