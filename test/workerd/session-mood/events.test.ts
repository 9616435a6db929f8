import { beforeAll, describe, expect, it } from "vitest";
import { newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeAll(async () => {
	key = await newAccount(api);
});

const post = (id: string, body: unknown, query = "") =>
	api.request("POST", `/v1/sessions/${encodeURIComponent(id)}/events${query}`, { key, body });

const angry = [
	{ type: "rage_click", x: 10, y: 10 },
	{ type: "error", message: "boom" },
	{ type: "rage_click" },
];

describe("POST /v1/sessions/:id/events", () => {
	it("stores a batch and answers with the mood", async () => {
		await post("batch", { events: angry });
		const { status, body } = await post("batch", { events: angry });
		expect(status).toBe(200);
		expect(body).toEqual({
			session_id: "batch",
			events_stored: 3,
			total_events: 6,
			current_mood: "frustrated",
		});
	});

	it("takes a single event object as a batch of one", async () => {
		const { status, body } = await post("single", { type: "click" });
		expect(status).toBe(200);
		expect(body).toEqual({
			session_id: "single",
			events_stored: 1,
			total_events: 1,
			current_mood: "neutral",
		});
	});
});
