import type { Family, Person } from "../person.ts";

/** Reads for a while: nothing but a look at the page, then scrolls on. */
const read = (person: Person, least: number, most: number) =>
	person.rest(person.random.between(least, most)).scroll("down", person.random.around(450, 0.4));

/** Clicks quickly in one place, as on a stepper, an arrow or a skip button. */
const tapOn = (person: Person, least: number, most: number, pause: readonly [number, number] = [0.25, 0.7]) =>
	person.times(least, most, () => person.click(2).exactly(person.random.between(...pause)));

/** Reports an error every so many seconds of the session, which has nothing to do with what the person does. */
const failsInBackground = (person: Person, every: number, message: string) => {
	const end = person.now;
	for (
		let at = every * person.random.between(0.2, 1);
		at < end;
		at += every * person.random.between(0.95, 1.05)
	) {
		person.meanwhile(at, () => person.error(message));
	}
};

export const CALM_ACQUAINTANCES: readonly Family[] = [
	{
		name: "reader of the morning's news, hub and spoke",
		right: ["browsing", "focused"],
		inTrouble: false,
		source:
			"Obendorf et al., Web Page Revisitation Revisited (CHI 2007): the back button as a way home to a hub",
		live: (person) => {
			person.open("/news").wait(4).scroll().wait(3);
			person.times(2, 5, (i) => {
				person.pointAnywhere().click().wait(0.8).open(`/news/story-${i}`).wait(4);
				person.times(1, 5, () => read(person, 6, 24));
				person.wait(3).back("/news").wait(3).scroll().wait(2);
			});
			person.pointAnywhere().click().wait(0.8).open("/news/last-story").wait(5);
			person.times(2, 4, () => read(person, 8, 26));
		},
	},
	{
		name: "patient who reads about a diagnosis twice",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: "Nielsen Norman Group, How People Read Online: committed reading of what matters personally",
		live: (person) => {
			person.open("/conditions/atrial-fibrillation").wait(6);
			person.times(5, 11, () => {
				read(person, 14, 50);
				if (person.random.whole(0, 3) === 0) person.backtrack().scroll("up", 300, 7).rest(12);
			});
			person
				.wait(2)
				.pointAnywhere()
				.click()
				.wait(1)
				.open("/conditions/atrial-fibrillation/treatment")
				.wait(6);
			person.times(2, 5, () => read(person, 15, 40));
		},
	},
	{
		name: "novelist in a browser editor",
		right: ["focused"],
		inTrouble: false,
		source:
			"Flower and Hayes, A Cognitive Process Theory of Writing (1981): writers pause to plan and review",
		live: (person) => {
			person.open("/manuscript/chapter-4").wait(8).scroll("down", 1500, 60).wait(3);
			person.pointAnywhere().click().exactly(0.1).focus();
			person.times(3, 8, () => {
				person.type(person.random.between(30, 120), person.random.whole(2, 6), [2, 14]);
				if (person.oneOf(true, false)) person.scroll("up", 350, 8).rest(15).scroll("down", 400, 8).wait(2);
			});
			person.type(40, 3, [2, 9]);
		},
	},
	{
		name: "clerk who answers a mail and sends it",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: "Card, Moran and Newell, keystroke-level model (CACM 1980): routine tasks without search",
		live: (person) => {
			person.open("/mail/inbox").wait(4).pointAt(500, 240).click().wait(0.5).open("/mail/message/81");
			person.rest(person.random.between(8, 25)).pointAt(320, 640).click().exactly(0.2).focus();
			person.type(person.random.between(20, 70), person.random.whole(0, 3)).blur().exactly(0.3);
			person.pointAt(210, 720).click().wait(0.7).open("/mail/inbox").wait(2);
		},
	},
	{
		name: "student at a lecture video",
		right: ["focused", "browsing", "neutral"],
		inTrouble: false,
		source:
			"Kim et al., In-Video Dropouts and Interaction Peaks in Online Lecture Videos (L@S 2014): rewatching",
		live: (person) => {
			person.open("/course/week-3/lecture-2").wait(5).pointAt(600, 350).click();
			person.times(2, 5, () => {
				person.rest(person.random.between(40, 260));
				person.oneOf(
					() => person.pointAt(600, 350).click().rest(person.random.between(6, 28)).click(),
					() => tapOn(person.pointAt(120, 640), 2, 4),
					() => person.pointAt(person.random.whole(300, 700), 620).click(),
				)();
			});
			person.rest(person.random.between(12, 28)).pointAt(600, 350).click().wait(4).scroll().wait(4);
		},
	},
	{
		name: "podcast listener who skips the advertisements",
		right: ["browsing", "focused", "neutral"],
		inTrouble: false,
		source:
			"Microsoft Clarity, definition of rage clicks: quick clicks in a small area, whatever they are for",
		live: (person) => {
			person.open("/shows/history/episode-112").wait(5).scroll().wait(6).pointAt(200, 740).click();
			person.times(2, 4, () => {
				person.rest(person.random.between(35, 200));
				tapOn(person.pointAt(280, 740), 2, 5);
				person.wait(3);
			});
			person.scroll().rest(14).scroll().wait(5);
		},
	},
	{
		name: "buyer of printer ink who knows the number",
		right: ["decisive"],
		inTrouble: false,
		source: "Moe, Buying, Searching, or Browsing (Journal of Consumer Psychology 2003): directed buying",
		live: (person) => {
			person.open("/").wait(1.5).pointAt(620, 60).click().exactly(0.1).fill(4).open("/search?q=ink+304xl");
			person.wait(3).pointAt(350, 320).click().wait(0.8).open("/product/ink-304xl").wait(5);
			person.pointAt(950, 420).click().wait(1.5).pointAt(1150, 60).click().wait(0.8).open("/cart").wait(3);
			person.pointAt(980, 520).click().wait(0.9).open("/checkout").wait(2);
			person.times(2, 6, () => person.fill(4));
			person.wait(1).pointAt(620, 700).click().wait(1.2).open("/checkout/review").wait(4);
		},
	},
	{
		name: "comparer of washing machines",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: "Baymard Institute, product list research: users go between the list and spec sheets to compare",
		live: (person) => {
			person.open("/washing-machines").wait(6).scroll().wait(4).scroll().wait(4);
			person.times(3, 5, (i) => {
				person
					.pointAnywhere()
					.click()
					.wait(0.9)
					.open(`/washing-machines/model-${i}`)
					.wait(6)
					.scroll()
					.wait(5);
				person.times(1, 4, () => person.scroll("down", 500).rest(person.random.between(6, 22)));
				if (person.oneOf(true, false)) person.hover();
				person.wait(4).back("/washing-machines").wait(4).scroll().wait(3);
			});
			person.pointAnywhere().click().wait(1).open("/compare?models=2,3").wait(8);
			person.times(2, 5, () => person.scroll("down", 350, 8).rest(person.random.between(9, 25)));
		},
	},
	{
		name: "window shopper for dresses",
		right: ["browsing"],
		inTrouble: false,
		source: "Moe, Buying, Searching, or Browsing (Journal of Consumer Psychology 2003): hedonic browsing",
		live: (person) => {
			person.open("/women/dresses").wait(5);
			person.times(2, 5, (i) => {
				person.times(2, 6, () => person.scroll("down", person.random.around(900, 0.4), 8).wait(3.5));
				if (person.oneOf(true, false)) person.hover(person.random.between(1.5, 3));
				person
					.pointAnywhere()
					.click()
					.wait(0.8)
					.open(`/women/dresses/${310 + i}`)
					.wait(4);
				tapOn(person.pointAt(700, 400), 1, 4, [0.8, 2.5]);
				person.wait(4).back("/women/dresses").wait(2);
			});
			person.times(2, 5, () => person.scroll("down", 850, 7).wait(4));
		},
	},
	{
		name: "searcher who finds the opening hours",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: "Nielsen Norman Group, on search usability: those who succeed mostly do so at the first query",
		live: (person) => {
			person.open("/").wait(4).pointAt(900, 50).click().exactly(0.1).fill(5).wait(0.5);
			person.open("/search?q=opening+hours").wait(3).pointAt(400, 260).click().wait(0.8);
			person.open("/visit/opening-hours").wait(4).scroll("down", 600).rest(person.random.between(8, 20));
			person.times(0, 2, () => read(person, 5, 15));
		},
	},
	{
		name: "screen reader user who books an appointment",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "WebAIM Screen Reader User Survey: forms are read field by field in forms mode",
		live: (person) => {
			person.open("/appointments/new").wait(9);
			person.times(0, 4, () => person.focus().exactly(person.random.between(0.3, 1.5)).blur().exactly(0.05));
			person.times(4, 8, () => person.focus().wait(3).type(6, person.random.whole(0, 1)).blur().exactly(0.1));
			person.wait(3).press().wait(1).open("/appointments/check").rest(person.random.between(12, 28));
			person.press().wait(1).open("/appointments/confirmed").wait(8);
		},
	},
	{
		name: "screen reader user who goes by headings",
		right: ["browsing", "focused", "neutral"],
		inTrouble: false,
		source: "WebAIM Screen Reader User Survey: most find their way through long pages by headings",
		live: (person) => {
			person.open("/guide").wait(8);
			person.times(2, 6, (i) => {
				person.times(1, 5, () => person.scroll("down", person.random.around(3000, 0.4), 9).wait(5));
				person
					.rest(person.random.between(10, 55))
					.press()
					.wait(1)
					.open(`/guide/part-${i + 1}`)
					.wait(7);
			});
			person.times(1, 4, () => person.scroll("down", 2600, 10).rest(person.random.between(8, 28)));
		},
	},
	{
		name: "switch user who scans to each control",
		right: ["focused", "decisive", "neutral"],
		inTrouble: false,
		source: "W3C WAI, on how people with disabilities use the web: switch scanning takes many steps and time",
		live: (person) => {
			person.open("/order-meals").wait(10);
			person.times(4, 10, (i) => {
				person.rest(person.random.between(8, 34)).press();
				if (i % 3 === 2) person.wait(1).open(`/order-meals/step-${(i + 1) / 3}`);
			});
			person.rest(person.random.between(12, 26)).press().wait(1).open("/order-meals/placed").wait(6);
		},
	},
	{
		name: "keyboard-only accountant in a ledger",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "WebAIM, on keyboard accessibility: skilled people tab through controls without a pointer",
		live: (person) => {
			person.open("/ledger/2024-05").wait(3);
			person.times(3, 6, () => {
				person.times(1, 5, () =>
					person.focus().exactly(person.random.between(0.1, 0.35)).blur().exactly(0.02),
				);
				person.fill(person.random.between(1.5, 5), person.random.whole(0, 1)).press().wait(1.5);
			});
			person.fill(4).press().wait(2);
		},
	},
	{
		name: "person with a tremor who renews a permit",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Trewin, Keates and Moffatt, Developing Steady Clicks (ASSETS 2006): slips and accidental clicks",
		live: (person) => {
			const unsteadyClick = (x: number, y: number) => {
				person.pointAt(x, y).click(14);
				if (person.random.whole(0, 2) === 0) person.exactly(person.random.between(0.15, 0.4)).click(10);
				return person.wait(0.8);
			};
			person.open("/permit/renew").wait(8).scroll("down", 300).wait(5);
			person.times(3, 6, (i) => {
				unsteadyClick(400, 220 + 90 * i)
					.focus()
					.type(12, person.random.whole(0, 2))
					.blur()
					.wait(3);
			});
			person.scroll("down", 300).wait(4);
			unsteadyClick(380, 640).open("/permit/renew/check").rest(person.random.between(14, 28));
			unsteadyClick(380, 600).open("/permit/renew/done").wait(7);
		},
	},
	{
		name: "reader with a screen magnifier who pans about",
		right: ["focused", "browsing"],
		inTrouble: false,
		source:
			"Szpiro et al., How People with Low Vision Access Computing Devices (ASSETS 2016): zoom and panning",
		live: (person) => {
			person.open("/council/bin-collection").wait(7);
			person.times(6, 16, () => {
				person.scroll("down", person.random.around(250, 0.3), 4).wait(5);
				if (person.random.whole(0, 2) === 0) person.backtrack().scroll("up", 220, 3).wait(5);
				if (person.random.whole(0, 4) === 0) person.hover(person.random.between(2, 6));
			});
			person.pointAnywhere().click().wait(1).open("/council/bin-collection/calendar").wait(8);
			person.times(2, 5, () => person.scroll("down", 240, 4).wait(6));
		},
	},
	{
		name: "dyslexic applicant who takes time over each answer",
		right: ["focused"],
		inTrouble: false,
		source: "GOV.UK, Designing for accessibility posters: users with dyslexia need time and plain layouts",
		live: (person) => {
			person.open("/apply/about-you").wait(10);
			person.times(3, 7, (i) => {
				person.rest(person.random.between(8, 33)).pointAt(420, 380).click().exactly(0.1);
				person.fill(person.random.between(10, 30), person.random.whole(1, 4)).wait(4);
				if (person.oneOf(true, false)) person.scroll("up", 350, 5).wait(6).scroll("down", 350, 5).wait(2);
				person
					.pointAt(330, 650)
					.click()
					.wait(1)
					.open(`/apply/question-${i + 2}`);
			});
			person.rest(20).fill(18, 2).wait(3);
		},
	},
	{
		name: "warehouse clerk who enters delivery notes",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Card, Moran and Newell, keystroke-level model (CACM 1980): practised, error-free repetition",
		live: (person) =>
			person
				.open("/deliveries/new")
				.wait(3)
				.times(4, 7, () => {
					person.times(3, 5, () => person.fill(person.random.between(1.5, 4)));
					person.pointAt(880, 690).click().wait(1).open("/deliveries/new").wait(3);
				}),
	},
	{
		name: "player of a clicker game",
		right: ["focused"],
		inTrouble: false,
		source: "FullStory, definition of rage clicks: quick clicks in one place, which games ask for",
		live: (person) => {
			person.open("/play/bakery").wait(3);
			person.times(2, 4, () => {
				tapOn(person.pointAt(310, 400), 8, 16, [0.1, 0.3]);
				person.wait(2).pointAt(1020, person.random.whole(200, 600)).click().wait(2);
			});
		},
	},
	{
		name: "solver of a number puzzle",
		right: ["focused"],
		inTrouble: false,
		source: "Csikszentmihalyi, on flow: challenge that fits the skill, thought between moves",
		live: (person) => {
			person.open("/puzzles/sudoku/hard").wait(8);
			person.times(8, 25, () => {
				const [x, y] = [300 + 50 * person.random.whole(0, 8), 180 + 50 * person.random.whole(0, 8)];
				person
					.rest(person.random.between(2, person.oneOf(8, 12, 33)))
					.pointAt(x, y)
					.click()
					.wait(1);
				person.pointAt(850 + 60 * person.random.whole(0, 2), 400).click();
			});
		},
	},
	{
		name: "walker who plans a route on a map",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: "Nielsen Norman Group, on interactive maps: zooming and panning to explore",
		live: (person) => {
			person.open("/map").wait(4);
			person.times(3, 8, () => {
				person.oneOf(
					() => tapOn(person.pointAt(1190, 640), 2, 4),
					() => person.times(1, 4, () => person.pointAnywhere().click().wait(2)),
					() => person.hover(),
				)();
				person.wait(4);
			});
			person.times(2, 6, () => person.pointAnywhere().click().wait(3));
		},
	},
	{
		name: "drawer of a diagram on a canvas",
		right: ["focused"],
		inTrouble: false,
		source:
			"Card, Moran and Newell, keystroke-level model (CACM 1980): a tool, then a place, by practised hands",
		live: (person) => {
			person.open("/boards/architecture").wait(5);
			person.times(5, 14, () => {
				person.pointAt(40, person.random.whole(120, 500)).click().wait(1.2).pointAnywhere().click().wait(1.5);
				if (person.oneOf(true, false))
					person.exactly(0.2).click(1).exactly(0.22).click(1).focus().type(5).blur();
				person.wait(4);
			});
		},
	},
	{
		name: "developer at the console of a page under work",
		right: ["focused", "neutral"],
		inTrouble: false,
		source: "MDN Web Docs, on the window error event: half-written code throws while it is worked on",
		live: (person) => {
			person.open("/components/table").wait(6);
			person.times(2, 6, () => {
				person.rest(person.random.between(10, 50));
				person.times(1, 3, () => person.error("ReferenceError: row is not defined").wait(7));
				person.pointAnywhere().click().wait(3);
				if (person.oneOf(true, false)) person.open("/components/table").wait(3);
			});
			person.rest(15).pointAnywhere().click().wait(5).scroll().wait(6);
		},
	},
	{
		name: "operator who keeps an eye on a dashboard",
		right: ["neutral", "focused", "browsing"],
		inTrouble: false,
		source: "Nielsen Norman Group, on dashboards: glances at a screen that is left open",
		live: (person) => {
			person.open("/status/overview").wait(5);
			person.times(2, 5, () => {
				person.rest(person.random.between(45, 300)).hover(2.5).wait(2);
				if (person.oneOf(true, false)) person.pointAt(1100, 80).click().wait(3);
			});
			person.pointAt(700, 300).click().wait(0.7).open("/status/queue").wait(6).hover().wait(5);
		},
	},
	{
		name: "reader whose extension throws on every scroll",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: "Sentry, on filtering browser extension errors: many errors are not the site's and harm nobody",
		live: (person) => {
			person.open("/blog/sourdough").exactly(0.4).error("Script error.").wait(5);
			person.times(5, 14, () => {
				read(person, 7, 28);
				if (person.oneOf(true, false)) person.exactly(0.1).error("Script error.");
			});
			person.wait(5);
		},
	},
	{
		name: "shopper on pages with a broken advertising tag",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source: "Contentsquare, on JavaScript errors: only some errors touch what users do",
		live: (person) => {
			const openWithTag = (url: string) =>
				person.open(url).exactly(person.random.between(0.3, 1.8)).error("gtag is not a function").wait(4);
			openWithTag("/garden").scroll().wait(3);
			person.times(2, 4, (i) => {
				person.pointAnywhere().click().wait(0.7);
				openWithTag(`/garden/pots/${i}`).scroll().rest(person.random.between(5, 20));
				person.pointAt(220, 110).click().wait(0.7);
				openWithTag("/garden/pots").scroll().wait(4);
			});
			person.pointAnywhere().click().wait(0.7);
			openWithTag("/garden/pots/blue").rest(12).pointAt(960, 430).click().wait(4);
		},
	},
	{
		name: "analyst whose page polls a server that is down",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: "MDN Web Docs, on unhandledrejection: background requests fail without anyone noticing",
		live: (person) => {
			person.open("/reports/sales").wait(5);
			person.times(4, 10, () => {
				person.pointAnywhere().click().wait(2).rest(person.random.between(5, 25));
				person.scroll("down", 500, 7).wait(4);
			});
			failsInBackground(person, person.oneOf(10, 15, 30), "TypeError: Failed to fetch");
		},
	},
	{
		name: "villager on a slow line who waits patiently",
		right: ["browsing", "neutral", "focused"],
		inTrouble: false,
		source: "Nielsen Norman Group, Response Times: The 3 Important Limits",
		live: (person) => {
			person.open("/").wait(6);
			person.times(3, 6, (i) => {
				person
					.pointAnywhere()
					.click()
					.exactly(person.random.between(7, 22))
					.open(`/market/offer-${i}`)
					.wait(6);
				person.times(1, 4, () => person.scroll("down", 500).rest(person.random.between(6, 20)));
			});
		},
	},
	{
		name: "applicant whose form is refused once and then accepted",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		recovers: true,
		source: "GOV.UK Design System, error summary: people correct the field and go on",
		live: (person) => {
			person
				.open("/register")
				.wait(4)
				.times(3, 5, () => person.fill(6));
			person.pointAt(340, 680).click().wait(1).error("Validation failed").wait(3).scroll("up", 1200, 20);
			person.wait(4).fill(7, 1).wait(1).pointAt(340, 680).click().wait(1).open("/register/details").wait(6);
			person.times(3, 6, () => person.fill(8, person.random.whole(0, 1)).wait(2));
			person.pointAt(340, 680).click().wait(1).open("/register/summary").rest(20).scroll().wait(8);
		},
	},
	{
		name: "member who gets the password right at the third try",
		right: ["browsing", "focused", "decisive"],
		inTrouble: false,
		recovers: true,
		source: "Nielsen Norman Group, on passwords and log-in",
		live: (person) => {
			person.open("/login").wait(2).fill(5).fill(5).pointAt(620, 480).click().wait(1.5).open("/login?failed");
			person.wait(3).fill(7).pointAt(620, 480).click().wait(1.5).open("/login?failed").wait(5).fill(9, 1);
			person.pointAt(620, 480).click().wait(1.2).open("/member").wait(6).scroll().wait(5);
			person.pointAnywhere().click().wait(0.8).open("/member/magazine").wait(5);
			person.times(3, 7, () => read(person, 9, 27));
		},
	},
	{
		name: "customer whose button works after a reload",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		recovers: true,
		source: "Contentsquare, on rage clicks; the annoyance ends when a reload helps",
		live: (person) => {
			person.open("/tickets/zoo").wait(5).scroll().wait(3).pointAt(940, 520);
			tapOn(person.click().wait(2.5), 3, 6, [0.25, 0.5]);
			person.wait(3).open("/tickets/zoo").wait(4).pointAt(940, 520).click().wait(1).open("/tickets/zoo/day");
			person
				.wait(6)
				.pointAt(500, 410)
				.click()
				.wait(3)
				.pointAt(640, 660)
				.click()
				.wait(1)
				.open("/tickets/zoo/you");
			person.wait(3).times(4, 6, () => person.fill(6).wait(1.5));
			person
				.pointAt(640, 660)
				.click()
				.wait(1)
				.open("/tickets/zoo/review")
				.rest(18)
				.scroll("down", 500)
				.wait(6);
		},
	},
	{
		name: "family that chooses seats on a plane",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		source: "Baymard Institute, travel booking research: passenger steppers and seat maps",
		live: (person) => {
			person.open("/flights").wait(3).fill(4).fill(4);
			tapOn(person.pointAt(760, 330), 2, 4, [0.3, 0.6]);
			person.wait(2).pointAt(900, 420).click().wait(2.5).open("/flights/results").wait(6).scroll().wait(5);
			person.pointAnywhere().click().wait(1).open("/flights/seats").wait(6);
			person.times(3, 9, () => {
				if (person.oneOf(true, false)) person.hover(person.random.between(1.5, 3));
				person
					.pointAt(400 + 40 * person.random.whole(0, 5), 200 + 35 * person.random.whole(0, 12))
					.click()
					.wait(4);
			});
		},
	},
	{
		name: "pupil who takes a quiz",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "ETS, research on response times in online tests: reading, thinking, then one answer",
		live: (person) =>
			person
				.open("/quiz/rivers")
				.wait(4)
				.times(5, 12, (i) => {
					person
						.rest(person.random.between(5, 25))
						.pointAt(300, 300 + 70 * person.random.whole(0, 3))
						.click();
					if (person.random.whole(0, 3) === 0) person.wait(3).pointAt(300, 370).click();
					person
						.wait(2)
						.pointAt(820, 640)
						.click()
						.wait(0.6)
						.open(`/quiz/rivers/${i + 2}`);
				}),
	},
	{
		name: "cook with the recipe open beside the stove",
		right: ["focused", "browsing", "neutral"],
		inTrouble: false,
		source: "Nielsen Norman Group, on context of use: a page is consulted beside work done elsewhere",
		live: (person) => {
			person.open("/recipes/risotto").wait(5).scroll("down", 1400, 25).wait(4).scroll().wait(8);
			person.times(3, 6, () => {
				person.rest(person.random.between(40, 280)).scroll("down", 400, 5).wait(5);
				if (person.random.whole(0, 2) === 0)
					person.scroll("up", 700, 12).wait(5).scroll("down", 700, 12).wait(3);
			});
			person.rest(person.random.between(8, 25)).scroll("down", 400, 4).wait(5);
		},
	},
];
