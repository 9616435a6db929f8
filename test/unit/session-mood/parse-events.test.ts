import { expect, it } from "vitest";
import { seededRandom } from "../../../src/seeded-random.ts";
import { EventsBody } from "../../../src/session-mood/contract.ts";
import { parseEvents, parseValidEvents } from "../../../src/session-mood/parse-events.ts";

const BODIES = 1_000_000;
const NAMES = [
	"type",
	"ts",
	"x",
	"y",
	"duration_ms",
	"speed",
	"direction",
	"url",
	"message",
	"value",
	"context",
	"answered",
];
const ODD: readonly unknown[] = [
	null,
	true,
	"",
	"up",
	"stepper",
	"a".repeat(512),
	"a".repeat(513),
	"😀".repeat(300),
	0,
	-0,
	-1,
	1e-9,
	100,
	100.01,
	1e308,
	JSON.parse("1e999"),
	[],
	[1],
	{},
	{ length: 3 },
];
const LIKELY: Record<string, readonly unknown[]> = {
	type: ["click", "rage_click", "error", "no_such_type"],
	ts: [1777888800.25, 1777888800250, 0],
	direction: ["up", "down"],
	url: ["/checkout", "https://shop.example/"],
	message: ["Payment failed"],
	value: [0, 50, 100],
	context: ["stepper", "game"],
	answered: [true, false],
};

function generator(seed: number) {
	const random = seededRandom(seed);
	const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
	const event = (): unknown => {
		if (random() < 0.02) return pick(ODD);
		const given: Record<string, unknown> = random() < 0.97 ? { type: pick(LIKELY.type ?? []) } : {};
		for (let fields = Math.floor(random() * 4); fields > 0; fields--) {
			const name = random() < 0.95 ? pick(NAMES) : pick(["extra", "constructor", "toString"]);
			given[name] = random() < 0.12 ? pick(ODD) : pick(LIKELY[name] ?? [1, 2.5, 400]);
		}
		return given;
	};
	return (): unknown => {
		const events = Array.from({ length: 1 + Math.floor(random() * 3) }, event);
		const shape = random();
		if (shape < 0.9) return { events };
		if (shape < 0.95) return events[0];
		return pick([{}, { events: [] }, { events: events[0] }, events, { type: "click", events }, null, "text"]);
	};
}

it("accepts and refuses a million bodies just as the documented schema does", () => {
	const next = generator(20261127);
	let valid = 0;
	for (let i = 0; i < BODIES; i++) {
		const body = next();
		const schema = EventsBody.safeParse(body);
		const parsed = parseValidEvents(body);
		if (schema.success !== (parsed !== undefined)) expect.fail(`Not as the schema: ${JSON.stringify(body)}`);
		if (!schema.success) continue;
		valid++;
		if (JSON.stringify(parsed) !== JSON.stringify(schema.data.events))
			expect.fail(`Another value than the schema's: ${JSON.stringify(body)}`);
	}
	expect(valid).toBeGreaterThan(BODIES / 3);
	expect(valid).toBeLessThan((BODIES * 2) / 3);
}, 120_000);

it("refuses in the schema's words", () => {
	const body = { events: [{ type: "click" }, { type: "click", duration_ms: -1 }] };
	expect(() => parseEvents(body)).toThrow(
		expect.objectContaining({
			problem: {
				code: "invalid_input",
				issues: [
					{
						field: "events[1].duration_ms",
						message: "Too small: expected number to be >=0",
						missing: false,
					},
				],
			},
		}),
	);
});
