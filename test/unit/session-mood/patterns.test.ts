import { describe, expect, it } from "vitest";
import { explain } from "../../../src/session-mood/engine/explain.ts";
import { emptyState, fold } from "../../../src/session-mood/engine/fold.ts";
import type { MoodEvent, MoodModel } from "../../../src/session-mood/engine/types.ts";
import { engagement } from "../../../src/session-mood/models/engagement.ts";
import { intent } from "../../../src/session-mood/models/intent.ts";
import { clicksAt, START, spaced } from "./events.ts";

const signalOf = (id: string, events: readonly MoodEvent[], model: MoodModel = intent) =>
	explain(model, fold(model, emptyState(), events)).signals.find((signal) => signal.id === id);

/** How often a signal occurred. */
const occurrences = (id: string, events: readonly MoodEvent[], model: MoodModel = intent): number =>
	signalOf(id, events, model)?.occurrences ?? 0;

const at = (seconds: number, type: string, fields: Partial<MoodEvent> = {}): MoodEvent => ({
	type,
	ts: START + seconds,
	...fields,
});

const RAGE = "rage_click_detected";

describe("rage clicks", () => {
	it("are three clicks, each less than a second and 30 px from the one before", () => {
		expect(
			occurrences(
				RAGE,
				clicksAt([
					[0, 10, 10],
					[0.9, 30, 10],
					[1.8, 50, 10],
				]),
			),
		).toBe(1);
	});

	it.each([
		[
			"two clicks",
			[
				[0, 10, 10],
				[0.2, 10, 10],
			],
		],
		[
			"a second between them",
			[
				[0, 10, 10],
				[0.5, 10, 10],
				[1.5, 10, 10],
			],
		],
		[
			"30 px between them, counted along the axes",
			[
				[0, 10, 10],
				[0.3, 25, 25],
				[0.6, 25, 25],
			],
		],
	] as [string, [number, number, number][]][])("are not %s", (_, clicks) => {
		expect(occurrences(RAGE, clicksAt(clicks))).toBe(0);
	});

	it("are not clicks without a place", () => {
		expect(occurrences(RAGE, spaced(["click", "click", "click", "click"], 0.2))).toBe(0);
	});

	it.each(["text_selection", "stepper", "calendar", "carousel"] as const)(
		"are not clicks on a marked %s",
		(context) => {
			const clicks = clicksAt(
				[0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => [t, 10, 10]),
				{ context },
			);
			expect(occurrences(RAGE, clicks)).toBe(0);
			expect(occurrences("clicks", clicks)).toBe(6);
			expect(occurrences("quick_clicks", clicks)).toBe(0);
			expect(occurrences("repeated_action", clicks, engagement)).toBe(0);
		},
	);

	it("fire again at every further third click of the same run", () => {
		expect(occurrences(RAGE, clicksAt([0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i * 0.2, 10, 10])))).toBe(2);
	});

	it("count once where the client asserts the burst that its clicks show", () => {
		const clicks = clicksAt([
			[0, 10, 10],
			[0.2, 10, 10],
			[0.4, 10, 10],
		]);
		const value = (events: MoodEvent[]) =>
			explain(intent, fold(intent, emptyState(), events)).signals.find(({ id }) => id === RAGE)?.value;
		expect(value([...clicks, at(0.4, "rage_click")])).toBeCloseTo(1, 2);
		expect(value([at(0.1, "rage_click"), ...clicks])).toBeCloseTo(1, 2);
		expect(value([...clicks, at(0.4, "rage_click"), at(3, "rage_click")])).toBeCloseTo(2, 1);
	});

	it("count once a burst where the client sends the assertion in place of the third click", () => {
		const types = ["click", "click", "rage_click", "click", "click", "rage_click"];
		const burst = (length: number) =>
			explain(
				intent,
				fold(intent, emptyState(), spaced(types.slice(0, length), 0.25, { x: 10, y: 10 })),
			).signals.find(({ id }) => id === RAGE)?.value;
		expect(burst(2)).toBeUndefined();
		expect(burst(3)).toBeCloseTo(1, 2);
		expect(burst(5)).toBeCloseTo(1, 1);
		expect(burst(6)).toBeCloseTo(2, 1);
	});

	it("count each time where the client only asserts them", () => {
		expect(occurrences(RAGE, spaced(["rage_click", "rage_click", "rage_click"], 0.3))).toBe(3);
	});
});

