import { createRoute } from "@hono/zod-openapi";
import { limitBody } from "../http/middleware/body-limit.ts";
import { anyBodyIsJson } from "../http/middleware/json-body.ts";
import { requirePermission } from "../http/middleware/require-permission.ts";
import { requireUser } from "../http/middleware/require-user.ts";
import { json, jsonBody } from "../http/openapi.ts";
import * as contract from "./contract.ts";

const security = [{ bearer: [] }];
const LIMIT_BYTES = 131_072;

const signedIn = [requireUser];
const writing = (permission: string) => [
	requireUser,
	requirePermission(permission),
	limitBody(LIMIT_BYTES),
	anyBodyIsJson,
];

const { refusal } = contract;
const read = { 401: refusal("No valid token") };
const malformed = { 400: refusal("The body or the id is malformed; the answer names the field") };
const write = (permission: string) => ({
	...malformed,
	...read,
	403: refusal(`Without the permission \`${permission}\``),
});
const unknown = { 404: refusal("There is none with this id") };
const tooLarge = { 413: refusal("More than 128 KiB") };
const noContent = { 204: { description: "Deleted" } };

const emotions = { tags: ["Emotions"], security };
const categories = { tags: ["Emotion categories"], security };
const one = "/emotions/emotions/{id}";
const oneCategory = "/emotions/categories/{id}";

export const listEmotions = createRoute({
	...emotions,
	method: "get",
	path: "/emotions/emotions",
	summary: "List emotions",
	middleware: signedIn,
	request: { query: contract.EmotionsQuery },
	responses: { 200: json("All, or one category's", contract.EmotionList), ...malformed, ...read },
});

export const getEmotion = createRoute({
	...emotions,
	method: "get",
	path: one,
	summary: "Get an emotion",
	middleware: signedIn,
	request: { params: contract.IdParams },
	responses: { 200: json("The emotion", contract.Emotion), ...malformed, ...read, ...unknown },
});

export const postEmotion = createRoute({
	...emotions,
	method: "post",
	path: "/emotions/emotions",
	summary: "Create an emotion",
	description:
		"Needs `emotion:create`. The keywords are translated; an outage of translation does not fail it.",
	middleware: writing("emotion:create"),
	request: { body: jsonBody(contract.NewEmotion) },
	responses: { 201: json("Created", contract.Emotion), ...write("emotion:create"), ...tooLarge },
});

const changeEmotion = <Method extends "put" | "patch">(method: Method) =>
	createRoute({
		...emotions,
		method,
		path: one,
		summary: "Change an emotion",
		description: "Needs `emotion:edit`. What is left out stays; changed keywords are translated again.",
		middleware: writing("emotion:edit"),
		request: { params: contract.IdParams, body: jsonBody(contract.EmotionChanges) },
		responses: {
			200: json("Changed", contract.Emotion),
			...write("emotion:edit"),
			...unknown,
			409: refusal("Others are changing it at the same time"),
			...tooLarge,
		},
	});
export const putEmotion = changeEmotion("put");
export const patchEmotion = changeEmotion("patch");

export const deleteEmotion = createRoute({
	...emotions,
	method: "delete",
	path: one,
	summary: "Delete an emotion",
	description: "Needs `emotion:delete`. Dialog blocks tagged with it lose the tag.",
	middleware: writing("emotion:delete"),
	request: { params: contract.IdParams },
	responses: { ...noContent, ...write("emotion:delete"), ...unknown },
});

export const getTranslations = createRoute({
	...emotions,
	method: "get",
	path: `${one}/translations`,
	summary: "See who translated each keyword",
	middleware: signedIn,
	request: { params: contract.IdParams },
	responses: { 200: json("By language", contract.KeywordTranslations), ...malformed, ...read, ...unknown },
});

