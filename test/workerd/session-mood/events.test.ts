import { beforeAll, describe, expect, it } from "vitest";
import { NOW, newAccount, testApi } from "../../support/api.ts";

const api = testApi();
let key: string;
beforeAll(async () => {
	key = await newAccount(api);
});

const post = (id: string, body: unknown, query = "") =>
	api.request("POST", `/v1/sessions/${encodeURIComponent(id)}/events${query}`, { key, body });
const mood = (id: string, query = "") =>
	api.request("GET", `/v1/sessions/${encodeURIComponent(id)}/mood${query}`, { key });

const angry = [
	{ type: "rage_click", x: 10, y: 10 },
	{ type: "error", message: "boom" },
	{ type: "rage_click", x: 11, y: 10 },
];
const INTENT_TYPES = [
	"click",
	"rage_click",
	"scroll",
	"input_pause",
	"backtrack",
	"back_nav",
	"page_view",
	"error",
	"idle",
	"hover",
	"focus",
	"blur",
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

	it("carries the same headers as every other answer of /v1", async () => {
		const headersOf = ({ headers }: Awaited<ReturnType<typeof mood>>) =>
			Object.fromEntries([...headers].filter(([name]) => name !== "x-request-id"));
		const posted = await post("headers", { events: angry });
		expect(headersOf(posted)).toEqual(headersOf(await mood("headers")));
		expect(posted.headers.get("X-Request-Id")).toMatch(/^req_[0-9a-f]{32}$/);
	});

	it("corrects a clock that is off, and keeps the distances of the events", async () => {
		const now = NOW / 1000;
		for (const [id, error] of [
			["right", 0],
			["ahead", 600],
			["behind", -3600],
		] as const) {
			const events = [0, 1, 2].map((i) => ({ type: "click", ts: now + error - 3 + i, x: 300 * i, y: 10 }));
			const { body } = await post(id, { events }, `?reading=true&sent_at=${now + error}`);
			expect(body.reading.updated_at).toBe(new Date(NOW - 1000).toISOString());
		}
		const [right, ahead, behind] = await Promise.all(
			["right", "ahead", "behind"].map(
				async (id) => (await mood(id, "?explain=true")).body.explanation.signals,
			),
		);
		expect(ahead).toEqual(right);
		expect(behind).toEqual(right);
	});

	it("refuses a clock that is no number", async () => {
		const { status, body } = await post("clock", { events: angry }, "?sent_at=yesterday");
		expect(status).toBe(400);
		expect(body).toMatchObject({ code: "invalid_input", field: "sent_at" });
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

	it("adds the whole reading when asked", async () => {
		const { body } = await post("reading", { events: angry }, "?reading=true");
		expect(body.reading).toEqual((await mood("reading")).body);
	});

	it("takes every field of an event and the twelve types", async () => {
		const events = INTENT_TYPES.map((type) => ({
			...{ type, ts: NOW / 1000, x: 1, y: 2.5, duration_ms: 3, speed: 4, direction: "up", url: "/a" },
			...{ message: "m".repeat(512), value: 100, context: "stepper" },
		}));
		expect((await post("fields", { events })).body.total_events).toBe(12);
	});

	it("ignores fields that it does not know", async () => {
		expect((await post("unknown-fields", { events: [{ type: "click", colour: "red" }] })).status).toBe(200);
	});

	it("reads JSON whatever the content type says", async () => {
		for (const type of ["text/plain;charset=UTF-8", "application/x-www-form-urlencoded"]) {
			const body = JSON.stringify({ events: angry });
			const { status } = await api.request("POST", "/v1/sessions/beacon/events", {
				key,
				body,
				headers: { "Content-Type": type },
			});
			expect(status).toBe(200);
		}
	});

	it.each([
		["an empty list", { events: [] }],
		["no list", { events: "click" }],
		["an object for a list", { events: { type: "click" } }],
		["no events", {}],
		["null", null],
		["a number", 7],
		["a bare list", [{ type: "click" }]],
	])("refuses %s as missing", async (_, body) => {
		expect(await post("missing", body)).toMatchObject({
			status: 400,
			body: { error: "Missing required field", code: "invalid_input", field: "events" },
		});
	});

	it("names every invalid type once, and the valid ones in order", async () => {
		const types = ["page_visit", "click", "tap", "page_visit"];
		const { status, body } = await post("types", { events: types.map((type) => ({ type })) });
		expect(status).toBe(400);
		expect(body).toEqual({
			error: "Invalid event type(s)",
			code: "unknown_event_types",
			invalid: ["page_visit", "tap"],
			valid_types: INTENT_TYPES,
		});
	});

	it.each([
		[{ type: "hover", duration_ms: "long" }, "duration_ms"],
		[{ type: "hover", duration_ms: -1 }, "duration_ms"],
		[{ type: "click", x: null }, "x"],
		[{ type: "click", ts: "now" }, "ts"],
		[{ type: "click", ts: -1 }, "ts"],
		[{ type: "scroll", direction: "left" }, "direction"],
		[{ type: "scroll", value: 101 }, "value"],
		[{ type: "error", message: "m".repeat(513) }, "message"],
		[{ type: 7 }, "type"],
		[{ type: "click", context: "moon" }, "context"],
	])("refuses %j and says where", async (event, field) => {
		const { status, body } = await post("field", { events: [{ type: "click" }, { type: "click" }, event] });
		expect(status).toBe(400);
		expect(body).toEqual({
			error: "Invalid field",
			code: "invalid_input",
			field: `events[2].${field}`,
			message: expect.any(String),
		});
	});

	it.each([
		[{ type: "click", ts: "now" }, "ts"],
		[{ type: "idle", duration_ms: null }, "duration_ms"],
		[{ type: "error", message: 5 }, "message"],
		[{ type: null }, "type"],
	])("refuses %j as the whole body and says where", async (event, field) => {
		const { status, body } = await post("field", event);
		expect(status).toBe(400);
		expect(body).toEqual({
			error: "Invalid field",
			code: "invalid_input",
			field: `events[0].${field}`,
			message: expect.any(String),
		});
	});

	it("takes a URL of any length", async () => {
		const url = `/search?q=${"x".repeat(100_000)}`;
		expect((await post("long-url", { type: "page_view", url })).status).toBe(200);
	});

	it("calls a type that is not there missing", async () => {
		const { body } = await post("no-type", { events: [{ x: 1 }] });
		expect(body).toEqual({ error: "Missing required field", code: "invalid_input", field: "events[0].type" });
	});

	it("refuses an event that is no object", async () => {
		const { body } = await post("no-object", { events: ["click"] });
		expect(body).toMatchObject({ error: "Invalid field", code: "invalid_input", field: "events[0]" });
	});

	it("stores nothing of a batch with one bad event", async () => {
		await post("whole-or-nothing", { events: [{ type: "click" }, { type: "nonsense" }] });
		await post("whole-or-nothing", { events: [{ type: "click" }, { type: "click", x: "left" }] });
		expect((await mood("whole-or-nothing")).status).toBe(404);
	});

	it.each(["", "{", "undefined", "{'events':[]}", '{"events":[{"type":"click","x":NaN}]}'])(
		"refuses %j as invalid JSON",
		async (body) => {
			expect(await post("json", body)).toMatchObject({
				status: 400,
				body: { error: "Invalid JSON", code: "invalid_json" },
			});
		},
	);

	const tooLarge = `{"events":[{"type":"click"}],"pad":"${"x".repeat(1_048_576)}"}`;
	it.each<[string, Record<string, string>, unknown]>([
		["what says so beforehand", { "Content-Length": "1048577" }, { type: "click" }],
		["what says nothing of its length", {}, tooLarge],
		["what comes in chunks", { "Transfer-Encoding": "chunked" }, tooLarge],
	])("refuses more than 1 MiB: %s", async (_, headers, body) => {
		expect(await api.request("POST", "/v1/sessions/large/events", { key, body, headers })).toMatchObject({
			status: 413,
			body: { error: "Payload too large", code: "payload_too_large", limit: 1_048_576 },
		});
		expect((await mood("large")).status).toBe(404);
	});

	it("refuses a batch that grows too large for a row when it is stored", async () => {
		const event = '{"type":"idle","x":-1e20,"y":-1e20,"ts":1e20,"duration_ms":1e20,"speed":1e20}';
		const body = `{"events":[${Array.from({ length: 12_500 }, () => event)}]}`;
		expect(await post("grows", body)).toMatchObject({
			status: 413,
			body: { error: "Payload too large", code: "payload_too_large", limit: 1_048_576 },
		});
		expect((await mood("grows")).status).toBe(404);
	});

	it("stores a batch of just under 1 MiB", async () => {
		const events = Array.from({ length: 60_000 }, () => ({ type: "idle" }));
		expect((await post("full", { events })).body).toMatchObject({
			events_stored: 60_000,
			total_events: 60_000,
		});
	});

	it("reads a time over 1e11 as milliseconds", async () => {
		await post("ms", { type: "click", ts: NOW - 60_000 });
		expect((await mood("ms")).body.updated_at).toBe("2026-05-04T09:59:00.000Z");
	});

	it("sets a time more than five minutes ahead to the time of receipt, and keeps a nearer one", async () => {
		await post("ahead", { type: "click", ts: NOW / 1000 + 301 });
		expect((await mood("ahead")).body.updated_at).toBe("2026-05-04T10:00:00.000Z");
		await post("ahead", { type: "click", ts: NOW / 1000 + 299 });
		expect((await mood("ahead")).body.updated_at).toBe("2026-05-04T10:04:59.000Z");
	});

	it("chooses the mood model", async () => {
		const engagement = [{ type: "copy" }, { type: "paste" }, { type: "navigation" }];
		expect((await post("model", { events: engagement }, "?model=engagement")).body.events_stored).toBe(3);
		expect((await post("model", { events: engagement })).body.invalid).toEqual([
			"copy",
			"paste",
			"navigation",
		]);
		const { status, body } = await post("model", { events: engagement }, "?model=astrology");
		expect(status).toBe(400);
		expect(body).toEqual({
			error: "Invalid model",
			code: "unknown_model",
			valid_models: ["intent", "engagement"],
		});
	});

	it("loses none of many batches sent at once", async () => {
		await Promise.all(Array.from({ length: 50 }, () => post("at-once", { events: angry })));
		expect((await mood("at-once")).body.event_count).toBe(150);
	});
});
