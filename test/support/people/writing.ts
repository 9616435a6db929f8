import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const WRITERS: readonly Family[] = [
	{
		name: "writer_long",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/new");
			person.wait(2).pointAnywhere().click();
			person.exactly(0.1).focus();
			person.type(60, person.random.whole(5, 20), [2.1, 11]);
		},
	},
	{
		name: "writer_source",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/write");
			person.wait(3).focus();
			person.times(2, 5, () => {
				person.type(25, person.random.whole(1, 3), [2.2, 8]);
				person.blur();
				person.times(1, 2, () => person.wait(4).scroll(person.oneOf("down", "up")));
				person.wait(5).pointAnywhere().click();
				person.exactly(0.1).focus();
			});
			person.type(15, 2);
		},
	},
	{
		name: "chatter",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/chat");
			person.wait(3).focus();
			person.pointAt(900, 720);
			person.times(4, 9, () => {
				person.type(8, person.random.whole(0, 2));
				if (person.random.chance(0.5)) person.click();
				else person.press();
				person.exactly(person.random.between(5, 30));
				if (person.random.chance(0.3)) person.rest(person.random.between(30, 50));
			});
		},
	},
	{
		name: "coder",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/ide/x");
			person.wait(2).pointAnywhere().click();
			person.exactly(0.1).focus();
			person.times(4, 9, () => {
				person.type(14, person.random.whole(1, 3), [2, 12]);
				if (person.random.chance(0.35)) person.rest(person.random.between(31, 70));
				if (person.random.chance(0.3)) person.error("lint worker");
				if (person.random.chance(0.5)) person.pointAnywhere().click();
			});
			person.type(8, 1);
		},
	},
	{
		name: "poet",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/poem");
			person.wait(3).focus();
			person.times(3, 6, () => {
				person.type(6, 1, [9, 28]);
				if (person.random.chance(0.4)) person.rest(person.random.between(31, 80));
			});
			person.type(4, 1);
		},
	},
	{
		name: "translator",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/t");
			person.wait(2).focus();
			person.times(3, 7, () => {
				person.type(10, person.random.whole(0, 2), [2, 6]);
				person.rest(person.random.between(8, 36));
			});
			person.type(6, 1);
		},
	},
	{
		name: "lecture_notes",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/lec");
			person.wait(3).pointAt(600, 300).click();
			person.times(3, 5, () => {
				person.rest(person.random.between(20, 70));
				person.pointAnywhere().click();
				person.exactly(0.1).focus();
				person.type(8, person.random.whole(1, 2), [2, 7]);
				person.blur();
			});
			person.rest(35);
		},
	},
	{
		name: "autosave_writer",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.keystrokes,
		live: (person) => {
			person.open("/doc/9");
			person.wait(2).pointAnywhere().click();
			person.exactly(0.1).focus();
			person.times(4, 9, () => {
				person.type(12, person.random.whole(1, 2), [2, 8]);
				if (person.random.chance(0.6)) person.error("autosave 503");
			});
			person.type(6, 1);
		},
	},
];