describe("repeated errors", () => {
	it("are the second error within a minute and each one after", () => {
		expect(occurrences("repeated_errors", [at(0, "error"), at(60, "error"), at(90, "error")])).toBe(2);
	});
	it("are not one error a minute", () => {
		expect(occurrences("repeated_errors", [at(0, "error"), at(60.001, "error")])).toBe(0);
	});
});

describe("a failed act", () => {
	const failed = (events: MoodEvent[]) => occurrences("failed_act", events);
	it("is an error soon after a click on the same page, and errors within a second are one", () => {
		expect(failed([at(0, "click"), at(2.5, "error"), at(2.6, "error")])).toBe(1);
		expect(failed([at(0, "click"), at(10.001, "error")])).toBe(0);
		expect(failed([at(0, "error"), at(0.5, "click")])).toBe(0);
		expect(failed([at(0, "click"), at(0.5, "page_view"), at(1, "error")])).toBe(0);
	});
	it("is an error soon after rage clicks or on leaving a field", () => {
		expect(failed([at(0, "rage_click"), at(10, "error")])).toBe(1);
		expect(failed([at(0, "focus"), at(3, "blur"), at(4.5, "error")])).toBe(1);
	});
	it("is no error that nobody acted for", () => {
		expect(failed([at(0, "page_view"), at(9, "scroll"), at(9.2, "error"), at(30, "error")])).toBe(0);
	});
});

describe("a retry", () => {
	it("is a click in the same place after it failed", () => {
		const place = { x: 100, y: 100 };
		const events = [at(0, "click", place), at(1, "error"), at(4, "click", place)];
		expect(occurrences("retry", events)).toBe(1);
		expect(occurrences("retry", [...events.slice(0, 2), at(4, "click", { x: 400, y: 100 })])).toBe(0);
	});
});

describe("going round", () => {
	const views = (...urls: string[]) => urls.map((url, i) => at(5 * i, "page_view", { url }));
	it("is one page after another that was seen before", () => {
		expect(occurrences("going_round", views("/a", "/b", "/c", "/a", "/b"))).toBe(1);
		expect(occurrences("going_round", views("/a", "/b", "/c", "/a", "/d", "/b"))).toBe(0);
	});
});

describe("a form that is sent again", () => {
	const button = { x: 600, y: 700 };
	it("is the same button after more work in the form", () => {
		const once = [at(0, "focus"), at(4, "blur"), at(5, "focus"), at(9, "blur"), at(10, "click", button)];
		expect(occurrences("submitted_again", once)).toBe(0);
		const again = [...once, at(14, "focus"), at(18, "blur"), at(19, "click", button)];
		expect(occurrences("submitted_again", again)).toBe(1);
		expect(occurrences("form_reentry", again)).toBe(1);
	});
});

describe("stillness", () => {
	const idle = (seconds: number) => at(seconds, "idle", { duration_ms: 30_000 });
	const value = (events: MoodEvent[]) => signalOf("long_idle", events)?.value ?? 0;
	it("counts a quarter for who came back from one as long", () => {
		const first = value([at(0, "page_view"), idle(30)]);
		const again = [at(0, "page_view"), idle(30), at(40, "scroll"), idle(70)];
		expect(occurrences("reading_on", again)).toBe(1);
		expect(value(again)).toBeLessThan(first / 2);
	});
	it("after pressing something is watching", () => {
		expect(occurrences("watching", [at(0, "page_view"), at(3, "click", { x: 1, y: 1 }), idle(33)])).toBe(1);
	});
});

