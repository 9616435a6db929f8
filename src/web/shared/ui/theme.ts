import { effect, signal } from "@preact/signals";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** public/theme.js reads it before the page is drawn. */
const SETTING = "undertone-theme";

/** Whether the page is light, dark, or as the system is. */
export const theme = signal<Theme>(THEMES.find((name) => name === localStorage.getItem(SETTING)) ?? "auto");

effect(() => {
	const { dataset } = document.documentElement;
	if (theme.value === "auto") delete dataset.theme;
	else dataset.theme = theme.value;
	localStorage.setItem(SETTING, theme.value);
});
