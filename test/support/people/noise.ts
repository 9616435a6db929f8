import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const AMID_NOISE: readonly Family[] = [
	{
		name: "poll_reader",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/docs");
			const per = person.random.between(6, 25);
			let next = per;
			person.times(6, 12, () => {
				person.wait(11);
				for (; next < person.now; next += per) person.meanwhile(next, () => person.error("Failed to fetch"));
				person.scroll();
			});
		},
	},
	{
		name: "thirdparty_shop",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.times(3, 6, (i) => {
				person.open(`/shop/${i}`);
				if (person.random.chance(0.8)) {
					person.exactly(person.random.between(0.2, 1.5)).error("widget");
					if (person.random.chance(0.5)) person.exactly(0.4).error("ads");
				}
				person.times(1, 3, () => person.wait(6).scroll());
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6);
			});
		},
	},
	{
		name: "extension_noise",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/blog");
			person.times(3, 7, () => {
				person.wait(9).scroll();
				person.times(0, 2, () => person.exactly(person.random.between(1, 4)).error("ext"));
			});
			person.wait(5).scroll();
		},
	},
	{
		name: "storm_then_read",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/mag");
			person.times(5, 20, () =>
				person.exactly(person.random.between(0.02, 0.3)).error(person.oneOf("a", "b")),
			);
			person.times(4, 9, () => person.wait(10).scroll());
		},
	},
	{
		name: "hydration",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/h0");
			person.times(3, 6, (i) => {
				person.exactly(person.random.between(0.2, 0.9)).error("Hydration failed");
				person.times(1, 3, () => person.wait(6).scroll());
				person.wait(4).pointAnywhere().click();
				person.exactly(0.6).open(`/h${i + 1}`);
			});
			person.wait(5).scroll();
		},
	},
	{
		name: "tracking_blocked",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/b0");
			person.times(4, 7, (i) => {
				person.wait(6).scroll();
				person.wait(4).pointAnywhere().click();
				person.exactly(0.08).error("net::ERR_BLOCKED");
				person.exactly(0.5).open(`/b${i + 1}`);
			});
			person.wait(5).scroll();
		},
	},
	{
		name: "scroll_errors",
		right: ["browsing"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/mag2");
			person.times(5, 10, () => {
				person.wait(8).scroll();
				if (person.random.chance(0.6)) person.exactly(0.2).error("observer");
			});
		},
	},
	{
		name: "admin_noise",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.noise,
		live: (person) => {
			person.open("/adm");
			person.times(8, 16, (i) => {
				person.wait(2).pointAnywhere().click();
				if (person.random.chance(0.3)) person.exactly(0.3).open(`/adm/${i}`);
				if (person.random.chance(0.25)) person.exactly(person.random.between(0.5, 4)).error("ws closed");
			});
		},
	},
];