describe("quick clicks", () => {
	it("are at different places and not too fast for two decisions", () => {
		expect(
			occurrences(
				"quick_clicks",
				clicksAt([
					[0, 10, 10],
					[1, 300, 10],
					[3, 10, 400],
				]),
			),
		).toBe(2);
		expect(
			occurrences(
				"quick_clicks",
				clicksAt([
					[0, 10, 10],
					[1, 12, 10],
				]),
			),
		).toBe(0);
		expect(
			occurrences(
				"quick_clicks",
				clicksAt([
					[0, 10, 10],
					[0.1, 300, 10],
				]),
			),
		).toBe(0);
		expect(
			occurrences(
				"quick_clicks",
				clicksAt([
					[0, 10, 10],
					[4.1, 300, 10],
				]),
			),
		).toBe(0);
	});
	it("may lack a place where something answered between them", () => {
		expect(occurrences("quick_clicks", spaced(["click", "click"], 1))).toBe(0);
		expect(occurrences("quick_clicks", spaced(["click", "focus", "click"], 1))).toBe(1);
	});
});

describe("a quick-back", () => {
	it("is the back button soon after a page view", () => {
		expect(occurrences("quick_back", [at(0, "page_view", { url: "/a" }), at(5, "back_nav")])).toBe(1);
		expect(occurrences("quick_back", [at(0, "page_view", { url: "/a" }), at(12.001, "back_nav")])).toBe(0);
	});
	it("is seen from the URLs alone", () => {
		const pages = (...urls: string[]) => urls.map((url, i) => at(2 * i, "page_view", { url }));
		expect(occurrences("quick_back", pages("/a", "/b", "/a"))).toBe(1);
		expect(occurrences("quick_back", pages("/a", "/b", "/c"))).toBe(0);
		expect(occurrences("quick_back", pages("/a", "/a", "/a"))).toBe(0);
		expect(occurrences("quick_back", pages("/a", "/b", "/a"), engagement)).toBe(1);
	});
	it("counts once where the back button and the URLs both show it", () => {
		const [a, b] = [{ url: "/a" }, { url: "/b" }];
		const events = [
			at(0, "page_view", a),
			at(10, "page_view", b),
			at(12, "back_nav"),
			at(12.1, "page_view", a),
		];
		expect(occurrences("quick_back", events)).toBe(1);
	});
	it("is not a slow return", () => {
		const events = [
			at(0, "page_view", { url: "/a" }),
			at(1, "page_view", { url: "/b" }),
			at(13.001, "page_view", { url: "/a" }),
		];
		expect(occurrences("quick_back", events)).toBe(0);
	});
});

describe("scroll thrashing", () => {
	const scrolls = (gap: number, ...directions: ("up" | "down")[]) =>
		directions.map((direction, i) => at(i * gap, "scroll", { direction, speed: 800 }));

	it("is three changes of direction within ten seconds, then it starts over", () => {
		expect(occurrences("scroll_thrashing", scrolls(1, "down", "up", "down"))).toBe(0);
		expect(occurrences("scroll_thrashing", scrolls(1, "down", "up", "down", "up"))).toBe(1);
		expect(occurrences("scroll_thrashing", scrolls(1, "down", "up", "down", "up", "down", "up"))).toBe(1);
		expect(
			occurrences("scroll_thrashing", scrolls(1, "down", "up", "down", "up", "down", "up", "down")),
		).toBe(2);
		expect(occurrences("scroll_thrashing", scrolls(6, "down", "up", "down", "up"))).toBe(0);
	});
	it("ends with the page", () => {
		const [down, up] = [{ direction: "down" as const }, { direction: "up" as const }];
		const turns = [at(0, "scroll", down), at(1, "scroll", up), at(3, "scroll", down), at(4, "scroll", up)];
		expect(occurrences("scroll_thrashing", turns)).toBe(1);
		expect(occurrences("scroll_thrashing", [...turns, at(2, "page_view")])).toBe(0);
	});
	it("is seen from the depths where no direction is given", () => {
		const depths = (...values: number[]) => values.map((value, i) => at(i, "scroll", { value }));
		expect(occurrences("scroll_thrashing", depths(10, 50, 20, 60, 10))).toBe(1);
		expect(occurrences("scroll_thrashing", depths(10, 30, 50, 70, 90))).toBe(0);
		expect(occurrences("scroll_thrashing", depths(50, 52, 49, 52, 49, 52))).toBe(0);
	});
});

