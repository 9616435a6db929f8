export const THEMES = ["auto", "light", "dark"] as const;
/** `auto` follows the reader's system where the picture is shown by a browser, and is light elsewhere. */
export type Theme = (typeof THEMES)[number];

/** Text against paper has a contrast of 7 or more, muted text of 4.5 or more (WCAG 2.2, 1.4.6 and 1.4.3). */
const LIGHT = {
	paper: "#ffffff",
	text: "#1f2430",
	muted: "#5b6472",
	grid: "#e3e6eb",
	zero: "#9aa3b2",
	line: "#3b5bdb",
	pleasant: "#2b8a3e",
	unpleasant: "#c2255c",
};

const DARK: typeof LIGHT = {
	paper: "#14171f",
	text: "#eef0f4",
	muted: "#a3adbd",
	grid: "#2a303c",
	zero: "#5d6678",
	line: "#91a7ff",
	pleasant: "#69db7c",
	unpleasant: "#faa2c1",
};

const rules = (colours: typeof LIGHT): string =>
	[
		`.paper{fill:${colours.paper}}`,
		`.text{fill:${colours.text}}`,
		`.muted{fill:${colours.muted}}`,
		`.grid{stroke:${colours.grid}}`,
		`.zero{stroke:${colours.zero}}`,
		`.line{stroke:${colours.line};fill:none}`,
		`.band{fill:${colours.line};fill-opacity:.16}`,
		`.pleasant{fill:${colours.pleasant}}`,
		`.unpleasant{fill:${colours.unpleasant}}`,
		`.label{fill:${colours.text};stroke:${colours.paper};stroke-width:4px;stroke-linejoin:round;paint-order:stroke}`,
		`.turn{fill:${colours.paper};stroke:${colours.line}}`,
	].join("");

/** The style sheet of a picture: classes only, since word processors know no custom properties. */
export function styleSheet(theme: Theme): string {
	if (theme === "auto") return `${rules(LIGHT)}@media(prefers-color-scheme:dark){${rules(DARK)}}`;
	return rules(theme === "dark" ? DARK : LIGHT);
}
