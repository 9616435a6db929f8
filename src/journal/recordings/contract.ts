import { z } from "@hono/zod-openapi";
import { DayOfWeek, Emoji, Instant, SpokenLanguage } from "../contract-fields.ts";

export const RecordingParams = z.object({
	entryId: z.string().max(200).openapi({ description: "The id of the entry the recording belongs to" }),
});

export const RangeHeader = z.object({
	range: z.string().optional().openapi({ description: "One range of bytes", example: "bytes=0-1023" }),
});

export const PlayQuery = z.object({
	link: z.string().max(100).optional().openapi({ description: "From a playback link, in place of a token" }),
});

export const PlaybackLink = z
	.object({
		url: z.string().openapi({
			description: "To be played without a token",
			example: "/api/audio/recordings/5f0c/play?link=9b1a",
		}),
		expiresAt: Instant,
	})
	.openapi("PlaybackLink");

export type PlaybackLink = z.infer<typeof PlaybackLink>;

export const RecordingList = z
	.object({
		recordings: z.array(
			z.object({
				id: z.string().openapi({ description: "The entry's id" }),
				entryDate: z.string().openapi({ example: "2026-05-04T00:00:00Z" }),
				dayOfWeek: DayOfWeek,
				duration: z.number().openapi({ description: "Seconds", example: 42 }),
				language: SpokenLanguage,
				selectedEmoji: Emoji.nullable(),
				createdAt: Instant,
				fileExists: z.boolean(),
				audioFilePath: z.string().openapi({ example: "/api/audio/recordings/5f0c3b1e/play" }),
			}),
		),
		totalCount: z.number().int(),
	})
	.openapi("RecordingList");

export type Recording = z.infer<typeof RecordingList>["recordings"][number];
