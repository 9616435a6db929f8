import fc from "fast-check";
import type { MoodEvent } from "../../../src/session-mood/engine/types.ts";
import { MODELS } from "../../../src/session-mood/models/index.ts";
import { START } from "./events.ts";

/** Every type of every model, and one that none has. */
const TYPES = [...new Set(MODELS.flatMap(({ types }) => [...types])), "sneeze"];

/** Few places, pages and instants, so that patterns and ties come about. */
const fields = fc.record(
	{
		x: fc.constantFrom(0, 8, 200),
		y: fc.constantFrom(0, 12, 300),
		duration_ms: fc.integer({ min: 0, max: 90_000 }),
		speed: fc.integer({ min: 0, max: 5000 }),
		direction: fc.constantFrom("up", "down"),
		url: fc.constantFrom("/a", "/b", "/c"),
		value: fc.integer({ min: 0, max: 100 }),
		context: fc.constantFrom("stepper", "text_selection"),
	},
	{ requiredKeys: [] },
);

const typed = fc.constantFrom(...TYPES);

/** An event of an ordinary session, at a gap of 0 to 8 seconds after the one before. */
const step = fc.tuple(typed, fields, fc.constantFrom(0, 100, 200, 450, 900, 2500, 8000));

/** Events in time order. */
export const session = (maxLength: number, minLength = 0): fc.Arbitrary<MoodEvent[]> =>
	fc.array(step, { minLength, maxLength }).map((steps) => {
		let ms = 0;
		return steps.map(([type, rest, gap]) => {
			ms += gap;
			return { ...rest, type, ts: START + ms / 1000 };
		});
	});

/** Clicks at one spot, so close that most are rage clicks, some of them asserted. */
export const clicking: fc.Arbitrary<MoodEvent[]> = fc
	.array(
		fc.tuple(fc.constantFrom("click", "click", "click", "rage_click"), fc.integer({ min: 0, max: 1100 })),
		{
			minLength: 1,
			maxLength: 20,
		},
	)
	.map((steps) => {
		let ms = 0;
		return steps.map(([type, gap]) => {
			ms += gap;
			return { type, ts: START + ms / 1000, x: 50, y: 50 };
		});
	});

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Whatever a validator might let through: any finite number anywhere. */
export const wildEvent: fc.Arbitrary<MoodEvent> = fc
	.tuple(typed, fc.oneof(anyNumber, fc.constantFrom(0, -1, 1e11, 1e300, -1e300, Number.MAX_VALUE)))
	.chain(([type, ts]) =>
		fc
			.record(
				{
					x: anyNumber,
					y: anyNumber,
					duration_ms: anyNumber,
					speed: anyNumber,
					value: anyNumber,
					direction: fc.constantFrom("up" as const, "down" as const),
					url: fc.string(),
				},
				{ requiredKeys: [] },
			)
			.map((rest) => ({ ...rest, type, ts })),
	);
