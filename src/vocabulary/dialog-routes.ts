import { createRoute } from "@hono/zod-openapi";
import { limitBody } from "../http/middleware/body-limit.ts";
import { anyBodyIsJson } from "../http/middleware/json-body.ts";
import { requireUser } from "../http/middleware/require-user.ts";
import { json, jsonBody } from "../http/openapi.ts";
import { IdParams, refusal } from "./contract.ts";
import * as contract from "./dialog-contract.ts";

const shared = { tags: ["Dialogs"], security: [{ bearer: [] }] };
/** 5,000 blocks of ordinary length with room to spare. */
const LIMIT_BYTES = 16 * 1_048_576;
const read = [requireUser];
const write = [requireUser, limitBody(LIMIT_BYTES), anyBodyIsJson];

const signedOut = { 401: refusal("No valid token") };
const malformed = { 400: refusal("The body or an id is malformed; the answer names the field") };
const unknown = { 404: refusal("You have no dialog (or it has no block) with this id") };
const tooLarge = { 413: refusal("More than 16 MiB") };
const refused = { ...malformed, ...signedOut, ...unknown };
const changing = {
	...refused,
	409: refusal("Others are changing it at the same time, or it is full"),
	412: refusal("It has changed since the version in `If-Match`"),
	...tooLarge,
};
const one = "/dialogs/{id}";
const oneBlock = "/dialogs/{id}/blocks/{blockId}";

export const listDialogs = createRoute({
	...shared,
	method: "get",
	path: "/dialogs",
	summary: "List your dialogs",
	middleware: read,
	request: { query: contract.ListQuery },
	responses: { 200: json("Newest first, without blocks", contract.DialogList), ...malformed, ...signedOut },
});

export const postDialog = createRoute({
	...shared,
	method: "post",
	path: "/dialogs",
	summary: "Create a dialog",
	description: "It belongs to you: nobody else can see it. `ETag` is its version.",
	middleware: write,
	request: { body: jsonBody(contract.NewDialog) },
	responses: { 201: json("Created", contract.Dialog), ...malformed, ...signedOut, ...tooLarge },
});

export const postImport = createRoute({
	...shared,
	method: "post",
	path: "/dialogs/import",
	summary: "Make a dialog of a script",
	description: "From plain text (`SPEAKER: line`), a Fountain screenplay or SRT subtitles.",
	middleware: write,
	request: { body: jsonBody(contract.DialogImport) },
	responses: { 201: json("Created, untagged", contract.Dialog), ...malformed, ...signedOut, ...tooLarge },
});

export const getDialog = createRoute({
	...shared,
	method: "get",
	path: one,
	summary: "Get a dialog",
	middleware: read,
	request: { params: IdParams },
	responses: {
		200: json("The dialog; `ETag` is its version", contract.Dialog),
		304: { description: "Still the version in `If-None-Match`" },
		...refused,
	},
});

export const putDialog = createRoute({
	...shared,
	method: "put",
	path: one,
	summary: "Replace a dialog",
	description: "Blocks sent with their id keep it.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.WholeDialog) },
	responses: { 200: json("Replaced", contract.Dialog), ...changing },
});

export const patchDialog = createRoute({
	...shared,
	method: "patch",
	path: one,
	summary: "Change a dialog",
	description: "What is left out stays; `blocks` are replaced as a whole.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.DialogChanges) },
	responses: { 200: json("Changed", contract.Dialog), ...changing },
});

export const deleteDialog = createRoute({
	...shared,
	method: "delete",
	path: one,
	summary: "Delete a dialog",
	middleware: read,
	request: { params: IdParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

export const postBlock = createRoute({
	...shared,
	method: "post",
	path: "/dialogs/{id}/blocks",
	summary: "Insert a block",
	description: "At `position`, or at the end.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockToInsert) },
	responses: { 201: json("Inserted", contract.Block), ...changing },
});

export const patchBlock = createRoute({
	...shared,
	method: "patch",
	path: oneBlock,
	summary: "Change or move a block",
	middleware: write,
	request: { params: contract.BlockParams, headers: contract.IfMatch, body: jsonBody(contract.BlockChanges) },
	responses: { 200: json("Changed", contract.Block), ...changing },
});

export const removeBlock = createRoute({
	...shared,
	method: "delete",
	path: oneBlock,
	summary: "Delete a block",
	middleware: read,
	request: { params: contract.BlockParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

export const putOrder = createRoute({
	...shared,
	method: "put",
	path: "/dialogs/{id}/order",
	summary: "Put the blocks in a new order",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockOrder) },
	responses: { 200: json("Reordered", contract.Dialog), ...changing },
});

export const getArc = createRoute({
	...shared,
	method: "get",
	path: "/dialogs/{id}/arc",
	summary: "Read the emotional arc",
	middleware: read,
	request: { params: IdParams, query: contract.ArcQuery },
	responses: {
		200: json("The arc; `ETag` changes when it does", contract.DialogArc),
		304: { description: "Still the arc in `If-None-Match`" },
		...refused,
	},
});

export const getPicture = createRoute({
	...shared,
	method: "get",
	path: "/dialogs/{id}/arc.svg",
	summary: "See the emotional arc",
	middleware: read,
	request: { params: IdParams, query: contract.PictureQuery },
	responses: {
		200: {
			description: "A picture that stands alone",
			content: { "image/svg+xml": { schema: { type: "string" } } },
		},
		304: { description: "Still the picture in `If-None-Match`" },
		...refused,
	},
});

export const compare = createRoute({
	...shared,
	method: "post",
	path: "/dialogs/{id}/arc/compare",
	summary: "Compare the arc with another or with an intended shape",
	middleware: write,
	request: { params: IdParams, query: contract.ArcQuery, body: jsonBody(contract.CompareBody) },
	responses: {
		200: json("Distance, and where they part", contract.ArcComparison),
		...refused,
		409: refusal("One of them has no block with an emotion yet"),
		...tooLarge,
	},
});
