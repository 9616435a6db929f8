import { createRoute } from "@hono/zod-openapi";
import { malformed, unauthenticated } from "../../api/vocabulary.ts";
import { matchesIfNoneMatch } from "../../http/is-known.ts";
import { etag, json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import { updateDialog } from "./change-dialog.ts";
import * as contract from "./contract.ts";
import { createDialog } from "./create-dialog.ts";
import { deleteDialog } from "./delete-dialog.ts";
import { entityTag } from "./dialog.ts";
import { findDialog, listDialogs } from "./find-dialog.ts";
import { importDialog } from "./import-dialog.ts";
import { changing, read, refused, shared, tagged, tooLarge, whole, write } from "./route-parts.ts";

const one = "/{id}";

const list = createRoute({
	operationId: "listDialogs",
	...shared,
	method: "get",
	path: "/",
	summary: "List your dialogs",
	middleware: read,
	request: { query: contract.ListQuery },
	responses: {
		200: json("Newest first, without blocks", contract.DialogList),
		...malformed,
		...unauthenticated,
	},
});

const post = createRoute({
	operationId: "createDialog",
	...shared,
	method: "post",
	path: "/",
	summary: "Create a dialog",
	description: "It belongs to you: nobody else can see it. `ETag` is its version.",
	middleware: write,
	request: { body: jsonBody(contract.NewDialog) },
	responses: {
		201: { ...json("Created", contract.Dialog), ...etag },
		...malformed,
		...unauthenticated,
		...tooLarge,
	},
});

const postImport = createRoute({
	operationId: "importDialog",
	...shared,
	method: "post",
	path: "/import",
	summary: "Make a dialog of a script",
	description: "From plain text (`SPEAKER: line`), a Fountain screenplay or SRT subtitles.",
	middleware: write,
	request: { body: jsonBody(contract.DialogImport) },
	responses: {
		201: { ...json("Created, untagged", contract.Dialog), ...etag },
		...malformed,
		...unauthenticated,
		...tooLarge,
	},
});

const get = createRoute({
	operationId: "readDialog",
	...shared,
	method: "get",
	path: one,
	summary: "Get a dialog",
	middleware: read,
	request: { params: IdParams },
	responses: {
		200: { ...json("The dialog; `ETag` is its version", contract.Dialog), ...etag },
		304: { description: "Still the version in `If-None-Match`", ...etag },
		...refused,
	},
});

const put = createRoute({
	operationId: "replaceDialog",
	...shared,
	method: "put",
	path: one,
	summary: "Replace a dialog",
	description: "Blocks sent with their id keep it.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.WholeDialog) },
	responses: { 200: { ...json("Replaced", contract.Dialog), ...etag }, ...changing },
});

const patch = createRoute({
	operationId: "updateDialog",
	...shared,
	method: "patch",
	path: one,
	summary: "Change a dialog",
	description: "What is left out stays; `blocks` are replaced as a whole.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.DialogChanges) },
	responses: { 200: { ...json("Changed", contract.Dialog), ...etag }, ...changing },
});

const remove = createRoute({
	operationId: "deleteDialog",
	...shared,
	method: "delete",
	path: one,
	summary: "Delete a dialog",
	middleware: read,
	request: { params: IdParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

/** Dialogs, below `/api/dialogs`. */
export function dialogRoutes() {
	return createRouter()
		.openapi(list, async (c) =>
			c.json(await listDialogs(c.var.context, c.var.user, c.req.valid("query")), 200),
		)
		.openapi(post, async (c) => {
			const created = await createDialog(c.var.context, c.var.user, c.req.valid("json"));
			return c.json(whole(created), 201, tagged(created.row));
		})
		.openapi(postImport, async (c) => {
			const created = await importDialog(c.var.context, c.var.user, c.req.valid("json"));
			return c.json(whole(created), 201, tagged(created.row));
		})
		.openapi(get, async (c) => {
			const found = await findDialog(c.var.context, c.var.user, c.req.valid("param").id);
			if (matchesIfNoneMatch(c, entityTag(found.row))) return c.body(null, 304, tagged(found.row));
			return c.json(whole(found), 200, tagged(found.row));
		})
		.openapi(put, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const changed = await updateDialog(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(whole(changed), 200, tagged(changed.row));
		})
		.openapi(patch, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const changed = await updateDialog(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(whole(changed), 200, tagged(changed.row));
		})
		.openapi(remove, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			await deleteDialog(c.var.context, c.var.user, which);
			return c.body(null, 204);
		});
}
