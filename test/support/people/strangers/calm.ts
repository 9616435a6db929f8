import type { Family, Person } from "../person.ts";

/** Reads for a while: nothing but a look at the page, then scrolls on. */
const read = (person: Person, least: number, most: number) =>
	person.rest(person.random.between(least, most)).scroll("down", person.random.around(450, 0.4));

/** Sits before the page for so many seconds. */
const ponder = (person: Person, least: number, most: number) =>
	person.rest(person.random.between(least, most));

/** Follows a link, wherever it is. */
const follow = (person: Person, url: string, seconds = 0.8) =>
	person.pointAnywhere().click().wait(seconds).open(url);

/** Presses a button of the page at a place. */
const hit = (person: Person, x: number, y: number, seconds = 1) => person.pointAt(x, y).click().wait(seconds);

/** Clicks quickly in one place. */
const tapOn = (person: Person, least: number, most: number, pause: readonly [number, number] = [0.25, 0.7]) =>
	person.times(least, most, () => person.click(2).exactly(person.random.between(...pause)));

/** The same on an element which the snippet knows: a stepper, a calendar, a carousel, selected text. */
const tapOnKnown = (
	person: Person,
	context: "text_selection" | "stepper" | "calendar" | "carousel",
	least: number,
	most: number,
) => person.times(least, most, () => person.click(2, { context }).exactly(person.random.between(0.25, 0.8)));

/** The page did not react to the last click, as the snippet says where it looks. */
const unanswered = (person: Person) => {
	const last = person.events.at(-1);
	if (last?.answered) last.answered = false;
	return person;
};

/** Turns back while reading, and goes on downwards. */
const glanceBack = (person: Person, speed = 450) =>
	person.backtrack().scroll("up", speed, 8).wait(4).scroll("down", speed, 8);

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

