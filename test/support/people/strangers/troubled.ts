import type { Family, Person } from "../person.ts";

/** Sits before the page for so many seconds. */
const ponder = (person: Person, least: number, most: number) =>
	person.rest(person.random.between(least, most));

/** Presses a button of the page at a place. */
const hit = (person: Person, x: number, y: number, seconds = 1) => person.pointAt(x, y).click().wait(seconds);

/** Follows a link, wherever it is. */
const follow = (person: Person, url: string, seconds = 0.8) =>
	person.pointAnywhere().click().wait(seconds).open(url);

/** The page did not react to the last click, as the snippet says where it looks. */
const unanswered = (person: Person) => {
	const last = person.events.at(-1);
	if (last?.answered) last.answered = false;
	return person;
};

/** Clicks in one place again and again, where nothing comes of it. */
const hammer = (
	person: Person,
	least: number,
	most: number,
	pause: readonly [number, number] = [0.15, 0.45],
) =>
	person.times(least, most, () =>
		unanswered(person.click(4)).exactly(person.random.between(pause[0], pause[1])),
	);

/** Scrolls down and turns back at once, in search of something. */
const seekUpAndDown = (person: Person, speed = 1300) =>
	person.scroll("down", speed, 18).wait(1.5).backtrack().scroll("up", speed, 18).wait(1.5);

