import { expect, it } from "vitest";
import { createScrollFold, type ScrollEvent } from "../../../src/sdk/capture/scroll-fold.ts";

/** The events of scrolling through these [top, ms] in one go, in a page of 2,000 px. */
function eventsOf(...positions: (readonly [top: number, at: number])[]): ScrollEvent[] {
	const fold = createScrollFold();
	const [[top, at] = [0, 0], ...moves] = positions;
	fold.rest({ top, at, room: 2_000, height: 800 });
	const events = moves.flatMap(([top, at]) => fold.move({ top, at, room: 2_000, height: 800 }, at));
	return [...events, ...fold.finish()];
}

it("tells the mean speed, direction and depth of a run", () => {
	const fold = createScrollFold();
	fold.rest({ top: 500, at: 0, room: 2_000, height: 800 });
	fold.move({ top: 700, at: 1_100, room: 2_000, height: 800 }, 1_000);
	fold.move({ top: 1_000, at: 1_500, room: 2_000, height: 800 }, 1_400);
	expect(fold.finish()).toEqual([{ type: "scroll", speed: 1_000, direction: "down", value: 50 }]);
	expect(fold.finish()).toEqual([]);
});

it("leaves out what is shorter than 50 px", () => {
	expect(eventsOf([500, 0], [549, 100])).toEqual([]);
	expect(eventsOf([500, 0], [450, 100])).toMatchObject([{ direction: "up" }]);
});

it("takes a jump as a tenth of a second", () => {
	expect(eventsOf([0, 0], [400, 0])).toMatchObject([{ speed: 4_000 }]);
});

it("calls it a backtrack when a run turns round in the middle of the page", () => {
	const types = eventsOf([500, 0], [900, 300], [600, 600]).map(({ type }) => type);
	expect(types).toEqual(["scroll", "scroll", "backtrack"]);
});

it("does not when the page ended there, the way was short, or much time lay between", () => {
	const types = (...positions: (readonly [number, number])[]) =>
		eventsOf(...positions).map(({ type }) => type);
	expect(types([1_500, 0], [2_000, 300], [1_500, 600])).not.toContain("backtrack");
	expect(types([500, 0], [0, 300], [500, 600])).not.toContain("backtrack");
	expect(types([500, 0], [900, 300], [760, 600])).not.toContain("backtrack");
	expect(types([500, 0], [600, 300], [200, 600])).not.toContain("backtrack");
	expect(types([500, 0], [900, 300], [500, 2_400])).not.toContain("backtrack");
});

it("tells the speed as on a screen 800 px high", () => {
	const speedOn = (height: number) => {
		const fold = createScrollFold();
		fold.rest({ top: 0, at: 0, room: 9_000, height });
		fold.move({ top: 900, at: 1_000, room: 9_000, height }, 0);
		const [event] = fold.finish();
		return event?.type === "scroll" ? event.speed : undefined;
	};
	expect(speedOn(800)).toBe(900);
	expect(speedOn(1_600)).toBe(450);
	expect(speedOn(600)).toBe(1_200);
	expect(speedOn(100)).toBe(1_800);
});
