import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const APP_USERS: readonly Family[] = [
	{
		name: "map",
		right: ["browsing", "decisive", "focused"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/find");
			person.times(3, 6, () => {
				person.pointAt(1150, 600);
				person.times(1, 4, () => {
					person.click(1);
					person.exactly(person.random.between(0.3, 0.9));
				});
				person.wait(3);
				if (person.random.chance(0.6)) person.pointAnywhere().click();
				person.wait(3);
			});
			person.pointAnywhere().click();
			person.exactly(0.7).open("/find/3");
		},
	},
	{
		name: "clicker_game",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/play");
			person.wait(2).pointAt(400, 300);
			person.times(22, 70, () => {
				person.click(6);
				person.exactly(person.random.between(0.12, 0.4));
			});
		},
	},
	{
		name: "board_game",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/sudoku");
			person.wait(2);
			person.times(12, 30, () => {
				person.pointAt(person.random.whole(300, 700), person.random.whole(100, 500)).click();
				person.wait(person.oneOf(0.6, 1.4, 3));
			});
		},
	},
	{
		name: "power_user",
		right: ["decisive"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/app");
			person.times(7, 16, (i) => {
				person.exactly(person.random.between(0.8, 2.2)).pointAnywhere().click();
				if (person.random.chance(0.4)) person.exactly(0.25).open(`/app/${i}`);
			});
		},
	},
	{
		name: "bulk_admin",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/orders");
			person.wait(2);
			person.times(6, 14, (i) => {
				person.pointAt(60, 150 + i * 42).focus();
				person.exactly(0.02).click(1);
				person.exactly(person.random.between(0.4, 1.1)).blur();
			});
			person.pointAt(900, 100).click();
			person.exactly(0.7);
			if (person.random.chance(0.5)) person.open("/orders/done");
		},
	},
	{
		name: "spreadsheet",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/sheet");
			person.wait(2);
			person.times(6, 14, () => {
				person.pointAnywhere().click();
				person.exactly(0.1).focus();
				person.type(4, person.random.chance(0.3) ? 1 : 0);
				person.blur();
				person.exactly(0.05);
			});
		},
	},
	{
		name: "toolbar",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/mail/new");
			person.wait(2).focus();
			person.type(9, 2, [2, 6]);
			person.times(1, 3, () => {
				[0, 26, 52].forEach((d) => {
					person.pointAt(200 + d, 90).click(1);
					person.exactly(0.4);
				});
				person.type(9, 1, [2, 6]);
			});
		},
	},
	{
		name: "switches",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/prefs");
			person.wait(3);
			person.times(3, 5, () => {
				person.pointAt(800, 200).click(1);
				person.exactly(person.random.between(0.5, 1.4));
			});
			person.wait(2).pointAt(800, 260).click();
			person.wait(2).pointAt(800, 330).click();
			person.wait(3).scroll();
		},
	},
	{
		name: "photo_editor",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/edit");
			person.wait(3);
			person.times(10, 22, () => {
				person.pointAt(person.random.whole(400, 620), person.random.whole(250, 450)).click();
				person.wait(2.2);
				if (person.random.chance(0.15)) person.hover(2);
			});
		},
	},
	{
		name: "quiz_next",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/maths");
			person.times(5, 10, () => {
				person
					.wait(6)
					.pointAt(300 + person.random.whole(0, 3) * 120, 400)
					.click();
				person.wait(1.2).pointAt(640, 640).click();
			});
		},
	},
	{
		name: "flashcards",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/cards");
			person.wait(3).pointAt(500, 400);
			person.times(9, 18, () => {
				person.click(8);
				person.wait(4);
			});
		},
	},
	{
		name: "undo_redo",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.apps,
		live: (person) => {
			person.open("/draw");
			person.wait(3);
			person.times(3, 6, () => {
				person.times(2, 4, () => {
					person.pointAt(person.random.whole(300, 800), person.random.whole(200, 500)).click();
					person.wait(1.5);
				});
				person.pointAt(120, 60);
				person.times(2, 3, () => {
					person.click(1);
					person.exactly(person.random.between(0.4, 0.9));
				});
			});
		},
	},
];
