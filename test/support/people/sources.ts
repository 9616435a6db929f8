/** What is known of the people in each group: published research and guidelines on how people use sites. */
export const SOURCES = {
	NNG: "Nielsen Norman Group, How People Read Online (2020) and Scrolling and Attention (2018): scroll, stop, read; return",
	keystrokes:
		"Research on pauses in writing by keystroke logging (Inputlog, ScriptLog): pauses over 2 s are planning, not trouble",
	media:
		"Time-on-page tools on media and background tabs (TimeMe, PostHog): no input while watching or listening",
	abilities:
		"WebAIM screen reader surveys; W3C WAI, How People with Disabilities Use the Web; studies of switch and dwell access",
	baymard:
		"Baymard Institute, product lists, product pages and checkout; hub and spoke, comparing, filtering",
	forms:
		"GOV.UK Service Manual and Baymard on forms: one error corrected, several steps, look-ups, slow answers",
	apps: "Guidelines on direct manipulation (Shneiderman 1983): quick repeated clicks where each is answered",
	noise:
		"Error trackers' lists of noise (Sentry inbound filters, extensions, blocked scripts, failing polls)",
	recovery: "Baymard Institute on validation errors and declined cards: most people correct them and go on",
	rage: "FullStory, Contentsquare, PostHog and Microsoft Clarity on rage clicks, dead clicks and error clicks",
	lost: "Smith 1996, lostness in hypertext; Nielsen Norman Group on pogo-sticking and refined searches",
	leaving:
		"Baymard Institute on abandonment; Nielsen Norman Group, How Long Do Users Stay on Web Pages (2011)",
} as const;
