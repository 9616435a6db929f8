import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const LOST: readonly Family[] = [
	{
		name: "pogo",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/search");
			person.times(3, 6, (i) => {
				person
					.wait(4)
					.pointAt(300, 200 + i * 60)
					.click();
				person.exactly(0.5).open(`/r${i}`);
				if (person.random.chance(0.7))
					person.exactly(1.3).scroll("down", person.random.between(2500, 6500), 50);
				person.exactly(person.random.between(1, 4)).back("/search");
			});
		},
	},
	{
		name: "refiner",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/search");
			person.times(3, 6, () => {
				person.wait(3).focus();
				person.type(4, person.random.chance(0.3) ? 1 : 0).blur();
				person.exactly(0.2).press();
				person.exactly(0.7).open("/search");
				person.wait(2).scroll("down", person.random.between(1500, 5000), 30);
				if (person.random.chance(0.5)) person.wait(1.5).scroll("up", 3000, 30);
			});
		},
	},
	{
		name: "page_cycle",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			const ps = ["/", "/a", "/b", "/c"].slice(0, person.random.whole(3, 4));
			person.times(2, 3, () =>
				ps.forEach((u) => {
					person.open(u);
					if (person.random.chance(0.5)) person.wait(3).scroll();
					if (person.random.chance(0.3)) person.wait(1).hover(2.5);
					person.wait(4).pointAnywhere().click();
					person.exactly(0.6);
				}),
			);
			person.open("/");
		},
	},
	{
		name: "login_wall",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/");
			person.times(3, 5, (i) => {
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6).open(`/w${i}`);
				person.exactly(0.3).open("/signin");
				person.wait(3);
				if (person.random.chance(0.4)) person.hover(2);
				person.back("/");
			});
		},
	},
	{
		name: "menu_lost",
		right: ["confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/");
			person.times(2, 4, (i) => {
				person.times(2, 3, () => person.wait(2).hover(person.random.between(2, 5)));
				if (person.random.chance(0.7)) {
					person.wait(2).scroll("down", 1000, 40);
					person.exactly(1).scroll("up", 1000, 40).backtrack();
				}
				person.wait(3).pointAnywhere().click();
				person.exactly(0.5).open(`/m${i}`);
				person.wait(4).scroll();
				person.wait(3).back("/");
			});
			person.wait(3).hover(4);
		},
	},
	{
		name: "scrandom",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/faq");
			person.times(5, 11, (i) => {
				person.wait(1.5).scroll(i % 2 ? "up" : "down", person.random.between(2200, 6500), 40);
				if (person.random.chance(0.4)) person.backtrack();
			});
			if (person.random.chance(0.5)) person.wait(2).hover(3);
		},
	},
	{
		name: "form_confused",
		right: ["confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/claim");
			person.wait(4);
			person.times(3, 6, () => {
				person.focus();
				if (person.random.chance(0.6)) {
					person.type(7, 1, [4, 11]);
				} else person.exactly(person.random.between(0.6, 2.5));
				person.blur();
				if (person.random.chance(0.6)) person.hover(person.random.between(2, 5));
				if (person.random.chance(0.4)) person.wait(2).scroll(person.oneOf("up", "down")).backtrack();
				person.wait(2);
			});
		},
	},
	{
		name: "zero_results",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/flats");
			person.times(4, 7, (i) => {
				person
					.wait(2)
					.pointAt(120, 200 + (i % 3) * 40)
					.click();
				person.exactly(1).scroll("down", 3500, 20);
				person.exactly(0.9).scroll("up", 3500, 20);
				if (person.random.chance(0.4)) person.backtrack();
			});
		},
	},
	{
		name: "hesitant_buyer",
		right: ["confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/plans");
			person.times(3, 5, () => {
				person.wait(3).hover(person.random.between(2.5, 6));
				person.wait(2).scroll(person.oneOf("down", "up"), 900, 15);
				if (person.random.chance(0.5)) person.backtrack();
				person.wait(2).hover(person.random.between(2.5, 6));
			});
			if (person.random.chance(0.5)) {
				person.wait(5).pointAnywhere().click();
				person.exactly(0.5).open("/plans/a");
				person.wait(3).back("/plans");
				person.wait(2).hover(4);
			}
		},
	},
	{
		name: "spa_search",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/kb");
			person.times(4, 6, () => {
				person.wait(2).focus();
				person.type(4, person.random.chance(0.4) ? 1 : 0).blur();
				person.exactly(0.1).press();
				person.wait(1.5).scroll("down", 3000, 30);
				person.exactly(1).scroll("up", 3500, 30);
			});
		},
	},
	{
		name: "help_hunt",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			const u = ["/help", "/faq", "/contact", "/help", "/faq", "/help", "/contact"];
			u.forEach((x) => {
				person.open(x);
				if (person.random.chance(0.7)) person.wait(2).scroll("down", 2500, 40);
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6);
			});
			person.open("/faq");
		},
	},
	{
		name: "confused_elder",
		right: ["confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/bank");
			person.times(5, 8, () => {
				person.wait(2).hover(person.random.between(4, 8));
				if (person.random.chance(0.5)) person.wait(2).scroll(person.oneOf("up", "down"), 400, 8);
				if (person.random.chance(0.4)) person.backtrack();
			});
		},
	},
	{
		name: "wizard_lost",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			[1, 2, 1, 2, 3, 2, 1, 2].forEach((i) => {
				person.open(`/w/${i}`);
				if (person.random.chance(0.4)) person.wait(2).hover(2);
				person.wait(4).pointAnywhere().click();
				person.exactly(0.5);
			});
			person.open("/w/1");
		},
	},
	{
		name: "toggle_lang",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.times(3, 5, () => {
				person.open("/en");
				person.wait(3).pointAnywhere().click();
				person.exactly(0.5).open("/de");
				person.wait(3).report("back_nav");
				person.exactly(0.1);
			});
			person.open("/en");
		},
	},
	{
		name: "dropdown_hunt",
		right: ["confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			person.open("/gov");
			person.times(4, 7, () => {
				person.wait(2).hover(person.random.between(2, 5));
				person.wait(2).scroll(person.oneOf("down", "up"), 1500, 25);
				if (person.random.chance(0.6)) person.backtrack();
			});
			person.pointAnywhere().click();
			person.exactly(0.6).open("/gov/1");
			person.wait(3).back("/gov");
			person.wait(2).hover(3);
		},
	},
	{
		name: "store_finder_lost",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			const u = ["/stores", "/about", "/contact", "/stores", "/help", "/about", "/stores"];
			u.forEach((x, i) => {
				person.open(x);
				person.wait(2).scroll("down", 2200, 40);
				if (i % 3 === 2) {
					person.wait(1.5);
					person.report("back_nav");
					person.exactly(0.1);
				} else {
					person.wait(2).pointAnywhere().click();
					person.exactly(0.6);
				}
			});
			person.open("/contact");
		},
	},
	{
		name: "cancel_maze",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.lost,
		live: (person) => {
			const u = [
				"/acc",
				"/acc/plan",
				"/acc/plan/stay",
				"/acc/plan",
				"/acc",
				"/acc/plan",
				"/acc/plan/stay",
				"/acc/plan",
			];
			u.forEach((x) => {
				person.open(x);
				if (person.random.chance(0.4)) person.wait(2).hover(2.5);
				person.wait(3).pointAnywhere().click();
				person.exactly(0.6);
			});
			person.open("/acc");
		},
	},
];
