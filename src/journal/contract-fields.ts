import { z } from "@hono/zod-openapi";
import { EMOTIONS, RELIABILITIES } from "../emotions.ts";
import { isCalendarDay, WEEKDAYS } from "./days/calendar-day.ts";
import { LANGUAGES } from "./language.ts";

/** One emoji as people see it: skin tones, flags and joined ones count as one. */
const SINGLE_EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)$/v;

export const Day = z
	.string()
	.refine(isCalendarDay, { error: "A date is a calendar day that exists, as YYYY-MM-DD" })
	.openapi({ description: "A calendar day of the person", example: "2026-05-04", format: "date" });

/** An emoji that is shown in colour anyway may be followed by a request for colour (U+FE0F): it is the same emoji. */
const withoutSelector = (text: string): string => text.replace(/^(\p{Emoji_Presentation})\uFE0F$/u, "$1");

export const Emoji = z
	.string()
	.max(64)
	.overwrite(withoutSelector)
	.regex(SINGLE_EMOJI, { error: "This must be a single emoji" })
	.openapi({ description: "A single emoji; the eight emotions have 😊 😌 😐 😮 😢 😠 😒 😰", example: "😊" });

const RELIABILITY =
	"How far the scores can be relied on. `high`: propose the first of them. `medium`: propose it as a guess. `low`: propose nothing, ask";

export const Reliability = z.enum(RELIABILITIES).openapi({ description: RELIABILITY, example: "high" });

export const KnownReliability = Reliability.optional().openapi({
	description: `${RELIABILITY}. Absent from an entry without a recording, and from one older than the estimate`,
});

export const ProposedEmoji = Emoji.nullable().openapi({
	description:
		"What to propose to the person: the emoji of the highest score, or null where it is not reliable",
	example: "😊",
});

const Scores = z.array(
	z.object({
		emoji: z.string().openapi({ example: "😊" }),
		emotion: z.enum(EMOTIONS),
		confidence: z.number().int().openapi({ description: "Whole percent", example: 41 }),
	}),
);

export const ModelScores = Scores.openapi({
	description:
		"All eight emotions as the model heard them, highest first; together 100. Empty without a recording",
});

export const AdjustedFrom = z.number().int().openapi({
	description: "How many notes with a chosen mood it was learned from",
	example: 12,
});

export const WeightOfPerson = z.number().min(0).max(1).openapi({
	description:
		"How much of the scores is what was learned, 0 to 1; the rest is the model's. It grows as long as what was learned foretells the chosen moods better",
	example: 0.83,
});

/** What an answer shows of a note beside its reliability and proposal. */
export const ShownScores = {
	emotionScores: Scores.openapi({
		description:
			"All eight emotions, highest first; together 100. Adjusted to the person where `adjustment` is not null. Empty without a recording",
	}),
	unadjusted: ModelScores,
	adjustment: z.object({ notes: AdjustedFrom, weight: WeightOfPerson }).nullable().openapi({
		description:
			"What the person's choices for earlier notes have taught; null where they are too few, or it is switched off",
	}),
};

export const SpokenLanguage = z
	.enum(LANGUAGES)
	.openapi({ description: "English, Hindi or Gujarati", example: "en" });

/** Characters of a note in words: some ten pages. */
export const MAX_NOTE_LENGTH = 20_000;

export const Note = z
	.string()
	.max(MAX_NOTE_LENGTH)
	.openapi({ description: "The day in the person's own words", example: "Walked home by the river." });

export const DayOfWeek = z.enum(WEEKDAYS).openapi({ example: "Mon" });

export const Instant = z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" });

/** A whole number in a query or a path, written in digits: `1e3` and an empty text are refused. */
export const wholeNumber = (min: number, max: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, { error: "This must be a whole number" })
		.transform(Number)
		.pipe(
			z
				.number()
				.min(min, { error: `At least ${min}` })
				.max(max, { error: `At most ${max}` }),
		);

export const Year = wholeNumber(1900, 2199).openapi({
	type: "integer",
	description: "A year",
	example: 2026,
});
export const Month = wholeNumber(1, 12).openapi({
	type: "integer",
	description: "A month, 1 to 12",
	example: 5,
});

/** `year` alone filters by year, `month` needs `year`, and neither takes all there is. */
export const PeriodQuery = z
	.object({ year: Year.optional(), month: Month.optional() })
	.refine(({ year, month }) => month === undefined || year !== undefined, {
		error: "A month needs a year",
		path: ["month"],
	});
