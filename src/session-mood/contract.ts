import { z } from "@hono/zod-openapi";
import { CLICK_CONTEXTS } from "../click-contexts.ts";
import { REQUIRED } from "../http/field-issues.ts";
import { Explanation } from "./contract-explanation.ts";
import type { MoodModel } from "./engine/types.ts";
import { DueIntervention } from "./interventions/contract.ts";
import { DEFAULT_MODEL, MODELS } from "./models/index.ts";

const modelIds = MODELS.map(({ id }) => id);
const finite = z.number();

/** Schema for the OpenAPI document: one enum for each model. */
const enumPerModel = (wordsOf: (model: MoodModel) => readonly string[]) => ({
	type: "string" as const,
	anyOf: MODELS.map((model) => ({
		title: model.id,
		type: "string" as const,
		enum: [...new Set(wordsOf(model))],
	})),
});
const EVENT_TYPE = enumPerModel(({ types }) => types);
const MOOD = enumPerModel(({ moods }) => moods.map(({ mood }) => mood));
const ACTION = enumPerModel(({ moods }) => moods.map(({ suggested_action }) => suggested_action));
const SIGNAL = enumPerModel(({ signals }) => signals.map(({ id }) => id));

export const MoodEvent = z
	.object({
		type: z
			.string()
			.openapi({ ...EVENT_TYPE, description: "One of the model's event types", example: "rage_click" }),
		ts: finite.min(0).optional().openapi({
			description:
				"Unix time in seconds, fractions allowed; values over 1e11 are read as milliseconds. Default: the time of receipt, which also replaces a time more than five minutes in the future",
			example: 1777888800.25,
		}),
		x: finite.optional().openapi({ description: "Viewport pixels", example: 412 }),
		y: finite.optional().openapi({ description: "Viewport pixels", example: 230 }),
		duration_ms: finite.min(0).optional().openapi({ description: "Milliseconds", example: 2400 }),
		speed: finite.min(0).optional().openapi({ description: "Pixels per second", example: 900 }),
		direction: z
			.enum(["up", "down"])
			.optional()
			.openapi({ description: "Scroll direction", example: "down" }),
		url: z.string().optional().openapi({ example: "/checkout" }),
		message: z
			.string()
			.max(512)
			.optional()
			.openapi({ description: "Error message", example: "Payment failed" }),
		value: finite.min(0).max(100).optional().openapi({ description: "Scroll depth, percent", example: 80 }),
		context: z.enum(CLICK_CONTEXTS).optional().openapi({
			description:
				"The kind of element clicked, if rapid repeated clicks on it are normal and not rage clicks",
			example: "stepper",
		}),
		answered: z.boolean().optional().openapi({
			description:
				"Of a click: whether the page reacted to it within 2.5 s, by a change of the page, a field or the place",
			example: true,
		}),
	})
	.openapi("MoodEvent");

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Accepts a single event as a batch of one. An `events` that is empty or not an array counts as missing. */
export function asBatch(body: unknown): unknown {
	if (!isObject(body)) return {};
	if ("type" in body && !("events" in body)) return { events: [body] };
	return Array.isArray(body.events) && body.events.length > 0 ? body : {};
}

export const EventsBody = z
	.preprocess(asBatch, z.object({ events: z.array(MoodEvent, REQUIRED) }))
	.openapi("EventsBody", {
		anyOf: [
			{
				type: "object",
				required: ["events"],
				properties: {
					events: { type: "array", minItems: 1, items: { $ref: "#/components/schemas/MoodEvent" } },
				},
			},
			{ $ref: "#/components/schemas/MoodEvent" },
		],
		example: {
			events: [
				{ type: "rage_click", x: 412, y: 230 },
				{ type: "error", message: "Payment failed" },
				{ type: "rage_click", x: 410, y: 233 },
			],
		},
	});

const model = z
	.string()
	.default(DEFAULT_MODEL.id)
	.openapi({ description: "The mood model", enum: modelIds, example: DEFAULT_MODEL.id });
const flag = z.enum(["true", "false"]).default("false");

/** A session id: any opaque string, URL-encoded. */
export const SessionParams = z.object({
	id: z
		.string()
		.refine((id) => [...id].length <= 256, { error: "A session id has 1 to 256 characters" })
		.openapi({
			param: { name: "id", in: "path" },
			description: "1 to 256 characters, URL-encoded",
			example: "user_abc",
		}),
});

const key = z.string().optional().openapi({
	description: "A publishable key, for browser requests that cannot set headers",
});

export const EventsQuery = z.object({
	model,
	reading: flag.openapi({
		type: "boolean",
		description: "`true` adds the full mood reading to the response",
	}),
	idempotency_key: z.string().optional().openapi({
		description: "Same as the `Idempotency-Key` header, for browser requests that cannot set it",
	}),
	sent_at: z.coerce.number().min(0).optional().openapi({
		description:
			"The client's clock when it sends the request, Unix seconds. If that clock is more than a minute off, the times of the events are corrected by as much",
		example: 1777888803.5,
	}),
	key,
});
export const MoodQuery = z.object({
	model,
	explain: flag.openapi({
		type: "boolean",
		description: "`true` adds an explanation: scores, signals, weights, decay",
	}),
	key,
});
export const ModelQuery = z.object({ model });

