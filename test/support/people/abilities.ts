import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const ABILITIES: readonly Family[] = [
	{
		name: "screen_reader",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/a0");
			person.times(4, 9, (i) => {
				person.times(0, 3, () => {
					person.wait(1.5).focus();
					person.exactly(person.random.between(0.4, 2)).blur();
				});
				person.wait(7);
				if (person.random.chance(0.25)) person.rest(person.random.between(31, 55));
				person.press();
				if (person.random.chance(0.6)) person.exactly(0.5).open(`/a${i + 1}`);
			});
		},
	},
	{
		name: "switch_user",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/");
			person.times(4, 8, (i) => {
				const d = person.random.between(12, 40);
				person.rest(d);
				person.press();
				if (person.random.chance(0.5)) person.exactly(0.6).open(`/s${i}`);
				else {
					if (person.random.chance(0.5)) return;
					person.exactly(0.2).focus();
					person.rest(person.random.between(14, 38));
					person.blur();
				}
			});
		},
	},
	{
		name: "tremor_double",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.times(3, 6, (i) => {
				person.open(`/q${i}`);
				person.times(1, 3, () => person.wait(7).scroll());
				person.wait(6).pointAnywhere().click();
				person.exactly(person.random.between(0.12, 0.3)).click(5);
				person.exactly(1.2);
			});
		},
	},
	{
		name: "tremor_triple",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.times(3, 6, (i) => {
				person.open(`/q${i}`);
				person.times(1, 3, () => person.wait(7).scroll());
				person.wait(6).pointAnywhere().click();
				person.exactly(person.random.between(0.09, 0.25)).click(5);
				person.exactly(person.random.between(0.09, 0.25)).click(5);
				person.exactly(1.2);
			});
			person.open("/qz");
			person.wait(6).scroll();
		},
	},
	{
		name: "keyboarder",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/k");
			person.times(5, 10, (i) => {
				person.wait(3).press();
				if (person.random.chance(0.55)) person.exactly(0.3).open(`/k${i}`);
				else if (person.random.chance(0.5)) {
					person.exactly(0.2).focus();
					person.wait(4).blur();
				}
			});
		},
	},
	{
		name: "voice_control",
		right: ["decisive", "browsing", "focused"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/");
			person.times(5, 9, (i) => {
				person.wait(12).pointAnywhere().click(0);
				if (person.random.chance(0.6)) person.exactly(0.7).open(`/vc${i}`);
				else person.wait(3).scroll();
			});
		},
	},
	{
		name: "braille_reader",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/art");
			person.times(4, 9, () => {
				person.rest(person.random.between(25, 90));
				if (person.random.chance(0.7)) person.scroll("down", 1500, 4);
				else person.press();
			});
		},
	},
	{
		name: "eye_tracker",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.open("/");
			person.times(4, 8, (i) => {
				person.wait(4).hover(person.random.between(1.6, 3));
				person.exactly(0.3).click(6);
				person.exactly(0.7).open(`/et${i}`);
				person.wait(6).scroll();
			});
		},
	},
	{
		name: "magnifier",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.abilities,
		live: (person) => {
			person.times(2, 4, (i) => {
				person.open(`/m${i}`);
				person.times(3, 6, () => {
					if (person.random.chance(0.5)) person.wait(5).hover(person.random.between(2, 7));
					person.wait(7).scroll(person.random.chance(0.8) ? "down" : "up", 400, 6);
				});
				person.pointAnywhere().click();
				person.exactly(0.7);
			});
		},
	},
];
