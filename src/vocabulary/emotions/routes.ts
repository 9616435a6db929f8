import { createRoute } from "@hono/zod-openapi";
import {
	conflict,
	deleted,
	forbidden,
	malformed,
	notFound,
	security,
	signedIn,
	takesJson,
	tooLarge,
	unauthenticated,
	withPermission,
} from "../../api/vocabulary.ts";
import { headers, json, jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { IdParams } from "../contract.ts";
import * as contract from "./contract.ts";
import { findEmotion, listEmotions, suggestForText } from "./read-emotions.ts";
import { correctTranslations, readTranslations, updateEmotion } from "./update-emotion.ts";
import { createEmotion, deleteEmotion } from "./write-emotion.ts";

const shared = { tags: ["Emotions"], security };
const one = "/emotions/{id}";

const list = createRoute({
	operationId: "listEmotions",
	...shared,
	method: "get",
	path: "/emotions",
	summary: "List emotions",
	middleware: signedIn,
	request: { query: contract.EmotionsQuery },
	responses: { 200: json("All, or one category's", contract.EmotionList), ...malformed, ...unauthenticated },
});

const get = createRoute({
	operationId: "readEmotion",
	...shared,
	method: "get",
	path: one,
	summary: "Get an emotion",
	middleware: signedIn,
	request: { params: IdParams },
	responses: { 200: json("The emotion", contract.Emotion), ...malformed, ...unauthenticated, ...notFound },
});

const post = createRoute({
	operationId: "createEmotion",
	...shared,
	method: "post",
	path: "/emotions",
	summary: "Create an emotion",
	description:
		"Needs `emotion:create`. The keywords are translated; an outage of translation does not fail it.",
	middleware: withPermission("emotion:create"),
	request: { body: jsonBody(contract.NewEmotion) },
	responses: { 201: json("Created", contract.Emotion), ...forbidden("emotion:create"), ...tooLarge },
});

const change = <Method extends "put" | "patch">(method: Method) =>
	createRoute({
		operationId: method === "put" ? "replaceEmotion" : "updateEmotion",
		...shared,
		method,
		path: one,
		summary: method === "put" ? "Change an emotion (as PATCH does)" : "Change an emotion",
		description: "Needs `emotion:edit`. What is left out stays; changed keywords are translated again.",
		middleware: withPermission("emotion:edit"),
		request: { params: IdParams, body: jsonBody(contract.EmotionChanges) },
		responses: {
			200: json("Changed", contract.Emotion),
			...forbidden("emotion:edit"),
			...notFound,
			...conflict,
			...tooLarge,
		},
	});
const put = change("put");
const patch = change("patch");

const remove = createRoute({
	operationId: "deleteEmotion",
	...shared,
	method: "delete",
	path: one,
	summary: "Delete an emotion",
	description: "Needs `emotion:delete`. Dialog blocks tagged with it lose the tag.",
	middleware: withPermission("emotion:delete"),
	request: { params: IdParams },
	responses: { ...deleted, ...forbidden("emotion:delete"), ...notFound },
});

const getTranslations = createRoute({
	operationId: "readTranslations",
	...shared,
	method: "get",
	path: `${one}/translations`,
	summary: "See who translated each keyword",
	middleware: signedIn,
	request: { params: IdParams },
	responses: {
		200: json("By language", contract.KeywordTranslations),
		...malformed,
		...unauthenticated,
		...notFound,
	},
});

const putTranslations = createRoute({
	operationId: "correctTranslations",
	...shared,
	method: "put",
	path: `${one}/translations`,
	summary: "Correct translations of the keywords",
	description: "Needs `emotion:edit`. One word a keyword, in its order. No machine overwrites them.",
	middleware: withPermission("emotion:edit"),
	request: { params: IdParams, body: jsonBody(contract.KeywordCorrections) },
	responses: {
		200: json("Corrected", contract.KeywordTranslations),
		...forbidden("emotion:edit"),
		...notFound,
		...conflict,
		...tooLarge,
	},
});

const suggest = createRoute({
	operationId: "suggestEmotions",
	...shared,
	method: "post",
	path: "/suggest",
	summary: "Suggest emotions for a text",
	description:
		"Emotions whose keywords the text holds, in inflected forms too, best first. A denied word suggests nothing. `Content-Language` says what the text was read as.",
	middleware: takesJson,
	request: { body: jsonBody(contract.SuggestBody) },
	responses: {
		200: {
			...json("Best first", contract.Suggestions),
			...headers({ "Content-Language": "What the text was read as" }),
		},
		...malformed,
		...unauthenticated,
		...tooLarge,
	},
});

/** Emotions and what suggests them, below `/api/emotions`. */
export function emotionRoutes() {
	return createRouter()
		.openapi(list, async (c) =>
			c.json(await listEmotions(c.var.context, c.req.valid("query").categoryId), 200),
		)
		.openapi(get, async (c) => c.json(await findEmotion(c.var.context, c.req.valid("param").id), 200))
		.openapi(post, async (c) => c.json(await createEmotion(c.var.context, c.req.valid("json")), 201))
		.openapi(put, async (c) =>
			c.json(await updateEmotion(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(patch, async (c) =>
			c.json(await updateEmotion(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(remove, async (c) => {
			await deleteEmotion(c.var.context, c.req.valid("param").id);
			return c.body(null, 204);
		})
		.openapi(getTranslations, async (c) =>
			c.json(await readTranslations(c.var.context, c.req.valid("param").id), 200),
		)
		.openapi(putTranslations, async (c) =>
			c.json(await correctTranslations(c.var.context, c.req.valid("param").id, c.req.valid("json")), 200),
		)
		.openapi(suggest, async (c) => {
			const { text, lang: named } = c.req.valid("json");
			const { lang, suggestions } = await suggestForText(c.var.context, text, named);
			return c.json(suggestions, 200, { "Content-Language": lang });
		});
}
