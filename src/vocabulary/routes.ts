import { createRouter, type RequestContext, type Router } from "../http/router.ts";
import { drawArc } from "./arc/drawing/draw-arc.ts";
import { createCategory } from "./categories/create-category.ts";
import { deleteCategory } from "./categories/delete-category.ts";
import { findCategory } from "./categories/find-category.ts";
import { listCategories } from "./categories/list-categories.ts";
import { listCategoriesWithEmotions } from "./categories/list-with-emotions.ts";
import { correctCategoryName, updateCategory } from "./categories/update-category.ts";
import { compareDialogArcs } from "./dialog-arcs/compare-dialog-arcs.ts";
import { describeArc } from "./dialog-arcs/describe-arc.ts";
import { arcOf, readArcSource } from "./dialog-arcs/read-arc.ts";
import * as dialog from "./dialog-routes.ts";
import { createDialog } from "./dialogs/create-dialog.ts";
import { deleteBlock } from "./dialogs/delete-block.ts";
import { deleteDialog } from "./dialogs/delete-dialog.ts";
import { type Block, type DialogRow, entityTag, toDialog } from "./dialogs/dialog.ts";
import { editBlock } from "./dialogs/edit-block.ts";
import { findDialog } from "./dialogs/find-dialog.ts";
import { importDialog } from "./dialogs/import-dialog.ts";
import { insertBlock } from "./dialogs/insert-block.ts";
import { listDialogs } from "./dialogs/list-dialogs.ts";
import { reorderBlocks } from "./dialogs/reorder-blocks.ts";
import { updateDialog } from "./dialogs/update-dialog.ts";
import { correctTranslations, readTranslations } from "./emotions/correct-translations.ts";
import { createEmotion } from "./emotions/create-emotion.ts";
import { deleteEmotion } from "./emotions/delete-emotion.ts";
import { findEmotion } from "./emotions/find-emotion.ts";
import { listEmotions } from "./emotions/list-emotions.ts";
import { suggestForText } from "./emotions/suggest.ts";
import { updateEmotion } from "./emotions/update-emotion.ts";
import * as vocabulary from "./vocabulary-routes.ts";

/** Contract C below `/api`: emotions, categories, dialogs and arcs. */
export function vocabularyRoutes(): Router {
	const routes = createRouter();
	mountEmotions(routes);
	mountCategories(routes);
	mountDialogs(routes);
	mountBlocks(routes);
	mountArcs(routes);
	return routes;
}

