import { z } from "@hono/zod-openapi";
import { Day, Emoji, Instant } from "../contract-fields.ts";

export const AlertParams = z.object({ id: z.string().max(200).openapi({ description: "The alert's id" }) });
const ConsecutiveLow = z.object({
	consecutiveDays: z.number().int().openapi({ example: 5 }),
	emotions: z.array(z.string()).openapi({ example: ["sad", "angry"] }),
	emojis: z.array(Emoji).openapi({ description: "The same days' emojis", example: ["😢", "😠"] }),
	dates: z.array(Day),
});
const SuddenDrop = z.object({ fromEmoji: Emoji, toEmoji: Emoji, fromDate: Day, toDate: Day });
export const Alert = z
	.object({
		id: z.string(),
		alertType: z.enum(["consecutive_low", "sudden_drop"]),
		detectedAt: Instant,
		patternDetails: z.union([ConsecutiveLow, SuddenDrop]),
		message: z.string(),
		suggestions: z.array(z.string()),
	})
	.openapi("MoodAlert");

/** An alert as the person sees it. */
export type Alert = z.infer<typeof Alert>;
