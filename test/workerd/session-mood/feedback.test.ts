import { beforeEach, describe, expect, it } from "vitest";
import { newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeEach(async () => {
	key = await newAccount(api);
	await api.request("POST", "/v1/sessions/s/events", {
		key,
		body: { events: [{ type: "rage_click" }, { type: "error" }, { type: "rage_click" }, { type: "error" }] },
	});
});

const give = (body: unknown, id = "s") => api.request("POST", `/v1/sessions/${id}/feedback`, { key, body });

describe("POST /v1/sessions/:id/feedback", () => {
	it("records what was done", async () => {
		const { status, body } = await give({
			action_taken: "show_live_chat",
			was_helpful: true,
			notes: "solved",
		});
		expect(status).toBe(200);
		expect(body).toEqual({ session_id: "s", feedback_recorded: true });
	});

	it.each([
		[
			"a missing action",
			{},
			{ error: "Missing required field", code: "invalid_input", field: "action_taken" },
		],
		["a body that is no object", [], { error: "Invalid field", code: "invalid_input", field: "body" }],
		[
			"a blank action",
			{ action_taken: "  " },
			{ error: "Missing required field", code: "invalid_input", field: "action_taken" },
		],
		[
			"an empty action",
			{ action_taken: "" },
			{ error: "Missing required field", code: "invalid_input", field: "action_taken" },
		],
		[
			"a long action",
			{ action_taken: "x".repeat(129) },
			{ error: "Invalid field", code: "invalid_input", field: "action_taken" },
		],
		[
			"an action of another type",
			{ action_taken: 1 },
			{ error: "Invalid field", code: "invalid_input", field: "action_taken" },
		],
		[
			"a vote of another type",
			{ action_taken: "x", was_helpful: "yes" },
			{ error: "Invalid field", code: "invalid_input", field: "was_helpful" },
		],
		[
			"long notes",
			{ action_taken: "x", notes: "x".repeat(513) },
			{ error: "Invalid field", code: "invalid_input", field: "notes" },
		],
	])("refuses %s", async (_, body, refusal) => {
		expect(await give(body)).toMatchObject({ status: 400, body: refusal });
	});

	it("refuses what is not JSON", async () => {
		expect(await give("action")).toMatchObject({
			status: 400,
			body: { error: "Invalid JSON", code: "invalid_json" },
		});
	});

	it("knows no session without events", async () => {
		const { status, body } = await give({ action_taken: "x" }, "nobody");
		expect(status).toBe(404);
		expect(body).toEqual({ error: "Session not found", code: "not_found", session_id: "nobody" });
	});

	it("teaches how often an action helped in a mood", async () => {
		await give({ action_taken: "show_live_chat", was_helpful: true });
		await give({ action_taken: "show_live_chat", was_helpful: false });
		await give({ action_taken: "show_live_chat" });
		const { body } = await api.request("GET", "/v1/analytics/actions", { key });
		expect(body.actions).toEqual([
			{ mood: "frustrated", action: "show_live_chat", helped: 1, did_not_help: 1, unrated: 1 },
		]);
	});
});
