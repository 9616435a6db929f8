import { createRoute } from "@hono/zod-openapi";
import { etag, json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import { deleteBlock, editBlock, insertBlock, reorderBlocks } from "./change-blocks.ts";
import * as contract from "./contract.ts";
import { changing, read, shared, tagged, whole, write } from "./route-parts.ts";

const oneBlock = "/{id}/blocks/{blockId}";
const postBlock = createRoute({
	operationId: "insertBlock",
	...shared,
	method: "post",
	path: "/{id}/blocks",
	summary: "Insert a block",
	description: "At `position`, or at the end.",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockToInsert) },
	responses: { 201: { ...json("Inserted", contract.Block), ...etag }, ...changing },
});

const patchBlock = createRoute({
	operationId: "updateBlock",
	...shared,
	method: "patch",
	path: oneBlock,
	summary: "Change or move a block",
	middleware: write,
	request: { params: contract.BlockParams, headers: contract.IfMatch, body: jsonBody(contract.BlockChanges) },
	responses: { 200: { ...json("Changed", contract.Block), ...etag }, ...changing },
});

const removeBlock = createRoute({
	operationId: "deleteBlock",
	...shared,
	method: "delete",
	path: oneBlock,
	summary: "Delete a block",
	middleware: read,
	request: { params: contract.BlockParams, headers: contract.IfMatch },
	responses: { 204: { description: "Deleted" }, ...changing },
});

const putOrder = createRoute({
	operationId: "reorderBlocks",
	...shared,
	method: "put",
	path: "/{id}/order",
	summary: "Put the blocks in a new order",
	middleware: write,
	request: { params: IdParams, headers: contract.IfMatch, body: jsonBody(contract.BlockOrder) },
	responses: { 200: { ...json("Reordered", contract.Dialog), ...etag }, ...changing },
});

/** The blocks of a dialog, below `/api/dialogs`. */
export function blockRoutes() {
	return createRouter()
		.openapi(postBlock, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const { row, result } = await insertBlock(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(result, 201, tagged(row));
		})
		.openapi(patchBlock, async (c) => {
			const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
			const { row, result } = await editBlock(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(result, 200, tagged(row));
		})
		.openapi(removeBlock, async (c) => {
			const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
			const row = await deleteBlock(c.var.context, c.var.user, which);
			return c.body(null, 204, tagged(row));
		})
		.openapi(putOrder, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const { blockIds } = c.req.valid("json");
			const ordered = await reorderBlocks(c.var.context, c.var.user, which, blockIds);
			return c.json(whole(ordered), 200, tagged(ordered.row));
		});
}
