import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const FORM_FILLERS: readonly Family[] = [
	{
		name: "login",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/login");
			person.wait(2).focus();
			person.type(4).blur();
			person.exactly(0.1).focus();
			person.type(4).blur();
			person.exactly(0.3).pointAnywhere().click();
			person.exactly(0.8).open("/home");
		},
	},
	{
		name: "long_form",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/apply");
			person.wait(3);
			person.times(6, 14, () => person.fill(person.random.between(3, 9), person.random.chance(0.2) ? 1 : 0));
		},
	},
	{
		name: "corrected_once",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/pay");
			person.wait(3);
			person.times(3, 5, () => person.fill());
			person.pointAt(600, 700);
			person.wait(1.5).click();
			person.exactly(0.3);
			if (person.random.chance(0.6)) person.error("Card");
			person.wait(2).fill(5, 1);
			person.wait(1).pointAt(600, 700).click();
			person.exactly(1.5).open("/thanks");
			person.wait(4).scroll();
		},
	},
	{
		name: "wizard",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.times(3, 5, (i) => {
				person.open(`/step/${i}`);
				person.wait(2);
				person.times(2, 4, () => person.fill(4));
				person.pointAt(640, 690).wait(1).click();
				person.exactly(0.7);
			});
			person.open("/step/end");
		},
	},
	{
		name: "survey",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/survey");
			person.times(6, 14, (i) => {
				person.wait(3.5).pointAt(300 + (i % 5) * 60, 200 + i * 35);
				person.focus();
				person.exactly(0.02).click();
				if (person.random.chance(0.7)) {
					person.wait(2).blur();
					person.exactly(0.02);
				}
				if (person.random.chance(0.3)) person.scroll();
			});
		},
	},
	{
		name: "list_adder",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/todo");
			person.pointAt(800, 200);
			person.times(4, 8, () => {
				person.wait(1).focus();
				person.type(4);
				person.blur();
				person.exactly(0.1).click();
			});
		},
	},
	{
		name: "calendar_bare",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/book");
			person.wait(3).fill(3);
			person.pointAt(720, 300);
			person.times(3, 6, () => {
				person.click(2);
				person.exactly(person.random.between(0.4, 0.9));
			});
			person.wait(2).pointAt(600, 420).click();
			person.wait(2).pointAt(640, 460).click();
			person.wait(2).fill(4);
			person.wait(1).pointAt(640, 700).click();
			person.exactly(0.8).open("/book/2");
		},
	},
	{
		name: "pin_pad",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/pin");
			person.wait(2);
			const same = person.random.chance(0.4);
			person.times(4, 6, () => {
				person
					.pointAt(
						500 + (same ? 0 : person.random.whole(0, 2) * 60),
						400 + (same ? 0 : person.random.whole(0, 2) * 60),
					)
					.click(2);
				person.exactly(person.random.between(0.25, 0.6));
			});
			person.exactly(0.5).open("/account");
			person.wait(3).pointAnywhere().click();
		},
	},
	{
		name: "slow_form",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/tax");
			person.wait(5);
			person.times(4, 9, () => {
				person.focus();
				person.type(14, person.random.whole(1, 3), [2.5, 9]);
				if (person.random.chance(0.2)) person.rest(person.random.between(31, 50));
				person.blur();
				person.wait(2);
			});
		},
	},
	{
		name: "pay_iframe",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/pay");
			person.wait(2);
			person.times(3, 5, () => person.fill(4));
			person.rest(person.random.between(31, 58));
			person.pointAt(600, 640).click();
			person.exactly(1.5).open("/thank-you");
		},
	},
	{
		name: "file_uploader",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/send");
			person.wait(2).pointAnywhere().click();
			person.exactly(0.1).focus();
			person.rest(person.random.between(20, 45));
			person.blur();
			person.exactly(0.2).fill(6, 1);
			person.wait(2).pointAnywhere().click();
			person.exactly(2).open("/sent");
		},
	},
	{
		name: "settings",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/settings");
			person.times(4, 9, () => {
				person.wait(3).pointAnywhere();
				person.focus();
				person.exactly(0.02).click();
				person.wait(1.2).blur();
				if (person.random.chance(0.3)) person.wait(1).scroll();
			});
			person.wait(1).pointAt(900, 720).click();
		},
	},
	{
		name: "otp",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/code");
			person.wait(6).focus();
			for (let i = 0; i < 5; i++) {
				person.exactly(person.random.between(0.2, 0.5)).blur();
				person.exactly(0.01).focus();
			}
			person.exactly(0.4).blur();
			person.exactly(0.6).open("/in");
			person.wait(2).pointAnywhere().click();
		},
	},
	{
		name: "address_lookup",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/addr");
			person.wait(2);
			person.times(3, 5, () => {
				person.focus().type(4, person.random.chance(0.4) ? 1 : 0);
				person.pointAnywhere().click();
				person.exactly(0.2).blur();
				person.wait(1);
			});
			person.pointAnywhere().click();
		},
	},
	{
		name: "date_scroller",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/visa");
			person.wait(3).fill(4).fill(4);
			person.focus();
			person.pointAt(300, 400);
			person.times(4, 8, () => {
				person.click(2, { context: "stepper" });
				person.exactly(0.3);
			});
			person.blur();
			person.exactly(0.1).fill(4);
		},
	},
	{
		name: "bank_user",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/b/login");
			person.wait(2).fill(3).fill(3);
			person.pointAnywhere().click();
			person.exactly(1).open("/b/home");
			person.wait(4).pointAnywhere().click();
			person.exactly(0.7).open("/b/acc");
			person.wait(6).scroll();
			person.wait(4).pointAnywhere().click();
			person.exactly(0.7).open("/b/pay");
			person.wait(3).fill(4).fill(4).fill(3);
			person.pointAnywhere().click();
			person.exactly(1).open("/b/done");
		},
	},
	{
		name: "hr_form_saved",
		right: ["focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/cv");
			person.wait(3);
			person.times(2, 3, () => {
				person.times(3, 5, () => person.fill(6, person.random.chance(0.4) ? 1 : 0));
				person.pointAt(900, 80).click();
				person.wait(2);
			});
			person.fill(5);
		},
	},
	{
		name: "seat_picker",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/seats");
			person.wait(4);
			person.times(4, 9, () => {
				person.pointAt(person.random.whole(300, 800), person.random.whole(200, 500)).click();
				person.wait(2);
			});
			person.pointAt(900, 700).click();
			person.exactly(0.9).open("/seats/pay");
		},
	},
	{
		name: "arrow_radios",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: SOURCES.forms,
		live: (person) => {
			person.open("/quiz");
			person.times(4, 7, () => {
				person.wait(3).focus();
				person.times(1, 4, () => {
					person.exactly(person.random.between(0.25, 0.6)).press();
				});
				person.wait(1.5).blur();
				person.exactly(0.05);
			});
		},
	},
];
