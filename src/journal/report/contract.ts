import { z } from "@hono/zod-openapi";
import { Day, SpokenLanguage } from "../contract-fields.ts";
import { daysBetween } from "../days/calendar-day.ts";

/** What a person can put into their report. */
export const REPORT_PARTS = ["moods", "activities", "notes"] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

const MAX_REPORT_DAYS = 366;

const isPart = (text: string): text is ReportPart => REPORT_PARTS.some((part) => part === text);

const Include = z
	.string()
	.default("moods")
	.transform((text) => [...new Set(text.split(","))])
	.refine((parts): parts is ReportPart[] => parts.every(isPart), {
		error: `A list, separated by commas, of ${REPORT_PARTS.join(", ")}`,
	})
	.openapi({
		type: "string",
		description: "What it tells, separated by commas: `moods`, `activities`, `notes`",
		default: "moods",
		example: "moods,activities",
	});

export const ReportQuery = z
	.object({
		from: Day,
		to: Day,
		include: Include,
		language: SpokenLanguage.optional().openapi({
			description: "The person's own where it is left out",
			example: "en",
		}),
	})
	.refine(({ from, to }) => from <= to, { error: "The first day is after the last", path: ["from"] })
	.refine(({ from, to }) => daysBetween(from, to) < MAX_REPORT_DAYS, {
		error: `A report is of ${MAX_REPORT_DAYS} days at most`,
		path: ["to"],
	});

/** A report that a person asked for. */
export type ReportRequest = z.infer<typeof ReportQuery>;