function mountEmotions(routes: Router): void {
	routes.openapi(vocabulary.listEmotions, async (c) =>
		c.json(await listEmotions(c.var.context, c.req.valid("query").categoryId), 200),
	);
	routes.openapi(vocabulary.getEmotion, async (c) =>
		c.json(await findEmotion(c.var.context, c.req.valid("param").id), 200),
	);
	routes.openapi(vocabulary.postEmotion, async (c) =>
		c.json(await createEmotion(c.var.context, c.req.valid("json")), 201),
	);
	for (const route of [vocabulary.putEmotion, vocabulary.patchEmotion]) {
		routes.openapi(route, async (c) =>
			c.json(await updateEmotion(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		);
	}
	routes.openapi(vocabulary.deleteEmotion, async (c) => {
		await deleteEmotion(c.var.context, c.req.valid("param").id);
		return c.body(null, 204);
	});
	routes.openapi(vocabulary.getTranslations, async (c) =>
		c.json(await readTranslations(c.var.context, c.req.valid("param").id), 200),
	);
	routes.openapi(vocabulary.putTranslations, async (c) =>
		c.json(await correctTranslations(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
	);
	routes.openapi(vocabulary.suggest, async (c) => {
		const { text, lang: named } = c.req.valid("json");
		const { lang, suggestions } = await suggestForText(c.var.context, text, named);
		return c.json(suggestions, 200, { "Content-Language": lang });
	});
}

function mountCategories(routes: Router): void {
	routes.openapi(vocabulary.listCategories, async (c) => c.json(await listCategories(c.var.context), 200));
	routes.openapi(vocabulary.listWithEmotions, async (c) =>
		c.json(await listCategoriesWithEmotions(c.var.context), 200),
	);
	routes.openapi(vocabulary.getCategory, async (c) =>
		c.json(await findCategory(c.var.context, c.req.valid("param").id), 200),
	);
	routes.openapi(vocabulary.postCategory, async (c) =>
		c.json(await createCategory(c.var.context, c.req.valid("json")), 201),
	);
	for (const route of [vocabulary.putCategory, vocabulary.patchCategory]) {
		routes.openapi(route, async (c) =>
			c.json(await updateCategory(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		);
	}
	routes.openapi(vocabulary.putCategoryTranslations, async (c) =>
		c.json(await correctCategoryName(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
	);
	routes.openapi(vocabulary.deleteCategory, async (c) => {
		await deleteCategory(c.var.context, c.req.valid("param").id);
		return c.body(null, 204);
	});
}

const tagged = (row: DialogRow) => ({ ETag: entityTag(row) });
const whole = ({ row, blocks }: { row: DialogRow; blocks: Block[] }) => toDialog(row, blocks);

/** Whether the caller already has what this entity tag names. A weak comparison (RFC 9110, 13.1.2). */
const isKnown = (c: RequestContext, tag: string): boolean =>
	(c.req.header("If-None-Match") ?? "")
		.split(",")
		.some((known) => known.trim().replace(/^W\//, "") === tag || known.trim() === "*");

function mountDialogs(routes: Router): void {
	routes.openapi(dialog.listDialogs, async (c) =>
		c.json(await listDialogs(c.var.context, c.var.user, c.req.valid("query")), 200),
	);
	routes.openapi(dialog.postDialog, async (c) => {
		const created = await createDialog(c.var.context, c.var.user, c.req.valid("json"));
		return c.json(whole(created), 201, tagged(created.row));
	});
	routes.openapi(dialog.postImport, async (c) => {
		const created = await importDialog(c.var.context, c.var.user, c.req.valid("json"));
		return c.json(whole(created), 201, tagged(created.row));
	});
	routes.openapi(dialog.getDialog, async (c) => {
		const found = await findDialog(c.var.context, c.var.user, c.req.valid("param").id);
		if (isKnown(c, entityTag(found.row))) return c.body(null, 304, tagged(found.row));
		return c.json(whole(found), 200, tagged(found.row));
	});
	for (const route of [dialog.putDialog, dialog.patchDialog]) {
		routes.openapi(route, async (c) => {
			const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
			const changed = await updateDialog(c.var.context, c.var.user, which, c.req.valid("json"));
			return c.json(whole(changed), 200, tagged(changed.row));
		});
	}
	routes.openapi(dialog.deleteDialog, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		await deleteDialog(c.var.context, c.var.user, which);
		return c.body(null, 204);
	});
}

function mountBlocks(routes: Router): void {
	routes.openapi(dialog.postBlock, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		const { row, result } = await insertBlock(c.var.context, c.var.user, which, c.req.valid("json"));
		return c.json(result, 201, tagged(row));
	});
	routes.openapi(dialog.patchBlock, async (c) => {
		const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
		const { row, result } = await editBlock(c.var.context, c.var.user, which, c.req.valid("json"));
		return c.json(result, 200, tagged(row));
	});
	routes.openapi(dialog.removeBlock, async (c) => {
		const which = { ...c.req.valid("param"), ifMatch: c.req.valid("header")["if-match"] };
		const row = await deleteBlock(c.var.context, c.var.user, which);
		return c.body(null, 204, tagged(row));
	});
	routes.openapi(dialog.putOrder, async (c) => {
		const which = { id: c.req.valid("param").id, ifMatch: c.req.valid("header")["if-match"] };
		const { blockIds } = c.req.valid("json");
		const ordered = await reorderBlocks(c.var.context, c.var.user, which, blockIds);
		return c.json(whole(ordered), 200, tagged(ordered.row));
	});
}

/** Points of the curve in a picture: more would not be seen. */
const PICTURE_POINTS = 200;
const PRIVATE = { "Cache-Control": "private, no-cache" };
const PICTURE = {
	...PRIVATE,
	"Content-Type": "image/svg+xml; charset=utf-8",
	"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
};

function mountArcs(routes: Router): void {
	routes.openapi(dialog.getArc, async (c) => {
		const { context, user } = c.var;
		const source = await readArcSource(context, user, c.req.valid("param").id, c.req.valid("query"));
		const headers = { ...PRIVATE, ETag: `"${source.hash}"` };
		if (isKnown(c, headers.ETag)) return c.body(null, 304, headers);
		return c.json(describeArc(await arcOf(context, source)), 200, headers);
	});
	routes.openapi(dialog.getPicture, async (c) => {
		const { context, user } = c.var;
		const { theme, ...query } = c.req.valid("query");
		const { id } = c.req.valid("param");
		const source = await readArcSource(context, user, id, { ...query, points: PICTURE_POINTS });
		const tag = `"${source.hash}-${theme}"`;
		if (isKnown(c, tag)) return c.body(null, 304, { ...PRIVATE, ETag: tag });
		const { arc } = await arcOf(context, source);
		const { title, lang } = source.row;
		return c.body(drawArc(arc, source.blocks.length, { title, lang, theme }), 200, { ...PICTURE, ETag: tag });
	});
	routes.openapi(dialog.compare, async (c) => {
		const { id } = c.req.valid("param");
		const compared = c.req.valid("json");
		const answer = await compareDialogArcs(c.var.context, c.var.user, id, compared, c.req.valid("query"));
		return c.json(answer, 200);
	});
}
