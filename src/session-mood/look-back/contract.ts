import { z } from "@hono/zod-openapi";
import { PLANS } from "../../plans.ts";
import { BUCKETS } from "../account/mood-times.ts";
import { MoodEvent, MoodReading } from "../contract.ts";
import { DueIntervention } from "../interventions/contract.ts";
import { DEFAULT_MODEL, MODELS } from "../models/index.ts";

const model = z
	.string()
	.default(DEFAULT_MODEL.id)
	.openapi({ description: "The mood model", enum: MODELS.map(({ id }) => id), example: DEFAULT_MODEL.id });
const instant = z.iso.datetime({ offset: true });

export const SessionsQuery = z.object({
	model,
	mood: z
		.string()
		.optional()
		.openapi({ description: "Only sessions that are in this mood", example: "frustrated" }),
	limit: z.coerce.number().int().min(1).max(100).default(20),
	cursor: z.string().optional(),
});

export const SessionList = z
	.object({
		data: z.array(
			MoodReading.pick({
				session_id: true,
				mood: true,
				confidence: true,
				event_count: true,
				updated_at: true,
			}),
		),
		next_cursor: z.string().nullable(),
	})
	.openapi("SessionList");

export const TimelineQuery = z.object({ model });

export const Timeline = z
	.object({
		session_id: z.string().openapi({ example: "user_abc" }),
		moods: z.array(
			z.object({
				mood: z.string().openapi({ example: "frustrated" }),
				confidence: z.number().openapi({ description: "The highest while it lasted", example: 0.93 }),
				from: z.iso.datetime(),
				to: z.iso.datetime(),
			}),
		),
		events: z.array(MoodEvent).openapi({ description: "As posted, the newest 500, oldest first" }),
		interventions: z.array(DueIntervention.extend({ at: z.iso.datetime() })).openapi({
			description: "What was shown",
		}),
		events_kept_until: z.iso.datetime().openapi({ description: "Then only the mood remains" }),
	})
	.openapi("SessionTimeline");

export const MoodTimesQuery = z.object({
	model,
	from: instant.optional().openapi({ description: "Default: a day, or 30 days, before `to`" }),
	to: instant.optional().openapi({ description: "Default: now" }),
	bucket: z
		.enum(BUCKETS)
		.default("hour")
		.openapi({ description: "Hours are kept for 35 days, days for 400; UTC" }),
});

export const MoodTimes = z
	.object({
		data: z.array(
			z.object({
				start: z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" }),
				sessions: z
					.record(z.string(), z.number().int())
					.openapi({ example: { frustrated: 3, browsing: 41 } }),
			}),
		),
	})
	.openapi("MoodTimes");

export const Usage = z
	.object({
		plan: z.enum(PLANS).openapi({ example: "starter" }),
		month: z.string().openapi({ example: "2026-05" }),
		sessions_used: z.number().int().openapi({ example: 1240 }),
		limit: z.number().int().openapi({ example: 5000 }),
		reset_at: z.iso.datetime().openapi({ example: "2026-06-01T00:00:00.000Z" }),
	})
	.openapi("Usage");
