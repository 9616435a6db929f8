import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDeeperThan } from "../../../src/http/middleware/bodies.ts";

const depthOf = (value: unknown): number =>
	typeof value === "object" && value !== null
		? 1 + Math.max(0, ...Object.values(value).map((child) => depthOf(child)))
		: 0;

describe("the depth of JSON", () => {
	it("is that of what it parses to, whatever stands in its strings", () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 6 }), (value, limit) => {
				expect(isDeeperThan(JSON.stringify(value), limit)).toBe(depthOf(value) > limit);
			}),
		);
	});

	it("is found in text that is no JSON, without a parser", () => {
		expect(isDeeperThan("[".repeat(1_000_000), 64)).toBe(true);
		expect(isDeeperThan('"[[[[', 2)).toBe(false);
		expect(isDeeperThan('"\\\\"[[[', 2)).toBe(true);
		expect(isDeeperThan(`"\\"${"[".repeat(100)}"`, 64)).toBe(false);
	});
});