export const CALM_NEWCOMERS: readonly Family[] = [
	{
		name: "teacher who grades essays by a rubric",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Instructure, SpeedGrader guides: read a submission, rate each criterion, comment, next student",
		live: (person) => {
			person.open("/grading/essay?student=1").wait(5);
			person.times(2, 5, (i) => {
				person.times(2, 4, () => read(person, 9, 28));
				if (person.random.chance(0.4)) glanceBack(person);
				person.wait(2);
				for (let row = 0; row < 4; row++)
					hit(person, 900 + 60 * person.random.whole(0, 4), 240 + 70 * row, 3);
				if (person.random.chance(0.7)) {
					hit(person, 960, 560, 0.1).focus();
					person.type(person.random.between(8, 35), person.random.whole(0, 3)).blur().exactly(0.3);
				}
				hit(person, 1150, 80, 1)
					.open(`/grading/essay?student=${i + 2}`)
					.wait(5);
			});
			read(person, 9, 25).wait(3);
			person.times(1, 3, (row) => hit(person, 960, 240 + 70 * row, 3));
		},
	},
	{
		name: "support agent who works through the ticket queue",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Zendesk, agent workspace guides: macro, answer, submit as solved, next ticket",
		live: (person) => {
			person.open("/agent/tickets/9001").wait(4);
			person.times(3, 6, (i) => {
				ponder(person, 6, 22).scroll("down", 700).wait(4);
				if (person.random.chance(0.5))
					hit(person, 140, 300)
						.open(`/agent/customers/${40 + i}`)
						.wait(5);
				if (person.random.chance(0.5)) hit(person, 420, 720, 1.2).pointAt(420, 600).click().wait(1.5);
				hit(person, 520, 660, 0.1).focus();
				person.type(person.random.between(10, 45), person.random.whole(0, 3), [2, 6]).blur().exactly(0.3);
				hit(person, 1120, 760, 1)
					.open(`/agent/tickets/${9002 + i}`)
					.wait(3);
			});
			ponder(person, 5, 20)
				.scroll("down", 700)
				.wait(3)
				.pointAt(520, 660)
				.click()
				.exactly(0.1)
				.focus()
				.type(12);
			if (person.random.chance(0.4)) failsInBackground(person, 30, "WebSocket connection failed");
		},
	},
	{
		name: "planner at a spreadsheet who fills cell after cell",
		right: ["focused"],
		inTrouble: false,
		source:
			"Nardi and Miller, Twinkling Lights and Nested Loops (IJMMS 1991): entry, a formula, a check of the sum",
		live: (person) => {
			person.open("/sheets/budget").wait(5);
			person.times(5, 12, (i) => {
				person.pointAt(300 + 90 * (i % 5), 200 + 24 * i).click(4);
				if (person.random.chance(0.5)) person.exactly(0.2).click(1);
				person.exactly(0.1).focus().type(person.random.between(2, 9), person.random.whole(0, 1)).blur();
				person.exactly(0.1);
				if (person.random.chance(0.3)) person.scroll(person.oneOf("down", "up"), 900, 8).wait(2);
				if (person.random.chance(0.25)) ponder(person, 8, 28);
			});
			person.pointAt(380, 120).click().exactly(0.1).focus().type(14, 2).blur().wait(2);
			hit(person, 480, 340).focus().type(4).blur().wait(1);
		},
	},
	{
		name: "photographer who retouches, undoes and tries again",
		right: ["focused"],
		inTrouble: false,
		source:
			"Terry and Mynatt, Recognizing Creative Needs in User Interface Design (C&C 2002): undo to explore",
		live: (person) => {
			person.open("/editor/photo/77").wait(6);
			person.times(5, 11, () => {
				hit(person, 1140, person.random.whole(160, 620), 3);
				if (person.random.chance(0.5))
					person.times(2, 5, () =>
						hit(person, person.random.whole(300, 800), person.random.whole(200, 600), 1.2),
					);
				if (person.random.chance(0.45)) tapOn(person.pointAt(90, 40), 2, 6, [0.2, 0.5]);
				ponder(person, 3, 18);
				if (person.random.chance(0.2)) person.hover(person.random.between(1.5, 3));
			});
			hit(person, 1140, 420, 3).pointAt(1140, 460).click().wait(3);
		},
	},
	{
		name: "listener who puts a playlist together",
		right: ["browsing", "decisive", "focused"],
		inTrouble: false,
		source: "Hagen, The Playlist Experience (Popular Music and Society 2015): collecting, trying, ordering",
		live: (person) => {
			person.open("/playlists/summer").wait(4);
			person.times(3, 6, (i) => {
				hit(person, 500, 60, 0.1).fill(person.random.between(2, 5)).open(`/search/tracks-${i}`).wait(3);
				person.times(1, 3, () => {
					hit(person, 240, person.random.whole(220, 640), 0.5);
					ponder(person, 6, 26);
					if (person.random.chance(0.6)) hit(person, 1080, person.random.whole(220, 640), 1.5);
				});
				if (person.random.chance(0.4)) person.scroll().wait(3);
			});
			hit(person, 110, 420).open("/playlists/summer").wait(4).scroll().wait(4);
			hit(person, 240, 300, 2).scroll().wait(4);
		},
	},
	{
		name: "guest at a video call who mostly listens",
		right: ["focused", "neutral", "browsing"],
		inTrouble: false,
		source:
			"Microsoft, Work Trend Index on remote meetings: long listening, now and then a click or a line of chat",
		live: (person) => {
			person.open("/meet/team-weekly").wait(4);
			hit(person, 620, 560, 3);
			person.times(2, 4, () => {
				ponder(person, 40, 260);
				hit(person, 560, 740, 1);
				person.rest(person.random.between(6, 26)).pointAt(560, 740).click().wait(2);
				if (person.random.chance(0.5)) person.pointAt(1100, 700).click().exactly(0.1).fill(8).wait(1);
			});
			ponder(person, 8, 28).pointAt(1100, 740).click().wait(1);
			person.fill(6).wait(3).pointAt(700, 740).click().wait(2);
		},
	},
	{
		name: "wall screen that shows figures and that nobody touches",
		right: ["neutral", "disengaged"],
		inTrouble: false,
		source: "Grafana, on kiosk mode and playlists: dashboards on a wall refresh and rotate by themselves",
		live: (person) => {
			const every = person.oneOf(60, 90, 150);
			const boards = ["/wall/orders", "/wall/latency", "/wall/weather"];
			person.open("/wall/orders").wait(4);
			person.times(4, 11, (i) => {
				person.rest(every - person.random.between(0, 0.4));
				person.open(boards[(i + 1) % boards.length] ?? "/wall/orders");
			});
			person.rest(every / 2);
			if (person.random.chance(0.6)) failsInBackground(person, 90, "GET /api/figures 504");
		},
	},
	{
		name: "museum visitor at a touch screen",
		right: ["browsing", "decisive"],
		inTrouble: false,
		source:
			"Hornecker and Stifter, Learning from Interactive Museum Installations (OzCHI 2006): short, playful visits",
		live: (person) => {
			if (person.random.chance(0.5)) person.open("/kiosk").rest(person.random.between(35, 120));
			person.open("/kiosk").wait(3);
			person.times(4, 9, (i) => {
				follow(person, `/kiosk/object/${i}`, 0.5).wait(5);
				if (person.random.chance(0.5)) tapOnKnown(person.pointAt(1100, 400), "carousel", 1, 5);
				person.wait(4);
				if (person.random.chance(0.5)) read(person, 4, 14).wait(2);
				hit(person, 80, 740, 0.5).open("/kiosk").wait(2.5);
			});
			follow(person, "/kiosk/object/ship", 0.5).wait(4).scroll("down", 500).wait(5);
		},
	},
	{
		name: "traveller who looks for the cheapest week",
		right: ["browsing", "focused", "decisive"],
		inTrouble: false,
		source:
			"Baymard Institute, travel accommodations research: calendars and changed dates to compare prices",
		live: (person) => {
			person.open("/flights").wait(3).fill(3).fill(4).wait(0.5);
			person.times(2, 5, (i) => {
				hit(person, 640, 320, 1);
				tapOnKnown(person.pointAt(820, 300), "calendar", 1, 5);
				person.wait(2).pointAt(560, 420);
				tapOnKnown(person, "calendar", 1, 2);
				hit(person, 900, 560, 2).open(`/flights/results?week=${i}`).wait(5);
				person.times(1, 3, () => read(person, 4, 16));
				if (person.random.chance(0.5)) person.hover(person.random.between(1.5, 3)).wait(1);
			});
			follow(person, "/flights/offer/22", 1).wait(5).scroll("down", 500).wait(6);
		},
	},
	{
		name: "bank customer who pays three bills",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: "EBA, strong customer authentication under PSD2: a transfer is confirmed with a second device",
		live: (person) => {
			person.open("/bank/login").wait(2).fill(4).fill(5);
			hit(person, 620, 500).rest(person.random.between(6, 24)).open("/bank/accounts").wait(4);
			person.times(2, 4, (i) => {
				hit(person, 220, 240, 0.8).open("/bank/transfer").wait(2);
				person.fill(6).fill(person.random.between(9, 20), person.random.whole(0, 2)).fill(3).fill(6);
				hit(person, 640, 680, 0.9).open(`/bank/transfer/confirm?n=${i}`);
				ponder(person, 7, 29).fill(4).pointAt(640, 620).click().wait(1);
				person.open("/bank/transfer/done").wait(4);
			});
			hit(person, 220, 160).open("/bank/accounts").wait(4);
		},
	},
	{
		name: "tax filer who goes back to look at an earlier answer",
		right: ["focused", "decisive"],
		inTrouble: false,
		source:
			"GOV.UK Design System, check answers: people go back to a question, change or keep it, and return",
		live: (person) => {
			person.open("/tax/income").wait(7);
			person.times(3, 6, (i) => {
				ponder(person, 5, 25);
				person.fill(person.random.between(4, 12), person.random.whole(0, 2)).wait(1);
				if (person.random.chance(0.5)) person.fill(5).wait(1);
				hit(person, 320, 640)
					.open(`/tax/step-${i + 2}`)
					.wait(4);
				if (person.random.chance(0.35)) {
					person.back(`/tax/step-${i + 1}`).rest(person.random.between(4, 14));
					hit(person, 320, 640)
						.open(`/tax/step-${i + 2}`)
						.wait(4);
				}
			});
			person.open("/tax/check-answers").wait(3);
			person.times(2, 4, () => read(person, 6, 22));
			hit(person, 900, 380).open("/tax/income?change=1").wait(4).fill(6, 1).wait(1);
			hit(person, 320, 640).open("/tax/check-answers").wait(3).scroll("down", 700, 60).wait(6);
		},
	},
	{
		name: "one-handed shopper on a train that passes tunnels",
		right: ["browsing"],
		inTrouble: false,
		source:
			"Hoober, How Do Users Really Hold Mobile Devices? (UXmatters 2013); Nielsen Norman Group, on mobile and connectivity",
		live: (person) => {
			person.open("/m/trainers").wait(4);
			person.times(3, 6, (i) => {
				person.times(2, 5, () => person.scroll("down", person.random.around(1700, 0.3), 7).wait(2.5));
				person.pointAt(person.random.whole(180, 340), person.random.whole(300, 620)).click(8);
				if (person.random.chance(0.3)) unanswered(person).exactly(person.random.between(4, 14));
				else person.wait(1.1);
				person.open(`/m/trainers/${i}`).wait(4);
				if (person.random.chance(0.6)) tapOnKnown(person.pointAt(300, 330), "carousel", 1, 4);
				person.wait(2).scroll("down", 1200, 12).wait(4).back("/m/trainers").wait(2.5);
			});
			person.times(2, 5, () => person.scroll("down", person.random.around(1500, 0.3), 7).wait(3));
		},
	},
	{
		name: "voice control user who says the numbers of buttons",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "W3C WAI, Stories of Web Users: speech recognition, show numbers, dictation into fields",
		live: (person) => {
			person.open("/library/membership").wait(8);
			person.times(3, 6, (i) => {
				person.press().wait(1).focus();
				person.type(person.random.between(5, 14), person.random.whole(1, 3), [2, 6]).blur().wait(3);
				if (person.random.chance(0.3)) person.press().wait(2).focus().type(4, 1).blur().wait(2);
				if (i % 2 === 1) person.press().wait(1.2).open(`/library/membership/${i}`).wait(6);
			});
			person.press().wait(1.2).open("/library/membership/check").rest(person.random.between(8, 27));
			person.press().wait(1.2).open("/library/membership/welcome").wait(7);
		},
	},
	{
		name: "reader who points with the eyes and clicks by dwelling",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: "Majaranta and Räihä, Twenty Years of Eye Typing (ETRA 2002): a dwell instead of a click",
		live: (person) => {
			person.open("/magazine").wait(6);
			person.times(4, 8, (i) => {
				person.hover(person.random.between(1.5, 2.6)).click(6).wait(1).open(`/magazine/piece-${i}`).wait(6);
				person.times(1, 4, () => {
					read(person, 7, 24);
					if (person.random.chance(0.4)) person.hover(person.random.between(1.5, 2.5));
				});
				person.wait(2).hover(person.random.between(1.5, 2.4)).click(6).wait(1).open("/magazine").wait(4);
			});
			person.hover(1.8).click(6).wait(1).open("/magazine/last").wait(5);
			person.times(1, 3, () => read(person, 8, 25));
		},
	},
	{
		name: "learner of a language who hears each sentence again",
		right: ["focused"],
		inTrouble: false,
		source: "Settles and Meeder, A Trainable Spaced Repetition Model (ACL 2016): short exercises, one by one",
		live: (person) => {
			person.open("/lesson/unit-6").wait(3);
			person.times(4, 9, () => {
				tapOn(person.pointAt(400, 260), 1, 4, [0.8, 3.5]);
				if (person.random.chance(0.3)) tapOn(person.pointAt(460, 260), 2, 4, [0.3, 0.7]);
				person.wait(3).focus();
				person.type(person.random.between(4, 14), person.random.whole(0, 2)).blur().exactly(0.2);
				hit(person, 980, 720, 2.5).pointAt(980, 720).click().wait(2);
			});
			tapOn(person.pointAt(400, 260), 1, 3, [1, 3]).wait(2).fill(8, 1).pointAt(980, 720).click().wait(2);
		},
	},
	{
		name: "scholar who takes quotations from a long paper",
		right: ["focused", "browsing"],
		inTrouble: false,
		source:
			"Tashman and Edwards, Active Reading and Its Discontents (CHI 2011): selecting, turning back, notes",
		live: (person) => {
			person.open("/papers/1807").wait(7);
			person.times(5, 11, () => {
				read(person, 10, 32);
				if (person.random.chance(0.5)) {
					person.wait(2).pointAnywhere();
					if (person.random.chance(0.6)) tapOnKnown(person, "text_selection", 2, 4);
					else person.click(3).exactly(0.22).click(1);
					person.wait(3);
				}
				if (person.random.chance(0.3))
					person.wait(2).scroll("down", 3500, 45).rest(person.random.between(4, 12)).scroll("up", 3500, 45);
				if (person.random.chance(0.25)) person.wait(1).backtrack().scroll("up", 350, 6).wait(6);
			});
			person.wait(2).pointAnywhere();
			tapOnKnown(person, "text_selection", 2, 3);
			read(person, 8, 25).wait(3);
		},
	},
	{
		name: "reader whose pointer follows the lines and clicks beside them",
		right: ["browsing", "focused"],
		inTrouble: false,
		source:
			"Huang, White and Buscher, User See, User Point (CHI 2012): pointers follow reading, clicks that mean nothing",
		live: (person) => {
			person.open("/essays/on-walking").wait(5);
			person.times(7, 16, () => {
				ponder(person, 4, 14);
				if (person.random.chance(0.5)) person.hover(person.random.between(1.5, 4));
				if (person.random.chance(0.45)) unanswered(person.pointAnywhere().click(4)).wait(1.5);
				if (person.random.chance(0.15)) unanswered(person.exactly(0.3).click(2)).wait(2);
				person.scroll("down", person.random.around(350, 0.3), 6).wait(2);
			});
			read(person, 6, 20).wait(3);
		},
	},
	{
		name: "commander in a battle drawn on a canvas",
		right: ["focused"],
		inTrouble: false,
		source:
			"Thompson and others, on StarCraft telemetry (PLOS ONE 2013): bursts of orders; a canvas changes without the document",
		live: (person) => {
			person.open("/play/frontier").wait(5).pointAt(620, 540).click().wait(4);
			person.times(5, 9, () => {
				person.times(4, 12, () => {
					person.pointAnywhere().click(4);
					if (person.random.chance(0.8)) unanswered(person);
					person.exactly(person.random.between(0.5, 2.2));
				});
				if (person.random.chance(0.4)) hit(person, 1160, person.random.whole(560, 760), 1);
				person.wait(4);
			});
			person.times(2, 5, () => unanswered(person.pointAnywhere().click(4)).exactly(1.3));
		},
	},
	{
		name: "player of the daily word puzzle",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Csikszentmihalyi, on flow; the New York Times, on Wordle: six guesses on keys on the screen",
		live: (person) => {
			person.open("/games/word").wait(4).pointAt(620, 500).click().wait(3);
			person.times(3, 6, () => {
				ponder(
					person,
					5,
					person.random.pick([
						[14, 3],
						[28, 2],
						[45, 1],
					] as const),
				);
				for (let letter = 0; letter < 5; letter++) {
					person.pointAt(380 + 48 * person.random.whole(0, 9), 600 + 58 * person.random.whole(0, 2));
					person.click(4).exactly(person.random.between(0.35, 1.4));
				}
				if (person.random.chance(0.25)) tapOn(person.pointAt(860, 716), 2, 5, [0.25, 0.5]);
				hit(person, 385, 716, 2.5);
			});
			person.wait(3);
			if (person.random.chance(0.6)) hit(person, 620, 470, 3);
		},
	},
	{
		name: "trader who waits for a price and then acts",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Nielsen Norman Group, on complex applications: experts monitor for long and act in bursts",
		live: (person) => {
			person.open("/trade/eurusd").wait(5);
			person.times(2, 5, () => {
				ponder(person, 15, 130).hover(person.random.between(1.5, 4)).wait(2);
				if (person.random.chance(0.5)) hit(person, person.random.whole(200, 800), 120, 2);
				tapOnKnown(person.pointAt(1120, 360), "stepper", 3, 9);
				person.wait(1);
				if (person.random.chance(0.5)) person.fill(2.5);
				hit(person, 1080, 520, 1.2).pointAt(1080, 560).click().wait(2.5);
			});
			tapOnKnown(person.pointAt(1120, 360), "stepper", 2, 5);
			person.fill(2.5).pointAt(1080, 520).click().wait(2);
			if (person.random.chance(0.3)) failsInBackground(person, 45, "quote stream: reconnecting");
		},
	},
	{
		name: "engineer who narrows a log down, query by query",
		right: ["focused", "browsing"],
		inTrouble: false,
		source: "Elastic, on Discover: filter, open an entry, filter by its field, read around it",
		live: (person) => {
			person.open("/logs").wait(4);
			person.times(4, 7, (i) => {
				hit(person, 500, 60, 0.1).fill(person.random.between(4, 10), person.random.whole(0, 1));
				person.open(`/logs?q=filter-${i}`).wait(3);
				person.times(1, 4, () => {
					hit(person, 420, person.random.whole(200, 700), 1.2);
					ponder(person, 6, 26);
				});
				if (person.random.chance(0.5)) person.scroll("down", 1100, 15).wait(4).scroll("up", 1100, 15).wait(3);
			});
			hit(person, 420, 360, 1.5).rest(person.random.between(10, 28)).scroll("down", 500, 8).wait(5);
			if (person.random.chance(0.4)) failsInBackground(person, 25, "live tail: 502");
		},
	},
	{
		name: "librarian who looks up and reserves a list of books",
		right: ["decisive", "focused"],
		inTrouble: false,
		source:
			"Borgman, Why Are Online Catalogs Still Hard to Use? (JASIS 1996): known-item search by trained staff",
		live: (person) => {
			person.open("/catalogue").wait(3);
			person.times(4, 8, (i) => {
				hit(person, 520, 90, 0.1).fill(person.random.between(3, 7)).exactly(0.3);
				person.open(`/catalogue?title=book-${i}`).wait(2.5);
				hit(person, 380, person.random.whole(220, 340), 0.7)
					.open(`/catalogue/record/${610 + i}`)
					.wait(4);
				hit(person, 980, 320, 1.2).pointAt(640, 520).click().wait(1.5);
			});
			hit(person, 1120, 60, 0.8).open("/catalogue/reservations").wait(4).scroll("down", 700).wait(3);
		},
	},
	{
		name: "explorer of a subject who asks one question after the other",
		right: ["browsing", "focused"],
		inTrouble: false,
		source:
			"Hassan et al., Struggling or Exploring? (WSDM 2014): explorers ask different things and stay on what they find",
		live: (person) => {
			const subjects = ["bees", "hives", "honey", "wax", "swarms", "queens"];
			person.open("/search").wait(4);
			person.times(3, 5, (i) => {
				person.pointAt(620, 60).click().exactly(0.1).fill(4);
				person.open(`/search?q=${subjects[i] ?? "bees"}`).wait(4);
				person.times(1, 3, (j) => {
					person
						.pointAt(400, 220 + 90 * j)
						.click()
						.wait(0.8)
						.open(`/wiki/${subjects[i] ?? "bees"}-${j}`)
						.wait(5);
					person.times(2, 4, () => read(person, 9, 30));
					person
						.wait(3)
						.back(`/search?q=${subjects[i] ?? "bees"}`)
						.wait(3);
				});
			});
			person.pointAt(400, 310).click().wait(0.8).open("/wiki/beekeeping").wait(5);
			person.times(2, 4, () => read(person, 10, 30));
		},
	},
	{
		name: "nurse who notes readings at a shared ward terminal",
		right: ["decisive", "focused"],
		inTrouble: false,
		source:
			"Koppel et al., Workarounds to Computer Access in Healthcare Organizations (2015): brief visits between other work",
		live: (person) => {
			person.open("/ward/login").wait(1.5).fill(3).fill(3).exactly(0.2).open("/ward/beds").wait(2);
			person.times(2, 5, (i) => {
				hit(person, 300 + 160 * (i % 4), 300, 0.7)
					.open(`/ward/bed/${i + 1}`)
					.wait(2);
				person.times(3, 5, () => person.fill(person.random.between(1.5, 4)));
				hit(person, 960, 700, 1).open("/ward/beds");
				if (person.random.chance(0.6)) ponder(person, 20, 200);
				else person.wait(2);
			});
			hit(person, 460, 300, 0.7).open("/ward/bed/9").wait(2).fill(2).fill(3).fill(2);
			hit(person, 960, 700, 1).open("/ward/beds").wait(2);
		},
	},
	{
		name: "secretary who keeps the minutes while saving fails unseen",
		right: ["focused"],
		inTrouble: false,
		source:
			"Sentry, on noisy issues: an autosave that is tried again by itself is an error report, and nobody's trouble",
		live: (person) => {
			person.open("/docs/minutes-may").wait(4).pointAt(500, 300).click().exactly(0.1).focus();
			person.times(3, 7, () => {
				person.type(person.random.between(15, 70), person.random.whole(2, 5), [2, 15]);
				if (person.random.chance(0.4)) {
					person.scroll("up", 500, 6).wait(4).pointAt(420, 260).click().wait(1);
					person.type(6, 1).scroll("down", 500, 6).wait(1).pointAt(500, 560).click().exactly(0.2);
				}
			});
			person.type(20, 2, [2, 8]);
			failsInBackground(person, person.oneOf(15, 25, 40), "autosave: 503, trying again in 10 s");
		},
	},
	{
		name: "genealogist who turns the leaves of a parish register",
		right: ["focused", "browsing"],
		inTrouble: false,
		source:
			"Duff and Johnson, Where Is the List with All the Names? (American Archivist 2003): patient leafing",
		live: (person) => {
			person.open("/register/1821/1").wait(5);
			person.times(8, 18, (i) => {
				person.pointAt(1180, 420);
				if (person.random.chance(0.25)) tapOn(person, 2, 4, [0.3, 0.8]);
				else person.click(2);
				person
					.wait(0.9)
					.open(`/register/1821/${i + 2}`)
					.wait(3);
				if (person.random.chance(0.35)) tapOn(person.pointAt(60, 700), 1, 3, [0.3, 0.9]);
				ponder(person, 4, person.random.chance(0.1) ? 50 : 22);
				if (person.random.chance(0.3)) person.hover(person.random.between(2, 5));
			});
			person.pointAt(1180, 420).click().wait(0.9).open("/register/1821/last").rest(12).hover(3).wait(2);
		},
	},
	{
		name: "household that orders the week's groceries",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		source: "Baymard Institute, grocery and food delivery research: many items, quantities, earlier baskets",
		live: (person) => {
			person.open("/groceries").wait(3);
			person.times(4, 8, (i) => {
				if (person.random.chance(0.5)) {
					hit(person, 620, 60, 0.1).fill(3).open(`/groceries/search?q=item-${i}`).wait(2.5);
				} else {
					hit(person, 140, 200 + 40 * (i % 6), 0.7)
						.open(`/groceries/aisle-${i}`)
						.wait(3)
						.scroll()
						.wait(2.5);
				}
				person.times(1, 3, () => {
					hit(person, person.oneOf(320, 560, 800), person.oneOf(380, 660), 1);
					const isStepper = person.random.chance(0.5);
					const isTapping = !isStepper && person.random.chance(0.5);
					if (isStepper) tapOnKnown(person, "stepper", 1, 4);
					if (isTapping) tapOn(person, 1, 4);
					person.wait(2);
				});
			});
			hit(person, 1160, 60, 0.8).open("/groceries/basket").wait(4).scroll("down", 700).wait(3);
			hit(person, 980, 640, 0.9).open("/groceries/slot").wait(4).pointAt(560, 420).click().wait(3);
		},
	},
	{
		name: "couple that looks for a flat on map and list",
		right: ["browsing", "focused"],
		inTrouble: false,
		source: "Nielsen Norman Group, on filters and faceted search: narrowing, looking, widening again",
		live: (person) => {
			person.open("/flats").wait(4);
			person.times(3, 6, (i) => {
				hit(person, 160, person.random.whole(180, 640), 1.5).open(`/flats?filter=${i}`).wait(3);
				person.times(1, 4, () => person.scroll("down", person.random.around(700, 0.3), 8).wait(4));
				if (person.random.chance(0.6)) person.hover(person.random.between(1.5, 3)).wait(1);
				person.times(1, 2, (j) => {
					follow(person, `/flats/${100 * i + j}`).wait(5);
					tapOnKnown(person.pointAt(760, 340), "carousel", 2, 7);
					read(person, 5, 24).wait(3).back(`/flats?filter=${i}`).wait(3);
				});
			});
			follow(person, "/flats/777").wait(5);
			tapOnKnown(person.pointAt(760, 340), "carousel", 2, 6);
			read(person, 6, 24).wait(4);
		},
	},
	{
		name: "bidder in the last minutes of an auction",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: "Roth and Ockenfels, Last-Minute Bidding (American Economic Review 2002)",
		live: (person) => {
			person.open("/lots/4410").wait(4).scroll("down", 600).wait(4);
			person.times(4, 10, () => {
				person.exactly(person.random.between(7, 22)).open("/lots/4410").wait(2);
				if (person.random.chance(0.45)) {
					hit(person, 940, 420, 0.1).fill(2);
					hit(person, 1040, 420, 0.8).pointAt(640, 560).click().wait(1);
					person.open("/lots/4410?bid=placed").wait(2);
				}
			});
			hit(person, 940, 420, 0.1).fill(1.5).pointAt(1040, 420).click().wait(0.8).pointAt(640, 560).click();
			person.wait(1).open("/lots/4410?bid=placed").wait(5);
		},
	},
	{
		name: "fan who waits in line for tickets and gets two",
		right: ["decisive", "focused"],
		inTrouble: false,
		source: "Queue-it, on virtual waiting rooms: the page renews itself, and people wait beside it",
		live: (person) => {
			person.open("/queue/concert").wait(3);
			person.times(3, 7, () =>
				person
					.rest(
						person.random.pick([
							[29, 3],
							[60, 1],
						] as const),
					)
					.open("/queue/concert"),
			);
			person.exactly(person.random.between(8, 25)).open("/concert/seats").wait(3);
			person.times(1, 3, () =>
				hit(person, person.random.whole(300, 800), person.random.whole(200, 560), 2.5),
			);
			hit(person, 1040, 700, 1).open("/concert/you").wait(2);
			person.times(3, 5, () => person.fill(4));
			hit(person, 1040, 700, 1).open("/concert/pay").wait(2).fill(8).fill(2).fill(2);
			hit(person, 1040, 700, 2).open("/concert/booked").wait(4);
		},
	},
	{
		name: "evening scroller of an endless feed",
		right: ["browsing"],
		inTrouble: false,
		source: "Lupinacci, Absentmindedly Scrolling Through Nothing (Media, Culture & Society 2021)",
		live: (person) => {
			person.open("/feed").wait(3);
			person.times(25, 80, () => {
				person.scroll("down", person.random.around(1300, 0.4), 1.2).wait(3.5);
				if (person.random.chance(0.12)) hit(person, 420, person.random.whole(300, 700), 1);
				if (person.random.chance(0.08)) person.scroll("up", 900, 1).wait(4);
				if (person.random.chance(0.08)) ponder(person, 8, 34);
				if (person.random.chance(0.04))
					follow(person, "/feed/post").wait(6).scroll().wait(5).back("/feed").wait(2);
			});
			if (person.random.chance(0.3)) failsInBackground(person, 60, "ResizeObserver loop limit exceeded");
		},
	},
	{
		name: "reader who leaves for other tabs and comes back each time",
		right: ["browsing", "focused"],
		inTrouble: false,
		source:
			"Dubroy and Balakrishnan, A Study of Tabbed Browsing (CHI 2010): switching between tabs that are in use",
		live: (person) => {
			person.open("/guides/heat-pumps").wait(5);
			person.times(3, 6, () => {
				person.times(2, 4, () => read(person, 6, 24));
				person.wait(1).rest(person.random.between(35, 170));
				person.scroll(person.oneOf("down", "up"), 350, 4).wait(4);
			});
			follow(person, "/guides/heat-pumps/costs").wait(5);
			person.times(3, 6, () => read(person, 6, 22));
		},
	},
	{
		name: "parent who is called away from a form and finishes it later",
		right: ["focused", "decisive"],
		inTrouble: false,
		source:
			"Mark, Gudith and Klocke, The Cost of Interrupted Work (CHI 2008): interrupted people come back and make up for it",
		live: (person) => {
			person.open("/school/enrol").wait(6);
			person.times(3, 5, () => person.fill(6).wait(1));
			person.focus().type(3, 1);
			ponder(person, 100, 420);
			person.type(5).blur().wait(2);
			person.times(3, 5, () => person.fill(person.random.between(4, 9), person.random.whole(0, 1)).wait(1));
			if (person.random.chance(0.4)) ponder(person, 35, 90).fill(6).wait(1);
			hit(person, 340, 700, 1).open("/school/enrol/check").rest(person.random.between(6, 25));
			person.scroll("down", 600, 30).wait(4).pointAt(340, 700).click().wait(1);
			person.open("/school/enrol/received").wait(6);
		},
	},
	{
		name: "grandmother who taps twice on everything, and gets there",
		right: ["browsing", "decisive", "focused"],
		inTrouble: false,
		source:
			"Nielsen Norman Group, Usability for Older Adults: double clicks where one would do, slow and steady",
		live: (person) => {
			const doubleTap = (url: string) =>
				person.pointAnywhere().click(5).exactly(person.random.between(0.2, 0.45)).click(5).wait(1).open(url);
			person.open("/choir").wait(8);
			person.times(4, 7, (i) => {
				doubleTap(`/choir/${person.oneOf("concerts", "photos", "news", "members")}/${i}`).wait(8);
				person.times(1, 3, () => person.scroll("down", 300, 8).rest(person.random.between(7, 26)));
				if (person.random.chance(0.4)) doubleTap("/choir").wait(6);
			});
			doubleTap("/choir/concerts/christmas").wait(8).scroll("down", 300, 8).wait(8);
		},
	},
	{
		name: "member of a panel who answers a questionnaire",
		right: ["focused", "decisive"],
		inTrouble: false,
		source: "Couper, Designing Effective Web Surveys (2008): grids of answers, page by page",
		live: (person) => {
			person.open("/survey/1").wait(6);
			person.times(4, 8, (i) => {
				person.times(3, 8, (row) =>
					person
						.pointAt(500 + 80 * person.random.whole(0, 4), 220 + 55 * row)
						.click()
						.wait(person.random.between(1.2, 4)),
				);
				if (person.random.chance(0.3)) person.fill(person.random.between(5, 20), person.random.whole(0, 2));
				if (person.random.chance(0.4)) person.scroll("down", 700, 30).wait(1);
				hit(person, 960, 730, 0.8)
					.open(`/survey/${i + 2}`)
					.wait(5);
			});
			hit(person, 580, 220, 2).pointAt(660, 275).click().wait(3);
		},
	},
	{
		name: "moderator who clears a queue by keys",
		right: ["focused", "decisive"],
		inTrouble: false,
		source:
			"Nielsen Norman Group, Accelerators Maximize Efficiency in User Interfaces: shortcuts of practised people",
		live: (person) => {
			person.open("/moderation/queue").wait(3);
			person.times(20, 60, () => {
				person.exactly(person.random.around(2.2, 0.6)).press();
				if (person.random.chance(0.1)) person.exactly(0.3).press();
				if (person.random.chance(0.08)) person.wait(2).scroll("down", 600).wait(3);
				if (person.random.chance(0.06)) person.wait(1).fill(6, 1);
				if (person.random.chance(0.04)) ponder(person, 12, 40);
			});
			person.wait(1).press();
		},
	},
	{
		name: "payer whose card is declined and whose other card works",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		recovers: true,
		source:
			"Baymard Institute, on declined cards at checkout: a clear message and another method save the order",
		live: (person) => {
			person.open("/checkout/payment").wait(3).fill(9).fill(3).fill(2);
			hit(person, 640, 680, 2).error("card_declined").wait(5);
			if (person.random.chance(0.5))
				person.fill(3).pointAt(640, 680).click().wait(2).error("card_declined").wait(4);
			hit(person, 420, 300, 2).fill(10).fill(3).fill(2).wait(1);
			hit(person, 640, 680, 2).open("/checkout/thanks").wait(5).scroll("down", 500).wait(5);
			hit(person, 420, 540, 1).open("/orders/3310").wait(5).scroll("down", 500).wait(4);
			person.times(1, 3, (i) => follow(person, `/garden/${i}`).wait(5).scroll().wait(4));
		},
	},
	{
		name: "student whose session had ended and who signs in and hands in",
		right: ["focused", "decisive", "browsing"],
		inTrouble: false,
		recovers: true,
		source: "W3C, WCAG 2.2.5 Re-authenticating: who signs in again goes on without loss",
		live: (person) => {
			person.open("/course/essay/submit").wait(4).fill(5);
			person.focus().type(person.random.between(30, 90), person.random.whole(1, 4)).blur().exactly(0.3);
			hit(person, 340, 690, 1).error("401 session expired").exactly(0.3).open("/login?expired=1").wait(4);
			person.fill(4).fill(5);
			if (person.random.chance(0.3)) hit(person, 620, 500, 1.5).open("/login?failed=1").wait(2).fill(6);
			hit(person, 620, 500, 1.2).open("/course/essay/submit").wait(5).scroll("down", 600).wait(4);
			person.fill(8, 1).wait(1).pointAt(340, 690).click().wait(1.2).open("/course/essay/handed-in").wait(6);
			follow(person, "/course/week-5").wait(5);
			person.times(2, 5, () => read(person, 8, 25));
		},
	},
	{
		name: "customer who takes back an order made by mistake",
		right: ["browsing", "decisive"],
		inTrouble: false,
		recovers: true,
		source: "Nielsen Norman Group, 10 Usability Heuristics: user control and freedom, an emergency exit",
		live: (person) => {
			person.open("/books/atlas").wait(5).scroll().wait(4).pointAt(960, 460).click().wait(0.9);
			person.open("/orders/881/thanks").wait(1.5).back("/books/atlas").wait(2);
			hit(person, 1160, 60, 0.9).open("/orders").wait(2).hover(1.6).wait(1);
			if (person.random.chance(0.5))
				hit(person, 200, 720, 0.9).open("/help/cancel").wait(4).back("/orders").wait(2);
			hit(person, 420, 260, 0.8).open("/orders/881").wait(3).scroll("down", 900).wait(2);
			hit(person, 900, 560, 1).pointAt(640, 480).click().wait(1.2).open("/orders/881/cancelled").wait(6);
			hit(person, 120, 60, 0.9).open("/books").wait(4);
			person.times(2, 4, (i) => {
				person.scroll().wait(4);
				follow(person, `/books/${i}`).wait(5).scroll().wait(5);
			});
		},
	},
	{
		name: "customer whose code arrives when it is sent again",
		right: ["decisive", "focused", "browsing"],
		inTrouble: false,
		recovers: true,
		source: "NIST SP 800-63B, usability of out-of-band codes: delays, and a code sent again",
		live: (person) => {
			person.open("/login").wait(2).fill(4).fill(4).pointAt(620, 500).click().wait(1).open("/login/code");
			person.rest(person.random.between(32, 75)).pointAt(620, 560).click().wait(2);
			if (person.random.chance(0.4)) ponder(person, 20, 45).pointAt(620, 560).click().wait(2);
			ponder(person, 6, 25).pointAt(620, 420).click().exactly(0.1).fill(5);
			hit(person, 620, 500, 1).open("/account").wait(5);
			hit(person, 240, 300, 0.8).open("/account/plan").wait(5).scroll("down", 500).wait(4);
			hit(person, 240, 360, 0.8).open("/account/invoices").wait(4);
			person.times(2, 4, (i) => hit(person, 900, 260 + 60 * i, 3));
		},
	},
];