export const putTranslations = createRoute({
	...emotions,
	method: "put",
	path: `${one}/translations`,
	summary: "Correct translations of the keywords",
	description: "Needs `emotion:edit`. One word a keyword, in its order. No machine overwrites them.",
	middleware: writing("emotion:edit"),
	request: { params: contract.IdParams, body: jsonBody(contract.KeywordCorrections) },
	responses: {
		200: json("Corrected", contract.KeywordTranslations),
		...write("emotion:edit"),
		...unknown,
		409: refusal("Others are changing it at the same time"),
		...tooLarge,
	},
});

export const suggest = createRoute({
	...emotions,
	method: "post",
	path: "/emotions/suggest",
	summary: "Suggest emotions for a text",
	description:
		"Emotions whose keywords the text holds, in inflected forms too, best first. A denied word suggests nothing. `Content-Language` says what the text was read as.",
	middleware: [requireUser, limitBody(LIMIT_BYTES), anyBodyIsJson],
	request: { body: jsonBody(contract.SuggestBody) },
	responses: { 200: json("Best first", contract.Suggestions), ...malformed, ...read, ...tooLarge },
});

export const listCategories = createRoute({
	...categories,
	method: "get",
	path: "/emotions/categories",
	summary: "List categories",
	middleware: signedIn,
	responses: { 200: json("By order, then name", contract.CategoryList), ...read },
});

export const listWithEmotions = createRoute({
	...categories,
	method: "get",
	path: "/emotions/categories/with-emotions",
	summary: "List categories with their emotions",
	middleware: signedIn,
	responses: { 200: json("Also those without emotions", contract.CategoriesWithEmotions), ...read },
});

export const getCategory = createRoute({
	...categories,
	method: "get",
	path: oneCategory,
	summary: "Get a category",
	middleware: signedIn,
	request: { params: contract.IdParams },
	responses: { 200: json("The category", contract.Category), ...malformed, ...read, ...unknown },
});

export const postCategory = createRoute({
	...categories,
	method: "post",
	path: "/emotions/categories",
	summary: "Create a category",
	description: "Needs `emotion:category:create`. The name is translated.",
	middleware: writing("emotion:category:create"),
	request: { body: jsonBody(contract.NewCategory) },
	responses: { 201: json("Created", contract.Category), ...write("emotion:category:create"), ...tooLarge },
});

const changeCategory = <Method extends "put" | "patch">(method: Method) =>
	createRoute({
		...categories,
		method,
		path: oneCategory,
		summary: "Change a category",
		description: "Needs `emotion:category:edit`. What is left out stays; a changed name is translated again.",
		middleware: writing("emotion:category:edit"),
		request: { params: contract.IdParams, body: jsonBody(contract.CategoryChanges) },
		responses: {
			200: json("Changed", contract.Category),
			...write("emotion:category:edit"),
			...unknown,
			409: refusal("Others are changing it at the same time"),
			...tooLarge,
		},
	});
export const putCategory = changeCategory("put");
export const patchCategory = changeCategory("patch");

export const putCategoryTranslations = createRoute({
	...categories,
	method: "put",
	path: `${oneCategory}/translations`,
	summary: "Correct translations of a category's name",
	description: "Needs `emotion:category:edit`. No machine overwrites them.",
	middleware: writing("emotion:category:edit"),
	request: { params: contract.IdParams, body: jsonBody(contract.NameCorrections) },
	responses: {
		200: json("Corrected", contract.Category),
		...write("emotion:category:edit"),
		...unknown,
		409: refusal("Others are changing it at the same time"),
		...tooLarge,
	},
});

export const deleteCategory = createRoute({
	...categories,
	method: "delete",
	path: oneCategory,
	summary: "Delete a category",
	description: "Needs `emotion:category:delete`, and a category without emotions.",
	middleware: writing("emotion:category:delete"),
	request: { params: contract.IdParams },
	responses: {
		...noContent,
		...write("emotion:category:delete"),
		...unknown,
		409: refusal("It still has emotions; nothing was deleted"),
	},
});
