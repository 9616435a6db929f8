import { createRoute } from "@hono/zod-openapi";
import { malformed, refusal, signedOut } from "../../api/vocabulary.ts";
import { requireUser } from "../../auth/require-user.ts";
import { isKnown } from "../../http/is-known.ts";
import { limitBody } from "../../http/middleware/body-limit.ts";
import { anyBodyIsJson } from "../../http/middleware/json-body.ts";
import { json, jsonBody } from "../../http/openapi.ts";
import { createRouter, type Router } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import * as contract from "./contract.ts";
import { createDialog } from "./create-dialog.ts";
import { deleteBlock } from "./delete-block.ts";
import { deleteDialog } from "./delete-dialog.ts";
import { type Block, type DialogRow, entityTag, toDialog } from "./dialog.ts";
import { editBlock } from "./edit-block.ts";
import { findDialog } from "./find-dialog.ts";
import { importDialog } from "./import-dialog.ts";
import { insertBlock } from "./insert-block.ts";
import { listDialogs } from "./list-dialogs.ts";
import { reorderBlocks } from "./reorder-blocks.ts";
import { updateDialog } from "./update-dialog.ts";

const shared = { tags: ["Dialogs"], security: [{ bearer: [] }] };
/** 5,000 blocks of ordinary length with room to spare. */
const LIMIT_BYTES = 16 * 1_048_576;
const read = [requireUser];
const write = [requireUser, limitBody(LIMIT_BYTES), anyBodyIsJson];

const unknown = { 404: refusal("You have no dialog (or it has no block) with this id") };
const tooLarge = { 413: refusal("More than 16 MiB") };
const refused = { ...malformed, ...signedOut, ...unknown };
const changing = {
	...refused,
	409: refusal("Others are changing it at the same time, or it is full"),
	412: refusal("It has changed since the version in `If-Match`"),
	...tooLarge,
};
const one = "/{id}";
const oneBlock = "/{id}/blocks/{blockId}";

const list = createRoute({
	...shared,
	method: "get",
	path: "/",
	summary: "List your dialogs",
	middleware: read,
	request: { query: contract.ListQuery },
	responses: { 200: json("Newest first, without blocks", contract.DialogList), ...malformed, ...signedOut },
});

const post = createRoute({
	...shared,
	method: "post",
	path: "/",
	summary: "Create a dialog",
	description: "It belongs to you: nobody else can see it. `ETag` is its version.",
	middleware: write,
	request: { body: jsonBody(contract.NewDialog) },
	responses: { 201: json("Created", contract.Dialog), ...malformed, ...signedOut, ...tooLarge },
});

const postImport = createRoute({
	...shared,
	method: "post",
	path: "/import",
	summary: "Make a dialog of a script",
	description: "From plain text (`SPEAKER: line`), a Fountain screenplay or SRT subtitles.",
	middleware: write,
	request: { body: jsonBody(contract.DialogImport) },
	responses: { 201: json("Created, untagged", contract.Dialog), ...malformed, ...signedOut, ...tooLarge },
});

const get = createRoute({
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

const put = createRoute({
	...shared,
	method: "put",
	path: one,
	summary: "Replace a dialog",
	description: "Blocks sent with their id keep it.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.WholeDialog) },
	responses: { 200: json("Replaced", contract.Dialog), ...changing },
});

const patch = createRoute({
	...shared,
	method: "patch",
	path: one,
	summary: "Change a dialog",
	description: "What is left out stays; `blocks` are replaced as a whole.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.DialogChanges) },
	responses: { 200: json("Changed", contract.Dialog), ...changing },
});

const remove = createRoute({
	...shared,
	method: "delete",
	path: one,
	summary: "Delete a dialog",
	middleware: read,
	request: { params: IdParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

const postBlock = createRoute({
	...shared,
	method: "post",
	path: "/{id}/blocks",
	summary: "Insert a block",
	description: "At `position`, or at the end.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockToInsert) },
	responses: { 201: json("Inserted", contract.Block), ...changing },
});

const patchBlock = createRoute({
	...shared,
	method: "patch",
	path: oneBlock,
	summary: "Change or move a block",
	middleware: write,
	request: { params: contract.BlockParams, headers: contract.IfMatch, body: jsonBody(contract.BlockChanges) },
	responses: { 200: json("Changed", contract.Block), ...changing },
});

const removeBlock = createRoute({
	...shared,
	method: "delete",
	path: oneBlock,
	summary: "Delete a block",
	middleware: read,
	request: { params: contract.BlockParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

const putOrder = createRoute({
	...shared,
	method: "put",
	path: "/{id}/order",
	summary: "Put the blocks in a new order",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockOrder) },
	responses: { 200: json("Reordered", contract.Dialog), ...changing },
});

const tagged = (row: DialogRow) => ({ ETag: entityTag(row) });
const whole = ({ row, blocks }: { row: DialogRow; blocks: Block[] }) => toDialog(row, blocks);

/** Dialogs and their blocks, below `/api/dialogs`. */
export function dialogRoutes(): Router {
	const routes = createRouter();
	routes.openapi(list, async (c) =>
		c.json(await listDialogs(c.var.context, c.var.user, c.req.valid("query")), 200),
	);
	routes.openapi(post, async (c) => {
		const created = await createDialog(c.var.context, c.var.user, c.req.valid("json"));
		return c.json(whole(created), 201, tagged(created.row));
	});
	routes.openapi(postImport, async (c) => {
		const created = await importDialog(c.var.context, c.var.user, c.req.valid("json"));
		return c.json(whole(created), 201, tagged(created.row));
	});
	routes.openapi(get, async (c) => {
		const found = await findDialog(c.var.context, c.var.user, c.req.valid("param").id);
		if (isKnown(c, entityTag(found.row))) return c.body(null, 304, tagged(found.row));
		return c.json(whole(found), 200, tagged(found.row));
	});
	for (const route of [put, patch]) {
		routes.openapi(route, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const changed = await updateDialog(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(whole(changed), 200, tagged(changed.row));
		});
	}
	routes.openapi(remove, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		await deleteDialog(c.var.context, c.var.user, which);
		return c.body(null, 204);
	});
	mountBlocks(routes);
	return routes;
}

function mountBlocks(routes: Router): void {
	routes.openapi(postBlock, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		const { row, result } = await insertBlock(c.var.context, c.var.user, which, c.req.valid("json"));
		return c.json(result, 201, tagged(row));
	});
	routes.openapi(patchBlock, async (c) => {
		const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
		const { row, result } = await editBlock(c.var.context, c.var.user, which, c.req.valid("json"));
		return c.json(result, 200, tagged(row));
	});
	routes.openapi(removeBlock, async (c) => {
		const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
		const row = await deleteBlock(c.var.context, c.var.user, which);
		return c.body(null, 204, tagged(row));
	});
	routes.openapi(putOrder, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		const { blockIds } = c.req.valid("json");
		const ordered = await reorderBlocks(c.var.context, c.var.user, which, blockIds);
		return c.json(whole(ordered), 200, tagged(ordered.row));
	});
}
