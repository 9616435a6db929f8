import type { Family } from "./person.ts";
import { SOURCES } from "./sources.ts";

export const FAILING: readonly Family[] = [
	{
		name: "dead_rage",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/");
			person.wait(9).pointAnywhere();
			if (person.random.chance(0.4)) person.scroll();
			person.times(1, 3, () => {
				person.times(4, 9, () => {
					person.click();
					person.exactly(person.random.between(0.15, 0.5));
				});
				person.wait(2.5);
			});
		},
	},
	{
		name: "dead_slow",
		right: ["frustrated", "confused"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/x");
			person.wait(5).pointAnywhere();
			person.times(4, 7, () => {
				person.click(4);
				person.exactly(person.random.between(1.3, 5));
			});
			if (person.random.chance(0.5)) person.scroll("up");
			person.wait(2).click(4);
		},
	},
	{
		name: "submit_js_error",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/order");
			person.wait(3);
			person.times(2, 4, () => person.fill(5));
			person.pointAt(600, 700);
			person.times(3, 5, () => {
				person.wait(3).click();
				person.exactly(person.random.between(0.1, 1.5)).error("500");
				if (person.random.chance(0.4)) person.wait(2).fill(3);
			});
		},
	},
	{
		name: "validation_loop",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/join");
			person.wait(3);
			person.times(3, 5, () => person.fill(5));
			person.pointAt(600, 700).click();
			person.times(3, 5, () => {
				person.wait(2.5);
				if (person.random.chance(0.3)) person.hover(2);
				person.fill(3, person.random.chance(0.4) ? 1 : 0);
				person.pointAt(600, 700).wait(1).click();
			});
		},
	},
	{
		name: "returned_form",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/register");
			person.wait(3);
			person.times(3, 5, (i) => {
				person.times(1, 3, () => person.fill(i ? 3 : 5));
				person.pointAt(600, 720).wait(1).click();
				person.exactly(0.8).open("/register");
				if (person.random.chance(0.5)) person.wait(2).scroll();
				person.wait(2);
			});
		},
	},
	{
		name: "login_fails",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/login");
			person.times(3, 5, () => {
				person.wait(2).fill(4).fill(4);
				person.pointAt(600, 480);
				if (person.random.chance(0.5)) person.press();
				else person.click();
				person.exactly(0.7).open("/login");
			});
			if (person.random.chance(0.4)) {
				person.wait(3).pointAnywhere().click();
				person.exactly(0.6).open("/reset");
				person.wait(2).fill(4);
			}
		},
	},
	{
		name: "crash_loop",
		right: ["frustrated"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/app");
			person.times(3, 5, () => {
				person.wait(3).pointAnywhere().click();
				person.exactly(0.2).error("TypeError");
				person.wait(3).open("/app");
			});
			person.wait(2).pointAnywhere().click();
			person.exactly(0.2).error("TypeError");
		},
	},
	{
		name: "checkout_loop",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/cart");
			person.times(3, 4, () => {
				person.wait(4).pointAt(600, 600).click();
				person.exactly(0.7).open("/checkout");
				person.wait(3);
				if (person.random.chance(0.5)) person.fill(4);
				person.pointAt(600, 700).click();
				person.exactly(0.6);
				if (person.random.chance(0.7)) person.error("declined");
				person.exactly(1.5).open("/cart");
			});
		},
	},
	{
		name: "coupon",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/cart");
			person.wait(3);
			person.times(3, 5, () => {
				person.focus();
				person.type(4).blur();
				person.exactly(0.1).pointAt(900, 400).click();
				person.exactly(0.5);
				if (person.random.chance(0.7)) person.error("invalid code");
				person.wait(3);
			});
		},
	},
	{
		name: "captcha",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/verify");
			person.times(3, 4, () => {
				person.wait(2);
				person.times(3, 5, () => {
					person
						.pointAt(400 + person.random.whole(0, 2) * 100, 300 + person.random.whole(0, 2) * 100)
						.click();
					person.wait(1);
				});
				person.pointAt(640, 640).wait(1).click();
				person.wait(1.5);
				if (person.random.chance(0.4)) person.error("try again");
			});
		},
	},
	{
		name: "dead_enter",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/form");
			person.wait(3);
			if (person.random.chance(0.5)) person.focus().wait(3).blur();
			person.times(6, 11, () => {
				person.press();
				person.exactly(person.random.between(0.25, 0.8));
			});
		},
	},
	{
		name: "upload_fails",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/upload");
			person.wait(3).pointAt(500, 400);
			person.times(3, 4, () => {
				person.click();
				person.exactly(person.random.between(3, 9)).error("upload failed");
				person.wait(3);
			});
		},
	},
	{
		name: "session_lost",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/report");
			person.times(2, 3, () => {
				person.wait(2);
				person.times(2, 4, () => person.fill(5));
				person.pointAt(600, 700).click();
				person.exactly(0.7).open("/login");
				person.wait(2).fill(3).fill(3);
				person.click();
				person.exactly(0.8).open("/report");
			});
			person.wait(2).fill(4);
		},
	},
	{
		name: "blur_errors",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/iban");
			person.wait(3);
			person.times(4, 6, () => {
				person.focus();
				person.type(5, person.random.chance(0.4) ? 1 : 0).blur();
				person.exactly(0.2).error("invalid");
				person.wait(1.5);
			});
		},
	},
	{
		name: "spinner_reload",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/load");
			person.times(3, 4, () => {
				person.wait(4).pointAnywhere().click();
				if (person.random.chance(0.6)) {
					person.exactly(0.3).click();
					person.exactly(0.3).click();
				}
				person.wait(3).open("/load");
			});
			person.wait(2).click();
			person.exactly(0.5).error("timeout");
		},
	},
	{
		name: "api_fails_repeat",
		right: ["frustrated"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/send");
			person.wait(2).focus();
			person.type(8, 1).blur();
			person.pointAt(700, 600);
			person.times(3, 5, () => {
				person.click();
				person.exactly(person.random.between(0.3, 2)).error("network");
				person.wait(4);
			});
			if (person.random.chance(0.5)) person.report("back_nav");
		},
	},
	{
		name: "required_empty",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/su");
			person.wait(3);
			person.times(2, 3, () => person.fill(4));
			person.pointAt(600, 700).click();
			person.times(3, 5, () => {
				person.exactly(0.05).focus();
				person.wait(2.2).blur();
				person.exactly(0.02).click(4);
			});
		},
	},
	{
		name: "cart_login_loop",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.times(3, 4, () => {
				person.open("/cart");
				person.wait(4).pointAt(900, 600).click();
				person.exactly(0.6).open("/login");
				person.wait(2).fill(4);
				person.click();
				person.exactly(0.7);
			});
			person.open("/cart");
		},
	},
	{
		name: "declined_pages",
		right: ["frustrated"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/pay");
			person.wait(3).fill().fill().fill();
			person.times(3, 4, () => {
				person.pointAt(600, 700).wait(2).click();
				person.exactly(0.8).open("/pay");
				person.exactly(0.4).error("declined");
				person.wait(3).fill(4);
			});
		},
	},
	{
		name: "all_buttons_fail",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/panel");
			person.times(4, 6, () => {
				person.wait(3).pointAnywhere().click();
				person.exactly(person.random.between(0.1, 1.2)).error("500");
			});
		},
	},
	{
		name: "reloader",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/tix");
			person.times(4, 7, () => {
				person.wait(3).open("/tix");
			});
		},
	},
	{
		name: "modal_stuck",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/promo");
			person.wait(3).pointAt(900, 120);
			person.times(2, 3, () => {
				person.times(2, 4, () => {
					person.click(4);
					person.exactly(person.random.between(0.5, 2));
				});
				person.pointAnywhere().click();
				person.exactly(1).pointAt(900, 120);
			});
			person.click(4);
		},
	},
	{
		name: "otp_fails",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/code");
			person.times(3, 4, () => {
				person.wait(6).focus();
				for (let i = 0; i < 5; i++) {
					person.exactly(0.3).blur();
					person.exactly(0.01).focus();
				}
				person.exactly(0.3).blur();
				person.exactly(0.4).pointAt(600, 500).click();
				person.exactly(0.8).error("wrong code");
			});
		},
	},
	{
		name: "pay_500",
		right: ["frustrated"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/co");
			person.wait(3).fill().fill().fill();
			person.pointAt(600, 700);
			person.times(3, 4, () => {
				person.wait(2).click();
				person.exactly(person.random.between(0.5, 2.2)).error("HTTP 500");
			});
			person.times(3, 5, () => {
				person.click();
				person.exactly(0.25);
			});
		},
	},
	{
		name: "unresponsive_app",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/crm");
			person.times(2, 3, () => {
				person.wait(3).pointAnywhere();
				person.times(5, 8, () => {
					person.click(2);
					person.exactly(person.random.between(0.2, 0.45));
				});
				person.wait(4);
			});
		},
	},
	{
		name: "address_rejected",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/ship");
			person.wait(3).fill().fill().fill();
			person.times(3, 4, () => {
				person.pointAt(640, 720).wait(1).click();
				person.wait(1.5).focus();
				person.type(5, person.random.chance(0.5) ? 1 : 0).blur();
				person.exactly(0.1);
			});
			person.pointAt(640, 720).wait(1).click();
		},
	},
	{
		name: "slow_page",
		right: ["frustrated", "confused"],
		inTrouble: true,
		deadClicks: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/slow");
			person.times(2, 3, (i) => {
				person.wait(5).pointAnywhere();
				person.times(3, 5, () => {
					person.click();
					person.exactly(person.random.between(0.4, 1.8));
				});
				person.wait(4);
				if (i < 1) person.open(`/slow/${i}`);
			});
		},
	},
	{
		name: "broken_links",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: SOURCES.rage,
		live: (person) => {
			person.open("/docs");
			person.times(3, 5, (i) => {
				person.wait(4).pointAnywhere().click();
				person.exactly(0.5).open(`/gone/${i}`);
				if (person.random.chance(0.3)) person.exactly(0.3).error("404");
				person.wait(2.2).back("/docs");
				if (person.random.chance(0.4)) person.wait(2).scroll();
			});
		},
	},
];
