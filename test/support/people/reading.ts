import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const READERS: readonly Family[] = [
	{
		name: "reader_long",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open(person.oneOf("/essay", "/a/12", "/story"));
			person.wait(4);
			person.times(4, 14, () => {
				const d = person.random.between(20, 65);
				person.rest(d);
				person.scroll();
			});
		},
	},
	{
		name: "reader_pages",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.times(3, 7, (i) => {
				person.open(`/n/${i}`);
				person.times(2, 6, () => person.wait(8).scroll());
				if (person.random.chance(0.8)) person.wait(4).pointAnywhere().click();
				person.exactly(0.6);
			});
		},
	},
	{
		name: "reader_space",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/long");
			person.times(5, 12, () => person.wait(17).scroll("down", person.random.between(4300, 7000), 8));
		},
	},
	{
		name: "reader_rereads",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/paper");
			person.times(6, 14, () => {
				person.wait(18).scroll();
				if (person.random.chance(0.3)) {
					person.exactly(person.random.between(0.5, 1.8)).scroll("up", 900, 10);
					person.backtrack();
					person.wait(9).scroll();
				}
			});
		},
	},
	{
		name: "toc",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/ref");
			person.times(4, 8, (i) => {
				person
					.wait(8)
					.pointAt(100, 150 + i * 40)
					.click();
				person.exactly(0.3).scroll(person.oneOf("down", "up"), person.random.between(6000, 13000), 30);
				person.wait(9).scroll();
			});
		},
	},
	{
		name: "feed",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/feed");
			person.times(10, 26, () => {
				person
					.wait(3)
					.scroll(person.random.chance(0.93) ? "down" : "up", person.random.between(700, 3500), 3);
				if (person.random.chance(0.12)) person.wait(2).pointAnywhere().click();
			});
		},
	},
	{
		name: "hidden_tab",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/news");
			person.times(1, 3, () => person.wait(8).scroll());
			person.exactly(person.random.between(600, 5000));
			person.times(2, 4, () => person.wait(8).scroll());
			person.pointAnywhere().click();
			person.exactly(0.6).open("/news/2");
			person.wait(8).scroll();
		},
	},
	{
		name: "selector",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/doc");
			person.times(3, 7, () => {
				person.wait(7).scroll();
				person.pointAnywhere();
				person.wait(4);
				for (let i = 0; i < 3; i++) person.click(1, i ? { context: "text_selection" } : {}).exactly(0.18);
			});
		},
	},
	{
		name: "help_reader",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/help");
			person.wait(3).pointAnywhere().click();
			person.exactly(0.6).open("/help/pay");
			person.times(3, 6, () => person.wait(13).scroll());
			person.wait(12).back("/help");
			person.wait(5).pointAnywhere().click();
			person.exactly(0.5).open("/help/ship");
			person.times(2, 4, () => person.wait(13).scroll());
		},
	},
	{
		name: "live_ticker",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/live");
			person.times(3, 6, () => {
				person.wait(8).scroll(person.oneOf("up", "down"), 600, 8);
				person.rest(person.random.between(31, 58));
				person.open("/live");
			});
			person.wait(5).scroll();
		},
	},
	{
		name: "news_grazer",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/");
			person.times(3, 6, (i) => {
				person.wait(5).scroll();
				person.wait(3).pointAnywhere().click();
				person.exactly(0.9).open(`/st/${i}`);
				person.wait(12).scroll();
				if (person.random.chance(0.5)) person.rest(person.random.between(20, 40));
				person.scroll();
				person.wait(9).pointAnywhere().click();
				person.exactly(0.5).open("/");
			});
			person.wait(4).scroll();
		},
	},
	{
		name: "researcher_tabs",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/wiki");
			person.times(4, 8, () => {
				person.exactly(person.random.between(50, 320));
				person.scroll();
				person.wait(7).scroll();
			});
		},
	},
	{
		name: "after_lunch",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/list");
			person.wait(6).scroll();
			person.rest(person.random.between(500, 1500));
			person.times(2, 4, (i) => {
				person.wait(4).scroll();
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6).open(`/list/${i}`);
			});
			person.wait(5).scroll();
		},
	},
	{
		name: "quick_check",
		right: ["browsing", "decisive", "neutral"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/");
			person.wait(4).scroll();
			person.wait(3).pointAnywhere().click();
			person.exactly(0.6).open("/hours");
			if (person.random.chance(0.5)) person.wait(3).scroll();
		},
	},
	{
		name: "bouncer",
		right: ["neutral", "disengaged", "browsing"],
		inTrouble: false,
		source: SOURCES.NNG,
		live: (person) => {
			person.open("/lp");
			person.wait(2).scroll("down", 2400, 60);
			if (person.random.chance(0.6)) person.wait(2).scroll("up", 1600, 30);
		},
	},
];