describe("quick navigation", () => {
	const views = (...times: number[]) => times.map((ts, i) => at(ts, "page_view", { url: `/${i}` }));

	it("is a page view within four seconds of another, with nothing looked at", () => {
		expect(occurrences("quick_navigation", views(0, 4, 8))).toBe(2);
		expect(occurrences("quick_navigation", views(0, 4.1))).toBe(0);
		const [first, , last] = views(0, 1, 2);
		for (const type of ["scroll", "back_nav"])
			expect(
				occurrences(
					"quick_navigation",
					[first, at(1, type), last].flatMap((e) => e ?? []),
				),
			).toBe(0);
	});

	it("is not told where pages have no address: they may be the same", () => {
		expect(occurrences("quick_navigation", spaced(["page_view", "page_view"], 3))).toBe(0);
	});
});

describe("hesitation", () => {
	it("is a click 3 to 20 seconds after a hover with nothing else between", () => {
		expect(occurrences("hesitation", [at(0, "hover"), at(3, "click")])).toBe(1);
		expect(occurrences("hesitation", [at(0, "hover"), at(2.9, "click")])).toBe(0);
		expect(occurrences("hesitation", [at(0, "hover"), at(20.1, "click")])).toBe(0);
		expect(occurrences("hesitation", [at(0, "hover"), at(2, "scroll"), at(5, "click")])).toBe(0);
	});
	it("is not pausing in one field and typing on: that is writing", () => {
		expect(occurrences("writing", [at(0, "focus"), at(9, "input_pause"), at(30, "input_pause")])).toBe(2);
	});
});

describe("a form", () => {
	it("is in progress where a focus follows a blur", () => {
		expect(occurrences("field_progress", spaced(["focus", "blur", "focus", "blur", "focus"], 4))).toBe(2);
		expect(occurrences("field_progress", [at(0, "blur"), at(10.1, "focus")])).toBe(0);
	});
	it("is abandoned by idling or going back after a field, unless something was clicked", () => {
		expect(occurrences("form_abandoned", [at(0, "focus"), at(9, "blur"), at(60, "idle")])).toBe(1);
		expect(occurrences("form_abandoned", [at(0, "focus"), at(9, "back_nav")])).toBe(1);
		expect(
			occurrences("form_abandoned", [at(0, "focus"), at(9, "blur"), at(10, "click"), at(60, "idle")]),
		).toBe(0);
		expect(occurrences("form_abandoned", [at(0, "focus"), at(121, "idle")])).toBe(0);
		expect(occurrences("form_abandoned", [at(0, "focus"), at(9, "blur"), at(60, "idle")], engagement)).toBe(
			1,
		);
	});
});

describe("engagement's own patterns", () => {
	it("tell a field filled in from one passed through", () => {
		expect(occurrences("field_filled", [at(0, "focus"), at(2, "blur")], engagement)).toBe(1);
		expect(occurrences("field_filled", [at(0, "focus"), at(1.999, "blur")], engagement)).toBe(0);
	});
	it("take the same place clicked again for a repeated action, but not a rage click", () => {
		const twice = (gap: number, x: number) =>
			occurrences(
				"same_spot_again",
				clicksAt([
					[0, 10, 10],
					[gap, x, 12],
				]),
				engagement,
			);
		expect(twice(1, 12)).toBe(1);
		expect(twice(0.6, 12)).toBe(0);
		expect(twice(2, 90)).toBe(0);
	});
	it("see a click that leads on", () => {
		const events = [at(0, "click"), at(3, "navigation", { url: "/b" })];
		expect(occurrences("click_answered", events, engagement)).toBe(1);
	});
});
