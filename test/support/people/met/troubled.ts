import type { Family, Person } from "../person.ts";

/** Clicks in one place again and again. */
const hammer = (
	person: Person,
	least: number,
	most: number,
	pause: readonly [number, number] = [0.15, 0.45],
) => person.times(least, most, () => person.click(4).exactly(person.random.between(...pause)));

/** A page that is given up after a few seconds. */
const glance = (person: Person, url: string) =>
	person
		.pointAnywhere()
		.click()
		.wait(0.8)
		.open(url)
		.wait(3)
		.scroll("down", person.random.around(1600, 0.3))
		.wait(2);

export const TROUBLED_ACQUAINTANCES: readonly Family[] = [
	{
		name: "buyer whose add-to-basket button is dead",
		right: ["frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: "FullStory, definitions of rage clicks and dead clicks",
		live: (person) => {
			person.open("/shoes").wait(4).scroll().wait(3).pointAnywhere().click().wait(0.8).open("/shoes/trail-7");
			person.wait(6).scroll().wait(5).pointAt(960, 460).click().wait(3).click().wait(2);
			hammer(person, 3, 7);
			if (person.oneOf(true, false))
				person.wait(2).pointAt(820, 380).click().wait(1.5).pointAt(960, 460).click();
			person.wait(1.5);
			hammer(person, 3, 6);
			person.wait(1);
		},
	},
	{
		name: "visitor who clicks on pictures that only look like links",
		right: ["confused", "frustrated"],
		inTrouble: true,
		deadClicks: true,
		source: "Nielsen Norman Group, on clickability signifiers: people click what looks clickable",
		live: (person) => {
			person.open("/services").wait(5).scroll().wait(3);
			person.times(4, 9, () => {
				person.pointAnywhere().click().wait(1.5);
				if (person.oneOf(true, false)) person.click().wait(1.2);
				if (person.random.whole(0, 2) === 0) person.hover();
				if (person.random.whole(0, 2) === 0) person.backtrack().scroll("up", 900, 12).wait(1.5);
			});
			person.pointAnywhere().click().exactly(0.5).click().wait(1.5);
		},
	},
	{
		name: "customer whose every submit ends in a script error",
		right: ["frustrated"],
		inTrouble: true,
		source: "FullStory, definition of error clicks: clicks that a script error follows",
		live: (person) => {
			person
				.open("/contact")
				.wait(4)
				.times(3, 5, () => person.fill(6));
			person.times(3, 6, () => {
				person.pointAt(360, 700).click().exactly(person.random.between(0.1, 0.6));
				person.error("TypeError: Cannot read properties of undefined").wait(3);
				if (person.random.whole(0, 2) === 0) person.fill(3);
			});
			person.pointAt(360, 700);
			hammer(person, 2, 5);
			person.error("TypeError: Cannot read properties of undefined").wait(1);
		},
	},
	{
		name: "newcomer whose passwords never satisfy the rules",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Nielsen Norman Group, How to Report Errors in Forms: 10 Design Guidelines",
		live: (person) => {
			person.open("/signup").wait(3).fill(4).fill(6);
			person.times(3, 6, () => {
				person.fill(6, person.random.whole(0, 2)).fill(4).wait(0.5).pointAt(610, 620).click().wait(2.5);
			});
			person.fill(5).fill(4).pointAt(610, 620).click().exactly(0.6).click().wait(2);
		},
	},
	{
		name: "expatriate whose address is refused",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Baymard Institute, checkout research: validation that refuses valid addresses",
		live: (person) => {
			person.open("/cart").wait(4).pointAt(970, 540).click().wait(1).open("/checkout/address").wait(2);
			person.times(4, 6, () => person.fill(5));
			person.times(3, 5, () => {
				person
					.pointAt(600, 720)
					.click()
					.wait(2)
					.scroll("up", 1500, 15)
					.wait(2)
					.fill(5, person.random.whole(0, 1));
				if (person.oneOf(true, false)) person.fill(3);
				person.scroll("down", 1500, 15).wait(0.8);
			});
			person.pointAt(600, 720).click().wait(1).click().wait(2.5);
		},
	},
	{
		name: "customer whose card payment fails over and over",
		right: ["frustrated"],
		inTrouble: true,
		source: "Baymard Institute, cart abandonment statistics: errors and declined cards among the reasons",
		live: (person) => {
			person.open("/checkout/payment").wait(3).fill(9).fill(3).fill(3);
			person.times(2, 4, () => {
				person
					.pointAt(640, 660)
					.click()
					.exactly(person.random.between(2, 6))
					.error("Payment failed: 500")
					.wait(4);
				if (person.oneOf(true, false)) person.fill(8).fill(3);
			});
			person
				.back("/checkout/address")
				.wait(3)
				.pointAt(640, 700)
				.click()
				.wait(1)
				.open("/checkout/payment")
				.wait(2);
			person
				.fill(8)
				.fill(3)
				.fill(3)
				.pointAt(640, 660)
				.click()
				.exactly(3)
				.error("Payment failed: 500")
				.wait(2)
				.click();
			person.wait(1);
		},
	},
	{
		name: "citizen lost under a mega menu",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "Nielsen Norman Group, on information architecture mistakes and menu labels",
		live: (person) => {
			person.open("/").wait(5);
			person.times(3, 6, (i) => {
				person.times(1, 3, () => person.hover(person.random.between(1.5, 3.5)).wait(1));
				glance(person, `/${person.oneOf("departments", "services", "topics", "about")}/${i}`);
				if (person.oneOf(true, false)) person.backtrack().scroll("up", 1500, 15).wait(2);
				person.back("/").wait(2);
			});
			person.hover().wait(1).hover().wait(2);
		},
	},
	{
		name: "pogo-sticker between a result list and wrong pages",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "Nielsen Norman Group, on pogo sticking between a list and its pages",
		live: (person) => {
			person.open("/help/search?q=cancel+contract").wait(4);
			person.times(4, 8, (i) => {
				person
					.pointAt(400, 200 + 80 * (i % 6))
					.click()
					.wait(0.7)
					.open(`/help/article-${i}`)
					.wait(3);
				if (person.oneOf(true, false)) person.scroll("down", 2000).wait(1.5);
				person.back("/help/search?q=cancel+contract").wait(2);
			});
			person.scroll("down", 1700).wait(1.5);
		},
	},
	{
		name: "searcher who words the query again and again",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "Hassan et al., Struggling or Exploring? (WSDM 2014): reformulation without clicks that satisfy",
		live: (person) => {
			person.open("/").wait(3);
			person.times(4, 7, (i) => {
				person.pointAt(620, 60).click().exactly(0.1).fill(5, person.random.whole(0, 1)).exactly(0.4);
				person.open(`/search?q=try${i}`).wait(3);
				if (person.oneOf(true, false)) person.scroll("down", 1500).wait(2);
				if (person.random.whole(0, 2) === 0)
					glance(person, `/product/${i}`).back(`/search?q=try${i}`).wait(2);
			});
			person.scroll("down", 1800).wait(2).backtrack().scroll("up", 1900, 20).wait(2);
		},
	},
	{
		name: "member locked out at the log-in wall",
		right: ["frustrated"],
		inTrouble: true,
		source: "Baymard Institute, on sign-in and password resets that stop known customers",
		live: (person) => {
			person
				.open("/login")
				.wait(2)
				.fill(5)
				.fill(5)
				.pointAt(620, 500)
				.click()
				.wait(1.5)
				.open("/login?error=1");
			person.times(2, 4, () => {
				person.wait(2).fill(5).pointAt(620, 500).click().wait(1.2).open("/login?error=1");
			});
			if (person.oneOf(true, false)) {
				person
					.wait(3)
					.pointAt(620, 560)
					.click()
					.wait(0.8)
					.open("/reset")
					.wait(2)
					.fill(5)
					.pointAt(620, 420)
					.click();
				person.rest(person.random.between(18, 50)).click().wait(3).back("/login");
			}
			person.wait(2).fill(4).pointAt(620, 500).click().wait(1).open("/login?error=1").wait(2);
		},
	},
	{
		name: "reader who meets a paywall and drifts away",
		right: ["disengaged"],
		inTrouble: true,
		source: "Reuters Institute, Digital News Report: many leave when they meet a paywall",
		live: (person) => {
			person.open("/articles/inflation").wait(4).scroll().wait(6).scroll().wait(4);
			if (person.oneOf(true, false)) person.pointAt(620, 560).click().wait(0.8).open("/subscribe").wait(4);
			person.scroll("down", 1500).wait(2).rest(person.random.between(125, 500));
		},
	},
	{
		name: "tenant who goes round the same four pages",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "Smith, on lostness in hypertext (Interacting with Computers 1996): revisits measure being lost",
		live: (person) => {
			const pages = ["/repairs", "/repairs/report", "/account", "/account/tenancy"];
			person.open("/").wait(4);
			person.times(7, 14, (i) => {
				const url = pages[i % pages.length] ?? "/";
				if (person.random.whole(0, 4) === 0) person.back(url).wait(3);
				else person.pointAnywhere().click().wait(0.8).open(url).wait(4);
				if (person.oneOf(true, false)) person.scroll("down", 1300).wait(2);
			});
		},
	},
	{
		name: "borrower who abandons a long application",
		right: ["disengaged"],
		inTrouble: true,
		source: "Nielsen Norman Group, Website Forms Usability: Top 10 Recommendations; long forms are abandoned",
		live: (person) => {
			person
				.open("/loan/apply")
				.wait(5)
				.times(2, 6, () => person.fill(7, person.random.whole(0, 1)));
			person.scroll("down", 1200, 25).wait(4).scroll("down", 1400, 25).wait(3).focus().type(3, 1);
			if (person.oneOf(true, false)) person.blur();
			person.rest(person.random.between(130, 700));
		},
	},
	{
		name: "bored skimmer who leaves the tab",
		right: ["disengaged"],
		inTrouble: true,
		source: "Liu, White and Dumais, Weibull Analysis of Dwell Time (SIGIR 2010): screening and early leaving",
		live: (person) => {
			person.open("/blog/10-trends").wait(2);
			person.times(3, 9, () => person.scroll("down", person.random.around(2600, 0.3)).wait(0.9));
			if (person.oneOf(true, false)) person.scroll("up", 3000, 40).wait(1);
			person.rest(person.random.between(125, 600));
		},
	},
	{
		name: "collector of tabs who never comes back to this one",
		right: ["disengaged"],
		inTrouble: true,
		source: "Dubroy and Balakrishnan, A Study of Tabbed Browsing (CHI 2010): tabs left open and unread",
		live: (person) =>
			person
				.open("/jobs/4411")
				.wait(3)
				.times(1, 3, () => person.scroll("down", 1500).wait(2))
				.rest(person.random.between(245, 1000)),
	},
	{
		name: "screen reader user among unlabelled buttons",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "Lazar et al., What Frustrates Screen Reader Users on the Web (IJHCI 2007); WebAIM Million",
		live: (person) => {
			person.open("/bank/transfer").wait(8);
			person.times(3, 6, (i) => {
				person.times(1, 3, () => person.focus().wait(1.2).blur().exactly(0.05));
				person
					.wait(3)
					.press()
					.wait(1)
					.open(`/bank/${person.oneOf("cards", "help", "messages")}?b=${i}`)
					.wait(5);
				person.back("/bank/transfer").wait(5);
			});
			person.press().wait(3).press().wait(3);
		},
	},
	{
		name: "keyboard user caught in a date picker",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "W3C, WCAG 2.1.2 No Keyboard Trap",
		live: (person) => {
			person.open("/book/dates").wait(4).fill(4).fill(4);
			person.times(3, 6, () => {
				person.times(2, 5, () =>
					person.focus().exactly(person.random.between(0.15, 0.5)).blur().exactly(0.03),
				);
				person.press().wait(1);
			});
			if (person.oneOf(true, false)) person.open("/book/dates").wait(2).fill(3);
			person.times(2, 5, () => person.focus().exactly(person.random.between(0.15, 0.4)).blur().exactly(0.03));
			person.times(2, 4, () => person.press().exactly(person.random.between(0.3, 0.9)));
		},
	},
	{
		name: "person with a tremor who keeps missing tiny dates",
		right: ["frustrated"],
		inTrouble: true,
		source: "W3C, WCAG 2.5.8 Target Size; Trewin, Keates and Moffatt, Developing Steady Clicks (ASSETS 2006)",
		live: (person) => {
			person.open("/clinic/calendar").wait(6).pointAt(540, 380);
			person.times(3, 6, () => {
				person.times(1, 4, () => person.click(13).exactly(person.random.between(0.4, 1.4)));
				person.wait(2);
				if (person.random.whole(0, 1) === 0) {
					person
						.open("/clinic/calendar/wrong-day")
						.wait(3)
						.back("/clinic/calendar")
						.wait(3)
						.pointAt(540, 380);
				}
			});
			hammer(person, 3, 5, [0.3, 0.8]);
			person.wait(1.5);
		},
	},
	{
		name: "pensioner who does not understand the question",
		right: ["confused"],
		inTrouble: true,
		source: "GOV.UK Service Manual, on designing good questions",
		live: (person) => {
			person.open("/pension-credit/income").rest(person.random.between(15, 35));
			person.times(2, 5, () => {
				person.focus().type(4, person.random.whole(1, 2), [4, 12]).blur().wait(3);
				person.backtrack().scroll("up", 500, 10).wait(6);
				person.pointAt(300, 210).click().wait(1).open("/pension-credit/guidance").wait(7).scroll().wait(6);
				person.back("/pension-credit/income").wait(6).hover(person.random.between(2, 5)).wait(2);
			});
			person.focus().type(3, 2, [4, 12]).blur().wait(3).scroll("up", 500, 10).backtrack().wait(4);
		},
	},
	{
		name: "customer before a spinner that never ends",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, Response Times: The 3 Important Limits; beyond ten seconds people act again or go",
		live: (person) => {
			person.open("/invoices").wait(4).pointAt(880, 300).click();
			person.times(2, 4, () => {
				person.exactly(person.random.between(9, 22));
				hammer(person, 1, 4);
				person.exactly(person.random.between(4, 10)).open("/invoices").wait(3).pointAt(880, 300).click();
			});
			person.exactly(person.random.between(7, 14));
			hammer(person, 3, 6);
			person.wait(1);
		},
	},
	{
		name: "claimant whose file upload is refused",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, 10 Usability Heuristics: error recovery; GOV.UK Design System, file upload",
		live: (person) => {
			person.open("/claim/evidence").wait(6).scroll().wait(3);
			person.times(3, 5, () => {
				person
					.pointAt(420, 440)
					.click()
					.exactly(person.random.between(6, 24))
					.focus()
					.exactly(0.1)
					.blur()
					.wait(1);
				person
					.pointAt(360, 640)
					.click()
					.exactly(person.random.between(1, 5))
					.error("413 Payload Too Large")
					.wait(3);
			});
			if (person.oneOf(true, false)) person.open("/claim/evidence").wait(3).pointAt(360, 640).click().wait(1);
			person.click().exactly(0.5).click().wait(1).error("413 Payload Too Large").wait(2);
		},
	},
	{
		name: "bargain hunter whose codes fail and who leaves the cart",
		right: ["disengaged"],
		inTrouble: true,
		source: "Baymard Institute, cart abandonment statistics: costs that come late, carts left behind",
		live: (person) => {
			person.open("/cart").wait(4).scroll().wait(3);
			person.times(2, 4, () => person.fill(4).pointAt(930, 480).click().wait(3));
			if (person.oneOf(true, false))
				person.pointAt(200, 80).click().wait(0.8).open("/offers").wait(4).back("/cart");
			person.wait(4).scroll("up", 900).wait(3).rest(person.random.between(130, 640));
		},
	},
];
