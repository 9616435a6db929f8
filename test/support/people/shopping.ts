import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const SHOPPERS: readonly Family[] = [
	{
		name: "shopper_spokes",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/hats");
			person.times(3, 6, (i) => {
				person.wait(5).scroll();
				if (person.random.chance(0.6)) person.wait(3).hover();
				person.wait(3).pointAnywhere().click();
				person.exactly(0.8).open(`/hats/${i}`);
				person.times(1, 3, () => person.wait(8).scroll());
				person.wait(8).back("/hats");
			});
			person.wait(4).scroll();
		},
	},
	{
		name: "two_products",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/x1");
			person.times(1, 2, () => person.wait(9).scroll());
			person.times(2, 4, (i) => {
				person.wait(9).pointAnywhere().click();
				person.exactly(0.5).open(i % 2 ? "/x1" : "/x2");
				person.times(1, 3, () => person.wait(9).scroll());
			});
		},
	},
	{
		name: "gallery",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/g/0");
			person.pointAt(900, 400).wait(4);
			person.times(6, 14, (i) => {
				person.click(2);
				person.exactly(0.1).open(`/g/${i + 1}`);
				person.exactly(person.random.between(0.4, 2.5));
			});
		},
	},
	{
		name: "carousel_bare",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/lux");
			person.wait(4).scroll();
			person.pointAt(1100, 380);
			person.wait(2);
			person.times(4, 9, () => {
				person.click(2);
				person.exactly(person.random.between(0.7, 2.2));
			});
			person.wait(3).pointAnywhere().click();
			person.exactly(0.6).open("/lux/1");
			person.wait(6).scroll();
		},
	},
	{
		name: "stepper_bare",
		right: ["decisive", "browsing", "focused"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/p/4");
			person.wait(6).scroll();
			person.pointAt(500, 500).wait(3);
			person.times(3, 7, () => {
				person.click(1);
				person.exactly(person.random.between(0.25, 0.6));
			});
			person.wait(2).pointAt(600, 650).click();
			person.exactly(0.6).open("/cart");
		},
	},
	{
		name: "card_hover",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/cat");
			person.times(4, 8, () => {
				person.wait(2).hover(person.random.between(1.6, 5));
				if (person.random.chance(0.5)) person.wait(3).scroll();
			});
			if (person.random.chance(0.5)) {
				person.pointAnywhere().click();
				person.exactly(0.7).open("/cat/1");
				person.wait(6).scroll();
			}
		},
	},
	{
		name: "filterer",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/beds");
			person.times(3, 6, (i) => {
				person
					.wait(4)
					.pointAt(120, 200 + i * 45)
					.click();
				person.exactly(0.7).open("/beds");
				person.times(1, 3, () => person.wait(5).scroll());
			});
			person.wait(3).pointAnywhere().click();
			person.exactly(0.7).open("/beds/2");
			person.wait(6).scroll();
		},
	},
	{
		name: "direct_buyer",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/p/1");
			person.wait(3).pointAnywhere().click();
			person.exactly(0.5).open("/cart");
			person.wait(2).pointAnywhere().click();
			person.exactly(0.6).open("/checkout");
			person.wait(2);
			for (let i = 0; i < 4; i++) person.focus().exactly(0.03).blur().exactly(0.02);
			person.wait(2).pointAnywhere().click();
			person.exactly(1).open("/ok");
		},
	},
	{
		name: "recipe_scaler",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/cake");
			person.wait(8).scroll();
			person.pointAt(500, 300);
			person.times(3, 5, () => {
				person.click(2);
				person.exactly(person.random.between(0.4, 0.8));
			});
			person.wait(4).scroll();
			person.wait(12).scroll();
			person.rest(40);
			person.scroll();
		},
	},
	{
		name: "lightbox",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/home");
			person.wait(5).scroll();
			person.times(2, 5, () => {
				person.wait(3).pointAnywhere().click();
				person.wait(6);
				person.pointAt(1180, 40).click();
				person.wait(3).scroll();
			});
		},
	},
	{
		name: "stars",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/review");
			person.wait(4).scroll();
			person.wait(2);
			[0, 26, 52, 26].forEach((d) => {
				person.pointAt(400 + d, 300).click(1);
				person.exactly(person.random.between(0.3, 0.8));
			});
			person.wait(2).focus();
			person.type(8, 1).blur();
			person.exactly(0.3).pointAt(600, 500).click();
		},
	},
	{
		name: "table_comparer",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/spec");
			person.times(6, 12, (i) => {
				person.wait(9).scroll(i % 2 ? "up" : "down", 700, 15);
			});
		},
	},
	{
		name: "job_seeker",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.baymard,
		live: (person) => {
			person.open("/jobs");
			person.times(3, 7, (i) => {
				person.wait(5).scroll();
				person.wait(3).pointAnywhere().click();
				person.exactly(0.6).open(`/jobs/${i}`);
				person.wait(8).scroll();
				person.wait(16).back("/jobs");
			});
		},
	},
];
