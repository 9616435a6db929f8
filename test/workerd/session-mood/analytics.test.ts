import { beforeEach, describe, expect, it } from "vitest";
import { newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeEach(async () => {
	key = await newAccount(api);
});

const post = (id: string, ...types: string[]) =>
	api.request("POST", `/v1/sessions/${id}/events`, {
		key,
		body: { events: types.map((type) => ({ type })) },
	});
const analytics = async (query = "") =>
	(await api.request("GET", `/v1/analytics/moods${query}`, { key })).body;
const angry = ["rage_click", "error", "rage_click", "error", "rage_click"];

describe("GET /v1/analytics/moods", () => {
	it("lists every mood at zero for a new account", async () => {
		const { total_sessions, feedback_count, mood_distribution } = await analytics();
		expect({ total_sessions, feedback_count }).toEqual({ total_sessions: 0, feedback_count: 0 });
		expect(mood_distribution).toHaveLength(7);
		for (const mood of mood_distribution) expect(mood).toMatchObject({ count: 0, percentage: 0 });
	});

	it("sees what was just posted, most frequent first, with one decimal", async () => {
		await post("a", ...angry);
		await post("b", ...angry);
		await post("c", "click");
		const { total_sessions, mood_distribution } = await analytics();
		expect(total_sessions).toBe(3);
		expect(mood_distribution[0]).toEqual({ mood: "frustrated", count: 2, percentage: 66.7 });
		expect(mood_distribution[1]).toEqual({ mood: "neutral", count: 1, percentage: 33.3 });
		expect(mood_distribution).toHaveLength(7);
	});

	it("counts a session once, in the mood it is in now", async () => {
		await post("a", "click");
		expect((await analytics()).mood_distribution[0].mood).toBe("neutral");
		await post("a", ...angry);
		const first = async () => (await analytics()).mood_distribution[0];
		await expect.poll(first).toEqual({ mood: "frustrated", count: 1, percentage: 100 });
		const { total_sessions, mood_distribution } = await analytics();
		expect(total_sessions).toBe(1);
		const [, ...others] = mood_distribution;
		for (const mood of others) expect(mood).toMatchObject({ count: 0, percentage: 0 });
	});

	it("counts sessions with feedback, each once", async () => {
		await post("a", "click");
		await post("b", "click");
		for (const id of ["a", "a", "b"]) {
			await api.request("POST", `/v1/sessions/${id}/feedback`, { key, body: { action_taken: "x" } });
		}
		expect((await analytics()).feedback_count).toBe(2);
	});

	it("knows both models", async () => {
		await post("a", ...angry);
		const { total_sessions, mood_distribution } = await analytics("?model=engagement");
		expect(total_sessions).toBe(1);
		expect(mood_distribution).toHaveLength(7);
		expect(mood_distribution[0]).toEqual({ mood: "frustrated", count: 1, percentage: 100 });
		expect((await api.request("GET", "/v1/analytics/moods?model=x", { key })).body).toEqual({
			error: "Invalid model",
			code: "unknown_model",
			valid_models: ["intent", "engagement"],
		});
	});

	it("counts right when a hundred sessions arrive at once", async () => {
		await Promise.all(Array.from({ length: 100 }, (_, i) => post(`s${i}`, ...angry)));
		const { total_sessions, mood_distribution } = await analytics();
		expect(total_sessions).toBe(100);
		expect(mood_distribution[0]).toEqual({ mood: "frustrated", count: 100, percentage: 100 });
	});

	it("shows nothing of another account", async () => {
		await post("a", ...angry);
		key = await newAccount(api);
		expect((await analytics()).total_sessions).toBe(0);
	});
});
