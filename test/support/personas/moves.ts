import type { Visitor } from "./visitor.ts";

/** One small thing that people do on a page. */
export type Move = (visitor: Visitor) => void;

const repeat = (times: number, act: (i: number) => void) => {
	for (let i = 0; i < times; i++) act(i);
};

export const MOVES = {
	/** Most pages are reached by a click on a link. */
	view(visitor) {
		visitor.wait(6);
		if (visitor.random.chance(0.6)) visitor.moveOn().click().waitExactly(visitor.random.around(0.1, 0.8));
		visitor.goTo("page_view");
	},
	goStraight(visitor) {
		visitor.wait(1.6).moveOn().click().waitExactly(visitor.random.around(0.1, 0.8)).goTo("page_view");
	},
	skim(visitor) {
		const { random } = visitor;
		let depth = random.between(0, 30);
		repeat(random.whole(1, 3), () => {
			depth += random.between(5, 25);
			visitor
				.wait(3)
				.scroll(random.around(1300, 0.7), random.chance(0.8) ? "down" : "up", Math.min(depth, 100));
		});
	},
	readDeep(visitor) {
		const { random } = visitor;
		let depth = random.between(30, 60);
		repeat(random.whole(1, 3), () => {
			depth += random.between(8, 25);
			visitor.wait(7).scroll(random.around(900, 0.6), "down", Math.min(depth, 100));
		});
	},
	seek(visitor) {
		const { random } = visitor;
		let down = random.chance(0.5);
		let depth = random.between(20, 70);
		repeat(random.whole(2, 5), () => {
			depth = Math.max(0, Math.min(100, depth + (down ? 1 : -1) * random.between(8, 30)));
			visitor.wait(1.2).scroll(random.around(2800, 0.6), down ? "down" : "up", depth);
			if (random.chance(0.35)) visitor.emit("backtrack");
			down = random.chance(0.2) ? down : !down;
		});
	},
	backtrack(visitor) {
		visitor.wait(3).emit("backtrack");
	},
	hover(visitor) {
		visitor.wait(3).emit("hover", { duration_ms: Math.round(visitor.random.around(1500, 0.6)) });
	},
	hoverThenClick(visitor) {
		MOVES.hover(visitor);
		visitor.wait(4).click();
	},
	click(visitor) {
		visitor.wait(3).moveOn().click();
	},
	quickClicks(visitor) {
		repeat(visitor.random.whole(1, 3), () => visitor.wait(1.3).moveOn().click());
	},
	/** Three clicks to select a paragraph or step a number up: the snippet marks most, not all. */
	tripleClick(visitor) {
		visitor.wait(3).moveOn();
		const marked = visitor.random.chance(0.8);
		repeat(3, () => {
			visitor.waitExactly(0.2);
			if (marked) visitor.emit("click", { x: 300, y: 300, context: "text_selection" });
			else visitor.click();
		});
	},
	rage(visitor) {
		const { random } = visitor;
		visitor.wait(2);
		repeat(random.whole(3, 5), () => visitor.waitExactly(random.between(0.12, 0.5)).click());
		if (random.chance(0.5)) visitor.click("rage_click");
	},
	assertedRage(visitor) {
		visitor.wait(2).click("rage_click");
	},
	error(visitor) {
		visitor.wait(3);
		if (visitor.random.chance(0.5)) visitor.click().waitExactly(visitor.random.between(0.05, 1.5));
		visitor.emit("error", { message: "Something went wrong" });
	},
	goBack(visitor) {
		visitor.wait(6).emit("back_nav");
	},
	thereAndBack(visitor) {
		const before = visitor.wait(3).goTo("page_view");
		visitor.wait(3.5).emit("back_nav").goTo("page_view", before);
	},
	pauseTyping(visitor) {
		visitor.wait(5).emit("input_pause", { duration_ms: Math.round(visitor.random.around(3500, 0.5)) });
	},
	fillField(visitor) {
		visitor.wait(1.5).emit("focus").wait(5);
		if (visitor.random.chance(0.15)) MOVES.pauseTyping(visitor);
		visitor.emit("blur");
	},
	focusThenClick(visitor) {
		visitor.wait(1.5).emit("focus").wait(2).moveOn().click();
	},
	leaveField(visitor) {
		visitor.wait(3).emit("focus").wait(2).emit("blur");
	},
	touchField(visitor) {
		visitor.wait(2).emit("focus").waitExactly(visitor.random.around(0.9, 0.5)).emit("blur");
	},
	blur(visitor) {
		visitor.wait(6).emit("blur");
	},
	idle(visitor) {
		const seconds = visitor.random.around(45, 0.6);
		visitor.waitExactly(seconds).emit("idle", { duration_ms: Math.round(seconds * 1000) });
	},
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;
