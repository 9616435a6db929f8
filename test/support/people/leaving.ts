import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const LEAVING: readonly Family[] = [
	{
		name: "walk_away",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/");
			if (person.random.chance(0.7)) person.wait(6).open("/a");
			person.times(0, 3, () => person.wait(4).scroll());
			person.rest(person.random.between(130, 1000));
		},
	},
	{
		name: "abandoner",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/signup");
			person.wait(3);
			person.times(2, 4, () => person.fill(5));
			if (person.random.chance(0.5)) person.focus().type(6, 1, [3, 8]).blur();
			person.rest(person.random.between(61, 130));
			if (person.random.chance(0.5)) person.report("back_nav");
		},
	},
	{
		name: "parker",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/offer");
			person.wait(3).scroll();
			person.times(2, 3, () => {
				person.rest(person.random.between(125, 300));
				if (person.random.chance(0.4)) person.scroll("down", 2500, 30);
			});
			person.rest(person.random.between(125, 300));
		},
	},
	{
		name: "fading",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.times(1, 3, (i) => {
				person.open(`/z${i}`);
				person.times(1, 3, () => person.wait(8).scroll());
				person.pointAnywhere().click();
				person.exactly(0.5);
			});
			person.open("/zz");
			person.wait(4).scroll();
			person.rest(person.random.between(250, 1000));
		},
	},
	{
		name: "blur_leaver",
		right: ["disengaged", "confused"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/contact");
			person.times(2, 4, () => {
				person.wait(3).focus();
				person.exactly(person.random.between(1, 3)).blur();
				person.wait(4);
			});
			person.rest(person.random.between(31, 130));
		},
	},
	{
		name: "gave_up",
		right: ["disengaged", "frustrated"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/try");
			person.wait(3).pointAt(500, 500);
			person.times(2, 4, () => {
				person.click();
				person.exactly(0.4);
				if (person.random.chance(0.6)) person.error("nope");
				person.wait(2);
			});
			person.rest(person.random.between(125, 500));
		},
	},
	{
		name: "returning_parker",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/deal");
			person.wait(4).scroll();
			person.rest(person.random.between(125, 200));
			person.scroll("up", 900, 10);
			person.rest(person.random.between(500, 1000));
		},
	},
	{
		name: "window_leaver",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/w");
			person.wait(3).scroll("down", 2000, 40);
			person.wait(2).scroll("up", 2500, 40);
			person.rest(person.random.between(65, 260));
		},
	},
	{
		name: "left_midform",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/quote");
			person.wait(4).fill(5).fill(6);
			person.focus().type(5);
			person.rest(person.random.between(130, 400));
		},
	},
	{
		name: "bored_scroller",
		right: ["disengaged"],
		inTrouble: true,
		source: SOURCES.leaving,
		live: (person) => {
			person.open("/x");
			person.wait(2).scroll("down", 2800, 50);
			person.wait(2).scroll("down", 2800, 40);
			person.rest(person.random.between(70, 300));
		},
	},
];
