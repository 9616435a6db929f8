import { createRoute } from "@hono/zod-openapi";
import {
	malformed,
	refusal,
	security,
	signedIn,
	takesJson,
	tooLarge,
	unauthenticated,
} from "../../api/vocabulary.ts";
import { matchesIfNoneMatch } from "../../http/is-known.ts";
import { etag, json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import { compareDialogArcs } from "./compare-dialog-arcs.ts";
import * as contract from "./contract.ts";
import { describeArc } from "./describe-arc.ts";
import { drawArc } from "./drawing/draw-arc.ts";
import { arcOf, readArcSource } from "./read-arc.ts";

const shared = { tags: ["Arcs"], security };
const refused = { ...malformed, ...unauthenticated, 404: refusal("You have no dialog with this id") };

const getArc = createRoute({
	operationId: "readArc",
	...shared,
	method: "get",
	path: "/{id}/arc",
	summary: "Read the emotional arc",
	middleware: signedIn,
	request: { params: IdParams, query: contract.ArcQuery },
	responses: {
		200: { ...json("The arc; `ETag` changes when it does", contract.DialogArc), ...etag },
		304: { description: "Still the arc in `If-None-Match`", ...etag },
		...refused,
	},
});

const getPicture = createRoute({
	operationId: "drawArc",
	...shared,
	method: "get",
	path: "/{id}/arc.svg",
	summary: "See the emotional arc",
	middleware: signedIn,
	request: { params: IdParams, query: contract.PictureQuery },
	responses: {
		200: {
			description: "A picture that stands alone",
			...etag,
			content: { "image/svg+xml": { schema: { type: "string" } } },
		},
		304: { description: "Still the picture in `If-None-Match`", ...etag },
		...refused,
	},
});

const compare = createRoute({
	operationId: "compareArcs",
	...shared,
	method: "post",
	path: "/{id}/arc/compare",
	summary: "Compare the arc with another or with an intended shape",
	middleware: takesJson,
	request: { params: IdParams, query: contract.ArcQuery, body: jsonBody(contract.CompareBody) },
	responses: {
		200: json("Distance, and where they part", contract.ArcComparison),
		...refused,
		409: refusal("One of them has no block with an emotion yet"),
		...tooLarge,
	},
});
/** Points of the curve in a picture: more would not be seen. */
const PICTURE_POINTS = 200;
const PRIVATE = { "Cache-Control": "private, no-cache" };
const PICTURE = {
	...PRIVATE,
	"Content-Type": "image/svg+xml; charset=utf-8",
	"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
};

/** Arcs of dialogs, below `/api/dialogs`. */
export function arcRoutes() {
	return createRouter()
		.openapi(getArc, async (c) => {
			const { context, user } = c.var;
			const source = await readArcSource(context, user, c.req.valid("param").id, c.req.valid("query"));
			const headers = { ...PRIVATE, ETag: `"${source.hash}"` };
			if (matchesIfNoneMatch(c, headers.ETag)) return c.body(null, 304, headers);
			return c.json(describeArc(await arcOf(context, source)), 200, headers);
		})
		.openapi(getPicture, async (c) => {
			const { context, user } = c.var;
			const { theme, ...query } = c.req.valid("query");
			const { id } = c.req.valid("param");
			const source = await readArcSource(context, user, id, { ...query, points: PICTURE_POINTS });
			const tag = `"${source.hash}-${theme}"`;
			if (matchesIfNoneMatch(c, tag)) return c.body(null, 304, { ...PRIVATE, ETag: tag });
			const { arc } = await arcOf(context, source);
			const { title, lang } = source.row;
			return c.body(drawArc(arc, source.blocks.length, { title, lang, theme }), 200, {
				...PICTURE,
				ETag: tag,
			});
		})
		.openapi(compare, async (c) => {
			const { id } = c.req.valid("param");
			const compared = c.req.valid("json");
			const answer = await compareDialogArcs(c.var.context, c.var.user, id, compared, c.req.valid("query"));
			return c.json(answer, 200);
		});
}
