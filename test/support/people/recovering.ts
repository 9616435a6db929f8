import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const RECOVERING: readonly Family[] = [
	{
		name: "recovered",
		right: ["browsing", "decisive", "focused"],
		inTrouble: false,
		recovers: true,
		source: SOURCES.recovery,
		live: (person) => {
			person.open("/checkout");
			person.wait(6).pointAt(400, 400);
			person.times(3, 6, () => {
				person.click();
				person.exactly(0.3);
			});
			person.times(1, 3, () => {
				person.wait(3).click();
				person.exactly(0.5).error("Payment failed");
			});
			person.wait(10).pointAt(600, 700).click();
			person.exactly(1.2).open("/done");
			person.times(1, 3, () => person.wait(8).scroll());
			person.times(1, 4, (i) => {
				person.wait(6).pointAnywhere().click();
				person.exactly(0.6).open(`/s${i}`);
				person.times(1, 3, () => person.wait(8).scroll());
			});
		},
	},
	{
		name: "login_recovered",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		recovers: true,
		source: SOURCES.recovery,
		live: (person) => {
			person.open("/login");
			person.times(2, 3, () => {
				person.wait(2).fill(4);
				person.pointAt(600, 500).click();
				person.exactly(0.6).error("401");
			});
			person.wait(3).fill(5);
			person.pointAt(600, 500).click();
			person.exactly(0.9).open("/home");
			person.times(3, 6, (i) => {
				person.wait(4).pointAnywhere().click();
				if (person.random.chance(0.5)) person.exactly(0.5).open(`/h${i}`);
				else person.wait(4).scroll();
			});
		},
	},
	{
		name: "reset_ok",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		recovers: true,
		source: SOURCES.recovery,
		live: (person) => {
			person.open("/login");
			person.times(1, 2, () => {
				person.wait(2).fill(4).fill(4);
				person.pointAt(600, 480).click();
				person.exactly(0.7).open("/login");
			});
			person.wait(3).pointAnywhere().click();
			person.exactly(0.6).open("/reset");
			person.wait(3).fill(5).fill(5);
			person.click();
			person.exactly(0.8).open("/home");
			person.times(2, 4, (i) => {
				person.wait(4).pointAnywhere().click();
				person.exactly(0.5).open(`/ho${i}`);
				person.wait(5).scroll();
			});
		},
	},
	{
		name: "declined_then_paid",
		right: ["browsing", "focused", "decisive"],
		inTrouble: false,
		recovers: true,
		source: SOURCES.recovery,
		live: (person) => {
			person.open("/pay");
			person.wait(3);
			person.times(3, 4, () => person.fill());
			person.pointAt(600, 700);
			person.times(2, 2, () => {
				person.click();
				person.exactly(0.6).error("declined");
				person.wait(4).fill(6);
			});
			person.wait(1).click();
			person.exactly(1.4).open("/thanks");
			person.times(2, 4, () => person.wait(12).scroll());
		},
	},
	{
		name: "second_try_ok",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		recovers: true,
		source: SOURCES.recovery,
		live: (person) => {
			person.open("/up");
			person.wait(3).pointAnywhere().click();
			person.exactly(1.5).error("timeout");
			person.wait(4).click();
			person.exactly(2).open("/up/ok");
			person.wait(5).scroll();
			person.wait(8).scroll();
		},
	},
];