/** Makes a request safe to retry. */
export const IdempotencyHeader = z.object({
	"idempotency-key": z.string().optional().openapi({
		description:
			"1 to 255 visible ASCII characters. Requests with the same key and body within 24 hours are stored once",
		example: "8e03978e-40d5-43dd-bc93-6894a57f9324",
	}),
});

export const MoodReading = z
	.object({
		session_id: z.string().openapi({ example: "user_abc" }),
		mood: z.string().openapi({ ...MOOD, example: "frustrated" }),
		confidence: z
			.number()
			.min(0)
			.max(1)
			.openapi({ description: "The probability that the mood is right", example: 0.89 }),
		signals: z.array(z.string().openapi(SIGNAL)).openapi({
			description: "The signals behind the mood, strongest first",
			example: ["rage_click_detected", "repeated_errors"],
		}),
		suggested_action: z.string().openapi({ ...ACTION, example: "show_live_chat" }),
		event_count: z.number().int().openapi({ example: 6 }),
		updated_at: z.iso
			.datetime()
			.openapi({ description: "The time of the latest event", example: "2026-05-04T10:00:00.000Z" }),
		observed_at: z.iso.datetime().openapi({
			description: "When the latest events arrived: the reading is of that time",
			example: "2026-05-04T10:00:01.000Z",
		}),
		age_seconds: z.number().int().openapi({
			description:
				"How long ago that is. After two minutes the confidence halves every ten, and below a third the mood is neutral",
			example: 3,
		}),
		explanation: Explanation.optional().openapi({ description: "With `?explain=true`" }),
	})
	.openapi("MoodReading");

/** A session's mood, as returned by the API. */
export type MoodReading = z.infer<typeof MoodReading>;

export const EventsAnswer = z
	.object({
		session_id: z.string().openapi({ example: "user_abc" }),
		events_stored: z.number().int().openapi({ example: 3 }),
		total_events: z.number().int().openapi({ example: 6 }),
		current_mood: z.string().openapi({ ...MOOD, example: "frustrated" }),
		reading: MoodReading.optional().openapi({ description: "With `?reading=true`" }),
		intervention: DueIntervention.optional().openapi({
			description: "With `?reading=true`: an intervention that this batch made due",
		}),
		settings: z
			.object({
				ignore: z.array(z.string()).openapi({
					description: "CSS selectors of elements to report nothing of",
					example: [".game-board"],
				}),
			})
			.optional()
			.openapi({ description: "The key's settings for whoever captures the events, if it has any" }),
	})
	.openapi("EventsAnswer");

export const FeedbackBody = z
	.object({
		action_taken: z
			.string()
			.trim()
			.min(1, REQUIRED)
			.max(128)
			.openapi({ description: "The action you took", example: "show_live_chat" }),
		was_helpful: z.boolean().optional().openapi({ example: true }),
		notes: z.string().max(512).optional().openapi({ example: "Customer finished the order" }),
	})
	.openapi("FeedbackBody");

export const FeedbackAnswer = z
	.object({ session_id: z.string().openapi({ example: "user_abc" }), feedback_recorded: z.literal(true) })
	.openapi("FeedbackAnswer");

export const MoodAnalytics = z
	.object({
		total_sessions: z.number().int().openapi({ example: 1842 }),
		feedback_count: z.number().int().openapi({ description: "Sessions with feedback", example: 310 }),
		mood_distribution: z.array(
			z.object({
				mood: z.string().openapi({ ...MOOD, example: "browsing" }),
				count: z.number().int().openapi({ example: 640 }),
				percentage: z.number().openapi({ example: 34.7 }),
			}),
		),
	})
	.openapi("MoodAnalytics");

export const ActionAnalytics = z
	.object({
		actions: z.array(
			z.object({
				mood: z.string().openapi({ ...MOOD, example: "frustrated" }),
				action: z.string().openapi({ example: "show_live_chat" }),
				helped: z.number().int().openapi({ example: 14 }),
				did_not_help: z.number().int().openapi({ example: 3 }),
				unrated: z.number().int().openapi({ example: 5 }),
			}),
		),
	})
	.openapi("ActionAnalytics");

/** How often one action helped in one mood. */
export type ActionOutcome = z.infer<typeof ActionAnalytics>["actions"][number];

export const ErasedSession = z
	.object({
		session_id: z.string().openapi({ example: "user_abc" }),
		deleted: z.literal(true),
		message: z.string().openapi({ example: "Session data permanently erased." }),
	})
	.openapi("ErasedSession");
