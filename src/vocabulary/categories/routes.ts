import { createRoute } from "@hono/zod-openapi";
import {
	conflict,
	deleted,
	forbidden,
	malformed,
	notFound,
	refusal,
	security,
	signedIn,
	tooLarge,
	unauthenticated,
	withPermission,
} from "../../api/vocabulary.ts";
import { json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import { correctCategoryName, createCategory, deleteCategory, updateCategory } from "./change-categories.ts";
import * as contract from "./contract.ts";
import { findCategory, listCategories, listCategoriesWithEmotions } from "./read-categories.ts";

const shared = { tags: ["Categories"], security };
const one = "/categories/{id}";

const list = createRoute({
	operationId: "listCategories",
	...shared,
	method: "get",
	path: "/categories",
	summary: "List categories",
	middleware: signedIn,
	responses: { 200: json("By order, then name", contract.CategoryList), ...unauthenticated },
});

const listWithEmotions = createRoute({
	operationId: "listCategoriesWithEmotions",
	...shared,
	method: "get",
	path: "/categories/with-emotions",
	summary: "List categories with their emotions",
	middleware: signedIn,
	responses: {
		200: json("Also those without emotions", contract.CategoriesWithEmotions),
		...unauthenticated,
	},
});

const get = createRoute({
	operationId: "readCategory",
	...shared,
	method: "get",
	path: one,
	summary: "Get a category",
	middleware: signedIn,
	request: { params: IdParams },
	responses: { 200: json("The category", contract.Category), ...malformed, ...unauthenticated, ...notFound },
});

const post = createRoute({
	operationId: "createCategory",
	...shared,
	method: "post",
	path: "/categories",
	summary: "Create a category",
	description: "Needs `emotion:category:create`. The name is translated.",
	middleware: withPermission("emotion:category:create"),
	request: { body: jsonBody(contract.NewCategory) },
	responses: {
		201: json("Created", contract.Category),
		...forbidden("emotion:category:create"),
		...tooLarge,
	},
});

const change = <Method extends "put" | "patch">(method: Method) =>
	createRoute({
		operationId: method === "put" ? "replaceCategory" : "updateCategory",
		...shared,
		method,
		path: one,
		summary: method === "put" ? "Change a category (as PATCH does)" : "Change a category",
		description: "Needs `emotion:category:edit`. What is left out stays; a changed name is translated again.",
		middleware: withPermission("emotion:category:edit"),
		request: { params: IdParams, body: jsonBody(contract.CategoryChanges) },
		responses: {
			200: json("Changed", contract.Category),
			...forbidden("emotion:category:edit"),
			...notFound,
			...conflict,
			...tooLarge,
		},
	});
const put = change("put");
const patch = change("patch");

const putTranslations = createRoute({
	operationId: "correctCategoryName",
	...shared,
	method: "put",
	path: `${one}/translations`,
	summary: "Correct translations of a category's name",
	description: "Needs `emotion:category:edit`. No machine overwrites them.",
	middleware: withPermission("emotion:category:edit"),
	request: { params: IdParams, body: jsonBody(contract.NameCorrections) },
	responses: {
		200: json("Corrected", contract.Category),
		...forbidden("emotion:category:edit"),
		...notFound,
		...conflict,
		...tooLarge,
	},
});

const remove = createRoute({
	operationId: "deleteCategory",
	...shared,
	method: "delete",
	path: one,
	summary: "Delete a category",
	description: "Needs `emotion:category:delete`, and a category without emotions.",
	middleware: withPermission("emotion:category:delete"),
	request: { params: IdParams },
	responses: {
		...deleted,
		...forbidden("emotion:category:delete"),
		...notFound,
		409: refusal("It still has emotions; nothing was deleted"),
	},
});
/** Categories of emotions, below `/api/emotions`. */
export function categoryRoutes() {
	return createRouter()
		.openapi(list, async (c) => c.json(await listCategories(c.var.context), 200))
		.openapi(listWithEmotions, async (c) => c.json(await listCategoriesWithEmotions(c.var.context), 200))
		.openapi(get, async (c) => c.json(await findCategory(c.var.context, c.req.valid("param").id), 200))
		.openapi(post, async (c) => c.json(await createCategory(c.var.context, c.req.valid("json")), 201))
		.openapi(put, async (c) =>
			c.json(await updateCategory(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(patch, async (c) =>
			c.json(await updateCategory(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(putTranslations, async (c) =>
			c.json(await correctCategoryName(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(remove, async (c) => {
			await deleteCategory(c.var.context, c.req.valid("param").id);
			return c.body(null, 204);
		});
}
