import { createRoute, z } from "@hono/zod-openapi";
import {
	refusal,
	signedIn,
	succeeded,
	success,
	successMessage,
	takesJson,
	unauthenticated,
} from "../../api/journal.ts";
import { jsonBody } from "../../http/openapi.ts";
import { createRouter } from "../../http/router.ts";
import { EVER } from "../days/calendar-day.ts";
import { deleteEntry, updateEntry } from "./change-entry.ts";
import * as contract from "./contract.ts";
import { findEntryOfDay, listEntries } from "./read-entries.ts";

const tags = ["Journal entries"];
const notFound = { 404: refusal("No such entry of yours") };
const DELETED = "Mood entry deleted successfully";

const list = createRoute({
	operationId: "listEntries",
	method: "get",
	path: "/",
	tags,
	...signedIn,
	summary: "List entries, newest first, or search their notes",
	request: { query: contract.ListQuery },
	responses: {
		200: success("The latest entries of the period", z.array(contract.Entry)),
		400: refusal("A date that does not exist, or a limit outside 1 to 1000"),
		...unauthenticated,
	},
});

const ofDay = createRoute({
	operationId: "readEntryOfDay",
	method: "get",
	path: "/date/{date}",
	tags,
	...signedIn,
	summary: "Read the entry of a day",
	request: { params: contract.DayParams },
	responses: {
		200: success("The entry, or null", contract.EntryWithScores.nullable()),
		400: refusal("A date that does not exist"),
		...unauthenticated,
	},
});

const update = createRoute({
	operationId: "updateEntry",
	method: "patch",
	path: "/{id}",
	tags,
	...takesJson,
	summary: "Select the mood and the activities of an entry",
	description: "An entry counts in progress once an emoji is selected. Selecting one looks for patterns.",
	request: { params: contract.EntryParams, body: jsonBody(contract.UpdateBody) },
	responses: {
		200: success("As it is now", contract.UpdatedEntry),
		400: refusal("Not a single emoji, or an activity that does not exist"),
		...unauthenticated,
		...notFound,
	},
});

const remove = createRoute({
	operationId: "deleteEntry",
	method: "delete",
	path: "/{id}",
	tags,
	...signedIn,
	summary: "Delete an entry with its recording",
	request: { params: contract.EntryParams },
	responses: { 200: successMessage(DELETED), ...unauthenticated, ...notFound },
});

/** `/api/moods`, but for the upload. */
export function entryRoutes() {
	return createRouter()
		.openapi(list, async (c) => {
			const { startDate, endDate, limit, search } = c.req.valid("query");
			const period = { first: startDate ?? EVER.first, last: endDate ?? EVER.last };
			return c.json(
				succeeded(await listEntries(c.var.context, c.var.user.userId, { period, limit, search })),
				200,
			);
		})
		.openapi(ofDay, async (c) => {
			const { date } = c.req.valid("param");
			return c.json(succeeded(await findEntryOfDay(c.var.context, c.var.user.userId, date)), 200);
		})
		.openapi(update, async (c) => {
			const { id: entryId } = c.req.valid("param");
			const wanted = { entryId, update: c.req.valid("json") };
			return c.json(succeeded(await updateEntry(c.var.context, c.var.user.userId, wanted)), 200);
		})
		.openapi(remove, async (c) => {
			await deleteEntry(c.var.context, c.var.user.userId, c.req.valid("param").id);
			return c.json({ success: true as const, message: DELETED }, 200);
		});
}
