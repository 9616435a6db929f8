import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const WATCHERS: readonly Family[] = [
	{
		name: "video",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open(person.oneOf("/watch", "/v/81", "/clip"));
			if (person.random.chance(0.5)) person.wait(3).scroll();
			person.wait(4).pointAnywhere().click();
			person.rest(person.random.between(130, 900));
		},
	},
	{
		name: "course",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.times(2, 4, (i) => {
				person.open(`/lesson/${i}`);
				person.wait(3).pointAnywhere().click();
				person.rest(person.random.between(65, 400));
				person.pointAnywhere().click();
				person.exactly(0.5);
			});
		},
	},
	{
		name: "podcast",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/radio");
			person.wait(3).pointAnywhere().click();
			person.rest(person.random.between(30, 130));
			person.times(2, 5, (i) => {
				person.scroll();
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6).open(`/ep/${i}`);
				person.wait(5).scroll();
				if (person.random.chance(0.6)) person.rest(person.random.between(31, 100));
			});
			person.scroll();
		},
	},
	{
		name: "cook",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/soup");
			person.times(1, 3, () => person.wait(5).scroll());
			person.times(2, 5, () => {
				person.rest(person.random.between(35, 170));
				person.scroll(person.random.chance(0.75) ? "down" : "up");
				if (person.random.chance(0.4)) person.wait(3).scroll();
			});
		},
	},
	{
		name: "dashboard",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/board");
			person.wait(4).pointAnywhere().click();
			person.times(2, 5, () => {
				person.rest(person.random.between(40, 260));
				if (person.random.chance(0.4)) person.error("poll");
				if (person.random.chance(0.6)) person.pointAnywhere().click();
				else person.scroll();
			});
			person.wait(5).hover(2);
			person.pointAnywhere().click();
		},
	},
	{
		name: "lyrics_player",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/song");
			person.wait(3).pointAnywhere().click();
			person.times(3, 6, () => {
				person.rest(person.random.between(20, 45));
				person.scroll("down", 500, 6);
			});
		},
	},
	{
		name: "podcast_jogger",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/pod");
			person.wait(4).scroll();
			person.wait(3).pointAt(300, 300).click();
			person.rest(person.random.between(250, 900));
		},
	},
	{
		name: "failing_ads_video",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/clip9");
			person.wait(3).pointAt(600, 400).click();
			person.exactly(0.2).error("vast");
			person.rest(person.random.between(130, 500));
		},
	},
	{
		name: "auction_watch",
		right: ["browsing", "focused", "decisive"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/lot");
			person.times(3, 6, () => {
				person.rest(person.random.between(31, 59));
				person.scroll(person.oneOf("up", "down"), 500, 4);
				if (person.random.chance(0.3)) person.exactly(1).error("socket");
			});
			person.pointAnywhere().click();
		},
	},
	{
		name: "slides",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.media,
		live: (person) => {
			person.open("/deck");
			person.wait(4).pointAt(1150, 600);
			person.times(5, 10, () => {
				person.click(3);
				const d = person.random.between(14, 45);
				person.rest(d);
			});
			person.click(3);
		},
	},
];
