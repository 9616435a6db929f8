import { z } from "@hono/zod-openapi";
import { Day, Emoji } from "../contract-fields.ts";

export const ExportQuery = z
	.object({
		format: z.enum(["json", "csv", "zip"]).default("json").openapi({
			description: "One document with everything, a table of the entries, or both with all recordings",
		}),
		startDate: Day.optional().openapi({ description: "Entries from this day on" }),
		endDate: Day.optional().openapi({ description: "Entries up to this day" }),
	})
	.refine(({ startDate, endDate }) => !startDate || !endDate || startDate <= endDate, {
		error: "The first day is after the last",
		path: ["startDate"],
	});

/** A JSON object in a query. */
const jsonText = z
	.string()
	.max(10_000)
	.default("{}")
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			context.addIssue({ code: "custom", message: "This must be a JSON object" });
			return z.NEVER;
		}
	});

const lowerCaseKeys = <T>(record: Record<string, T>): Record<string, T> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key.trim().toLowerCase(), value]));

export const ImportQuery = z.object({
	moods: jsonText.pipe(z.record(z.string(), Emoji).transform(lowerCaseKeys)).openapi({
		type: "string",
		description: "Daylio: emoji by mood name, as JSON",
		example: '{"super":"🥰"}',
	}),
	activities: jsonText.pipe(z.record(z.string(), z.string().max(64)).transform(lowerCaseKeys)).openapi({
		type: "string",
		description: "Daylio: our activity by name, as JSON",
		example: '{"yoga":"exercise"}',
	}),
});

const count = z.number().int().openapi({ example: 120 });

export const ImportReport = z
	.object({
		imported: count.openapi({ description: "Entries written" }),
		skipped: count.openapi({ description: "Entries of days that had one already" }),
		unknownActivities: z
			.array(z.string())
			.openapi({ description: "Left out: there are no such activities here" }),
		settingsRestored: z.boolean().optional(),
		recordingsStored: count.optional(),
		merged: count
			.optional()
			.openapi({ description: "Daylio: entries that shared their day with a later one" }),
		notesLeftOut: count.optional().openapi({ description: "Daylio: always 0, since entries have notes" }),
		recordingsLeftOut: z
			.array(z.object({ file: z.string(), reason: z.string() }))
			.optional()
			.openapi({ description: "ZIP: recordings that were not stored, and why" }),
	})
	.openapi("ImportReport");

/** What became of a file that was imported. */
export type ImportReport = z.infer<typeof ImportReport>;

export const Erased = z
	.object({ erased: z.record(z.string(), count).openapi({ example: { entries: 120, recordings: 3 } }) })
	.openapi("AccountErased");