export const TROUBLED_NEWCOMERS: readonly Family[] = [
	{
		name: "visitor whose picture puzzles are never good enough",
		right: ["frustrated"],
		inTrouble: true,
		source: "Searles et al., An Empirical Study and Evaluation of Modern CAPTCHAs (USENIX Security 2023)",
		live: (person) => {
			person.open("/signup").wait(3).fill(4).fill(5);
			hit(person, 420, 520, 1.5);
			person.times(4, 7, () => {
				person.times(3, 5, () =>
					hit(
						person,
						person.oneOf(430, 530, 630),
						person.oneOf(300, 400, 500),
						person.random.between(0.6, 1.4),
					),
				);
				hit(person, 660, 600, 1.5);
				if (person.random.chance(0.35)) person.error("Verification failed. Please try again.").wait(2);
			});
			person.pointAt(440, 600);
			person.click().exactly(0.5).click().exactly(0.4).click().wait(1.5);
			hit(person, 430, 300, 0.7).pointAt(530, 400).click().wait(0.7).pointAt(660, 600).click().wait(1);
			person.error("Verification failed. Please try again.").wait(1.5);
		},
	},
	{
		name: "claimant whose long answers are lost with every session",
		right: ["frustrated"],
		inTrouble: true,
		source: "W3C, WCAG 2.2.1 Timing Adjustable and 2.2.6 Timeouts: data lost when a session ends",
		live: (person) => {
			const signIn = () => {
				person.error("401 session expired").exactly(0.3).open("/login?expired=1").wait(3);
				hit(person.fill(4).fill(5), 620, 500, 1.3).open("/benefit/claim").wait(3);
			};
			person.open("/benefit/claim").wait(6);
			person.times(4, 6, () => person.fill(person.random.between(6, 14), person.random.whole(0, 1)));
			ponder(person, 35, 160).pointAt(340, 690).click().wait(1);
			signIn();
			person.times(2, 3, () => {
				person.times(3, 6, () => person.fill(person.random.between(2.5, 6)));
				hit(person, 340, 690, 1);
				signIn();
			});
			if (person.random.chance(0.5)) person.back("/login?expired=1").wait(1.5);
			else person.scroll("down", 2200, 40).wait(1).backtrack().scroll("up", 2200, 40).wait(1);
			person
				.fill(3)
				.pointAt(340, 690)
				.click()
				.exactly(0.6)
				.click()
				.exactly(1)
				.error("401 session expired")
				.wait(1);
		},
	},
	{
		name: "customer whose codes never arrive on the phone",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source:
			"Redmiles et al., on two-factor messages (2017); NIST SP 800-63B, usability of out-of-band codes: delay and loss",
		live: (person) => {
			person.open("/login").wait(2).fill(4).fill(5).pointAt(620, 500).click().wait(1).open("/login/code");
			person.times(3, 5, () => {
				ponder(person, 18, 70).pointAt(620, 560).click().wait(2);
				if (person.random.chance(0.4)) person.click().wait(1.5);
				if (person.random.chance(0.35)) person.focus().type(3, 1).blur().wait(1);
			});
			person.back("/login").wait(2).fill(4).pointAt(620, 500).click().wait(1).open("/login/code").wait(6);
			hit(person, 620, 560, 2).error("Too many codes requested").wait(3);
			person.pointAt(620, 560).click().exactly(0.8).click().exactly(0.7).click();
			person.wait(1).error("Too many codes requested").wait(1.5);
		},
	},
	{
		name: "reader behind a window that cannot be closed",
		right: ["frustrated"],
		inTrouble: true,
		source: "Nielsen Norman Group, Modal & Nonmodal Dialogs, and Popups: 10 Problematic Trends",
		live: (person) => {
			person.open("/recipes/lasagne").wait(4).scroll().wait(4);
			ponder(person, 4, 14).scroll().wait(2);
			person.times(2, 4, () => {
				unanswered(person.pointAt(905, 172).click(5)).wait(1.2);
				hammer(person, 2, 5);
				person.wait(1);
				unanswered(person.pointAnywhere().click()).wait(1.2);
				if (person.random.chance(0.5)) unanswered(person.press()).wait(1);
				if (person.random.chance(0.4)) person.open("/recipes/lasagne").wait(3).scroll().wait(2);
			});
			person.pointAt(905, 172);
			hammer(person, 3, 7);
			person.wait(1);
		},
	},
	{
		name: "shopper whose every filter empties the list",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Baymard Institute, product list research: filter combinations that end at no results",
		live: (person) => {
			person.open("/bikes").wait(5).scroll().wait(4).scroll().wait(3).scroll("up", 900).wait(1);
			person.times(4, 7, (i) => {
				hit(person, 150, 220 + 50 * (i % 8), 1)
					.open(`/bikes?f=${i}&found=0`)
					.wait(2.5);
				if (person.random.chance(0.3))
					person.scroll("down", 1500).wait(1).backtrack().scroll("up", 1600).wait(1);
				if (person.random.chance(0.4)) person.back("/bikes").wait(2);
				else
					hit(person, 150, 220 + 50 * (i % 8), 1)
						.open("/bikes")
						.wait(2);
			});
			hit(person, 150, 420, 1).open("/bikes?f=last&found=0").wait(2);
			hit(person, 260, 160, 0.6).click().wait(1).click().wait(1);
			person.back("/bikes").wait(1.5);
		},
	},
	{
		name: "payee whose account number is too long and then too short",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source:
			"Baymard Institute, inline validation; Nielsen Norman Group, on error messages that contradict each other",
		live: (person) => {
			person.open("/refund/account").wait(5).fill(5);
			person.times(4, 7, (i) => {
				person.fill(person.random.between(3, 9), person.random.whole(0, 2)).wait(0.5);
				hit(person, 340, 620, 0.8)
					.error(i % 2 === 0 ? "IBAN is too long" : "IBAN is too short")
					.wait(3);
				if (person.random.chance(0.3)) person.hover(person.random.between(1.5, 3)).wait(1);
			});
			person.fill(4, 1).pointAt(340, 620).click().wait(0.8).error("IBAN is too long").wait(1.5);
			if (person.random.chance(0.5)) person.click().exactly(0.7).error("IBAN is too long").wait(1);
		},
	},
	{
		name: "tourist on a page in a language that stays foreign",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, on international sites; W3C Internationalization, guiding users to translated pages",
		live: (person) => {
			person.open("/sk/listky").wait(4);
			person.times(3, 5, (i) => {
				person.times(1, 3, () => person.hover(person.random.between(1.5, 3.5)).wait(1));
				seekUpAndDown(person);
				hit(person, 1160, 40, 1.5).pointAt(1140, 120).click().wait(1);
				person.open(`/sk/${person.oneOf("domov", "listky", "info")}?lang=${i}`).wait(3);
				if (person.random.chance(0.5)) person.back("/sk/listky").wait(2.5);
				if (person.random.chance(0.4)) follow(person, `/sk/stranka-${i}`).wait(3).back("/sk/listky").wait(2);
			});
			person.hover(2.5).wait(1);
			hit(person, 1160, 40, 1.5)
				.pointAt(1140, 120)
				.click()
				.wait(1)
				.open("/sk/listky?lang=en")
				.wait(2)
				.hover(3)
				.wait(1);
		},
	},
	{
		name: "customer who bought by accident and finds no way to undo it",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, 10 Usability Heuristics: user control and freedom, where the exit is missing",
		live: (person) => {
			const ways = ["/orders", "/orders/551", "/help", "/help/returns", "/account"];
			person
				.open("/films/rent/12")
				.wait(4)
				.pointAt(940, 480)
				.click()
				.wait(1)
				.open("/orders/551/thanks")
				.wait(1);
			person.back("/films/rent/12").wait(2);
			person.times(5, 9, (i) => {
				follow(person, person.oneOf(...ways)).wait(2.5);
				if (person.random.chance(0.5)) seekUpAndDown(person, 1800);
				if (person.random.chance(0.35)) person.hover(person.random.between(1.5, 3)).wait(1);
				if (i % 2 === 1) person.back(person.oneOf(...ways)).wait(2);
			});
			follow(person, "/orders/551").wait(2);
			seekUpAndDown(person, 2000).hover(2).wait(1);
			person.back("/orders").wait(1.5);
		},
	},
	{
		name: "manager who cannot tell the plans on a price page apart",
		right: ["confused"],
		inTrouble: true,
		source: "Nielsen Norman Group, on pricing pages and comparison tables: unclear differences, small print",
		live: (person) => {
			person.open("/pricing").wait(5);
			person.times(3, 6, () => {
				person.times(1, 3, () => person.hover(person.random.between(2, 5)).wait(1));
				if (person.random.chance(0.6)) hit(person, 620, 180, 2).click().wait(2);
				person.scroll("down", 900, 22).wait(3).backtrack().scroll("up", 900, 22).wait(3);
				if (person.random.chance(0.45)) {
					follow(person, `/pricing/${person.oneOf("faq", "compare", "seats")}`).wait(4);
					person.scroll("down", 1100, 20).wait(3).back("/pricing").wait(3);
				}
			});
			person.hover(person.random.between(2.5, 5)).wait(1).scroll("down", 900, 20).wait(2);
			person.backtrack().scroll("up", 900, 20).wait(2).hover(person.random.between(2.5, 4)).wait(1);
		},
	},
	{
		name: "customer in a chat in which nobody answers",
		right: ["disengaged", "frustrated"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, The User Experience of Customer-Service Chat: waits without a sign of life",
		live: (person) => {
			person.open("/help").wait(4).scroll().wait(3).pointAt(1180, 740).click().wait(2);
			person.focus().type(person.random.between(8, 25), person.random.whole(0, 2)).pointAt(1180, 700).click();
			ponder(person, 35, 100).type(3).press().wait(1);
			if (person.random.chance(0.6)) ponder(person, 32, 80).type(2).press().wait(1);
			if (person.random.chance(0.4)) follow(person, "/help/contact").wait(4).scroll("down", 1500).wait(2);
			else person.blur();
			ponder(person, 130, 600);
		},
	},
	{
		name: "job seeker who is asked to type the uploaded CV again and leaves",
		right: ["disengaged"],
		inTrouble: true,
		source: "Appcast and SHRM, on application drop-off: most who start a long job application leave it",
		live: (person) => {
			person.open("/jobs/221").wait(4).scroll().wait(6).scroll().wait(5);
			hit(person, 940, 300).open("/jobs/221/apply").wait(4).pointAt(420, 380).click();
			ponder(person, 6, 22).open("/jobs/221/apply/history").wait(4);
			person.scroll("down", 1500, 25).wait(2).scroll("down", 1700, 25).wait(2).scroll("up", 2200, 50).wait(3);
			person.times(1, 4, () => person.fill(4, person.random.whole(0, 1)).wait(2));
			person.focus().wait(2).blur().wait(2);
			if (person.random.chance(0.4)) ponder(person, 35, 70).scroll("down", 1600, 25).wait(2);
			ponder(person, 135, 700);
		},
	},
	{
		name: "bargain seeker whose size is sold out everywhere and whose interest ends",
		right: ["disengaged"],
		inTrouble: true,
		source: "Baymard Institute, on out-of-stock products: people leave when what they want is not there",
		live: (person) => {
			person.open("/sale/coats").wait(3).scroll("down", 1500).wait(2);
			person.times(2, 5, (i) => {
				follow(person, `/sale/coats/${i}`).wait(3);
				person.pointAt(880, 420).click().wait(1.5).back("/sale/coats").wait(2).scroll("down", 1900).wait(1.2);
			});
			if (person.random.chance(0.4)) ponder(person, 35, 100).scroll("down", 2400, 30).wait(1);
			ponder(person, 130, 650);
		},
	},
	{
		name: "driver whose map has frozen",
		right: ["frustrated"],
		inTrouble: true,
		source: "Contentsquare, on rage clicks; Nielsen Norman Group, on interactive maps that do not respond",
		live: (person) => {
			person.open("/stations/map").wait(5).fill(5).wait(2).pointAt(1190, 640).click().wait(2);
			person.hover(2.5).pointAt(520, 380).click().wait(3);
			ponder(person, 5, 16).pointAt(1190, 640).click().wait(2);
			person.times(2, 4, () => {
				person.pointAt(1190, 640);
				hammer(person, 2, 6);
				person.wait(1.5);
				person.times(1, 3, () => unanswered(person.pointAnywhere().click()).wait(1.2));
				if (person.random.chance(0.5)) person.error("WebGL: context lost").wait(1);
				if (person.random.chance(0.35)) person.open("/stations/map").wait(4);
			});
			person.pointAt(1190, 680);
			hammer(person, 3, 6);
			person.wait(1);
		},
	},
	{
		name: "viewer whose film stops to buffer again and again",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Krishnan and Sitaraman, Video Stream Quality Impacts Viewer Behavior (IMC 2012): rebuffering drives people off",
		live: (person) => {
			person.open("/watch/documentary").wait(3).pointAt(600, 380).click();
			person.times(3, 6, () => {
				ponder(person, 6, 24).error("MEDIA_ERR_NETWORK").wait(2.5);
				person.pointAt(600, 380).click().wait(1.5).click().wait(1.5);
				if (person.random.chance(0.5)) hit(person, 1080, 640, 1).pointAt(1080, 560).click().wait(2);
				if (person.random.chance(0.4))
					person.open("/watch/documentary").wait(3).pointAt(600, 380).click().wait(1);
			});
			ponder(person, 5, 14).error("MEDIA_ERR_NETWORK").wait(1.5).pointAt(600, 380);
			hammer(person, 2, 5);
			person.wait(1).open("/watch/documentary").wait(2).error("MEDIA_ERR_NETWORK").wait(1);
		},
	},
	{
		name: "student whose answers in an exam are not saved",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Jisc, on technical failure in online assessment; Nielsen Norman Group, on error messages without a way out",
		live: (person) => {
			person.open("/exam/question/1").wait(5);
			person.times(2, 4, (i) => {
				ponder(person, 8, 27).pointAt(320, 300).click().wait(3).pointAt(900, 700).click().wait(1);
				person.open(`/exam/question/${i + 2}`).wait(3);
			});
			ponder(person, 8, 25).pointAt(320, 420).click().wait(3);
			person.times(3, 6, () => {
				hit(person, 900, 700, 1.5).error("Your answer could not be saved").wait(2.5);
				if (person.random.chance(0.4)) hit(person, 320, 420, 1);
				if (person.random.chance(0.25))
					person.open("/exam/question/5").wait(3).pointAt(320, 420).click().wait(1);
			});
			person.pointAt(900, 700).click().exactly(0.5).click().exactly(0.4).click().wait(1);
			person.error("Your answer could not be saved").wait(1.5);
		},
	},
	{
		name: "woman with a magnifier who cannot find where to send the form",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source:
			"Szpiro et al. (ASSETS 2016); W3C WAI, understanding low vision: what is outside the magnified part is missed",
		live: (person) => {
			person.open("/parking/permit").wait(7);
			person.times(3, 5, () => person.fill(person.random.between(6, 12), person.random.whole(0, 1)).wait(2));
			person.times(4, 7, () => {
				person.times(2, 4, () => person.scroll("down", person.random.around(350, 0.3), 10).wait(2.5));
				person.times(1, 3, () => person.backtrack().scroll("up", 350, 10).wait(2.5));
				if (person.random.chance(0.6)) person.hover(person.random.between(2, 5));
				if (person.random.chance(0.35)) person.focus().wait(2).blur().wait(1);
				if (person.random.chance(0.3)) unanswered(person.pointAnywhere().click()).wait(2);
			});
			follow(person, "/parking/help").wait(5).back("/parking/permit").wait(4);
			person.scroll("down", 350, 10).wait(2.5).backtrack().scroll("up", 350, 10).wait(2).hover(3.5).wait(1);
		},
	},
	{
		name: "one-handed phone user whose button lies under an advertisement",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Coalition for Better Ads, large sticky ads on mobile; Hoober, on reach and wrong taps",
		live: (person) => {
			person.open("/m/timetable").wait(4).scroll("down", 900, 6).wait(3).fill(6).wait(1);
			person.times(3, 6, (i) => {
				person.pointAt(300, 700).click(7).exactly(person.random.between(0.4, 1));
				person.open(`/m/ad?c=${i}`).wait(1.5).back("/m/timetable").wait(1.8);
				if (person.random.chance(0.4)) person.scroll("down", 900, 6).wait(1).scroll("up", 900, 6).wait(0.8);
				if (person.random.chance(0.4)) unanswered(person.pointAt(355, 655).click(6)).wait(1.2);
			});
			person
				.pointAt(300, 700)
				.click(7)
				.exactly(0.6)
				.open("/m/ad?c=9")
				.wait(1.2)
				.back("/m/timetable")
				.wait(1.2);
			unanswered(person.pointAt(355, 655).click(6)).exactly(0.6);
			hammer(person, 1, 3);
			person.wait(1);
		},
	},
	{
		name: "traveller at a ticket machine whose screen misses the taps",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Maguire, A Review of User-Interface Design Guidelines for Public Information Kiosk Systems (1999)",
		live: (person) => {
			person
				.open("/machine")
				.rest(person.random.between(6, 14))
				.pointAt(400, 300)
				.click(10)
				.wait(1)
				.open("/machine/destination")
				.wait(2);
			person.times(3, 6, () => {
				person.pointAt(person.random.whole(250, 900), person.random.whole(300, 640));
				person.times(2, 6, () => unanswered(person.click(24)).exactly(person.random.between(0.35, 1.1)));
				if (person.random.chance(0.4)) person.click(6).wait(1);
				if (person.random.chance(0.3)) {
					person.open("/machine/zone-7").wait(2).pointAt(90, 740);
					person.click(10).wait(1).open("/machine/destination").wait(1.5);
				}
				person.wait(1);
			});
			hammer(person, 3, 7, [0.2, 0.6]);
			person.wait(1);
		},
	},
	{
		name: "buyer whom the checkout sends back to the basket each time",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Baymard Institute, cart abandonment statistics: crashes and errors of the site at checkout",
		live: (person) => {
			person.open("/basket").wait(4).pointAt(980, 560).click().wait(1).open("/checkout").wait(2);
			person.times(4, 6, () => person.fill(4.5));
			person.times(3, 5, () => {
				hit(person, 640, 700, 1.5).open("/basket").wait(3);
				if (person.random.chance(0.3))
					person.scroll("down", 1300, 30).wait(1).backtrack().scroll("up", 1300, 30).wait(1);
				hit(person, 980, 560, 1).open("/checkout").wait(2);
				person.times(1, 3, () => person.fill(3));
			});
			hit(person, 640, 700, 1.5)
				.open("/basket")
				.wait(1.5)
				.pointAt(980, 560)
				.click()
				.exactly(0.5)
				.click()
				.wait(1);
			person.open("/checkout").wait(1.5).pointAt(640, 700).click().wait(1.2).open("/basket").wait(2);
		},
	},
	{
		name: "patient whose appointment is gone at each last step",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source:
			"Nielsen Norman Group, 10 Usability Heuristics: error prevention; slots that are not held while people book",
		live: (person) => {
			person.open("/appointments").wait(4);
			person.times(3, 6, (i) => {
				if (person.random.chance(0.5)) {
					person.pointAt(860, 260);
					person.times(1, 3, () => person.click(2, { context: "calendar" }).exactly(0.6));
					person.wait(1);
				}
				hit(person, person.random.whole(300, 800), person.random.whole(300, 620), 1.2);
				hit(person, 640, 700, 1).open(`/appointments/confirm?slot=${i}`).wait(3);
				if (person.random.chance(0.4)) person.fill(3);
				hit(person, 640, 640, 1.2).error("This slot is no longer available").wait(2);
				if (person.random.chance(0.5)) person.back("/appointments").wait(1.5);
				else person.open("/appointments").wait(1.5);
			});
			hit(person, 480, 420, 0.8)
				.pointAt(640, 700)
				.click()
				.wait(0.8)
				.open("/appointments/confirm?slot=9")
				.wait(1);
			person.pointAt(640, 640).click().exactly(0.9).error("This slot is no longer available").wait(1);
			person.click().exactly(0.7).click().wait(1);
		},
	},
	{
		name: "call-centre clerk whose system hangs at every save",
		right: ["frustrated"],
		inTrouble: true,
		source:
			"Lazar, Jones and Shneiderman, Workplace User Frustration with Computers (2006): lost time, work done twice",
		live: (person) => {
			person.open("/crm/case/8120").wait(3);
			person.times(3, 5, () => person.fill(person.random.between(2, 5)));
			person.times(2, 4, () => {
				unanswered(person.pointAt(1080, 720).click()).exactly(person.random.between(6, 18));
				hammer(person, 1, 4, [0.3, 0.9]);
				person.exactly(person.random.between(4, 12));
				if (person.random.chance(0.5)) person.error("504 Gateway Timeout").wait(2);
				person.open("/crm/case/8120").wait(3);
				person.times(2, 4, () => person.fill(person.random.between(1.5, 3.5)));
			});
			unanswered(person.pointAt(1080, 720).click()).exactly(person.random.between(5, 11));
			hammer(person, 3, 5);
			person.exactly(3).error("504 Gateway Timeout").wait(1);
		},
	},
	{
		name: "subscriber who is led round and round and cannot cancel",
		right: ["frustrated", "confused"],
		inTrouble: true,
		source: "Mathur et al., Dark Patterns at Scale (CSCW 2019): hard to cancel; Brignull, roach motel",
		live: (person) => {
			person.open("/account").wait(3);
			person.times(3, 5, (i) => {
				hit(person, 220, person.random.whole(240, 600), 0.8).open("/account/subscription").wait(3);
				person.scroll("down", 1500, 35).wait(1.5);
				if (person.random.chance(0.5)) person.hover(person.random.between(1.5, 3)).wait(0.5);
				hit(person, 420, 700, 1).open(`/account/stay?offer=${i}`).wait(2.5).scroll("down", 1600, 35).wait(1);
				hit(person, 640, 720, 1)
					.open(person.oneOf("/account", "/account/benefits", "/help/cancel"))
					.wait(2);
				if (person.random.chance(0.5)) person.back(`/account/stay?offer=${i}`).wait(2);
				if (person.random.chance(0.4)) person.backtrack().scroll("up", 1700, 30).wait(1);
			});
			hit(person, 220, 420, 0.8).open("/account/subscription").wait(1.5).scroll("down", 2100, 40).wait(1);
			hit(person, 420, 700, 0.8)
				.open("/account/stay?offer=8")
				.wait(1.5)
				.back("/account/subscription")
				.wait(1.5);
		},
	},
	{
		name: "newcomer to a photo editor who hunts for the crop tool",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source:
			"Grossman, Fitzmaurice and Attar, A Survey of Software Learnability (CHI 2009): locating functionality in menus",
		live: (person) => {
			person.open("/editor/new").wait(5);
			person.times(5, 9, () => {
				person.times(1, 3, () => person.hover(person.random.between(1.6, 3.5)).wait(0.8));
				hit(person, 60 + 80 * person.random.whole(0, 7), 30, 1.5);
				if (person.random.chance(0.6)) person.hover(person.random.between(1.6, 3));
				hit(person, 700, 500, 1);
				if (person.random.chance(0.25)) follow(person, "/editor/help").wait(4).back("/editor/new").wait(2.5);
				if (person.random.chance(0.25)) unanswered(person.pointAt(480, 360).click()).wait(1.5);
			});
			person.hover(2.5).wait(1).pointAt(300, 30).click().wait(1.5).hover(3).wait(1);
		},
	},
	{
		name: "reader whose page jumps whenever an advertisement loads",
		right: ["confused", "frustrated"],
		inTrouble: true,
		source: "web.dev, Cumulative Layout Shift: the text moves away and people click what they did not mean",
		live: (person) => {
			person.open("/local-news/flood").wait(4);
			person.times(6, 11, (i) => {
				person.scroll("down", person.random.around(600, 0.3), 8).wait(3);
				person.times(1, 2, () =>
					person.backtrack().scroll("up", person.random.around(1100, 0.3), 9).wait(1.5),
				);
				if (person.random.chance(0.4)) {
					follow(person, `/sponsored/${i}`, 0.5).wait(1.5).back("/local-news/flood").wait(2);
					person.scroll("down", 1700, 25).wait(1.5).backtrack().scroll("up", 1500, 10).wait(1.5);
				}
			});
			follow(person, "/sponsored/last", 0.5).wait(1.2).back("/local-news/flood").wait(1.5);
			person.scroll("down", 1800, 25).wait(1).backtrack().scroll("up", 1500, 12).wait(1.5);
			person.backtrack().scroll("up", 1300, 8).wait(1);
		},
	},
];
