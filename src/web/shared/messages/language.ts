import { computed, signal } from "@preact/signals";

/** Every language that some page speaks, by the name it has in itself. */
export const LANGUAGE_NAMES = {
	en: "English",
	es: "Español",
	gu: "ગુજરાતી",
	hi: "हिन्दी",
	uk: "Українська",
} as const;

export type Language = keyof typeof LANGUAGE_NAMES;

const SETTING = "undertone-language";

const current = signal<Language>("en");

/** The language that is spoken now. */
export const language = computed(() => current.value);

type Load = (language: Language) => Promise<void>;
const loads: Load[] = [];

/** Adds texts that have to be there before a language is spoken. */
export const beforeSpeaking = (load: Load): void => void loads.push(load);

/** Speaks a language once its texts are there, and says so to the browser. Throws when they cannot be loaded. */
async function speak(wanted: Language): Promise<void> {
	await Promise.all(loads.map((load) => load(wanted)));
	current.value = wanted;
	document.documentElement.lang = wanted;
}

/** The language that somebody chose for all pages. */
export async function chooseLanguage(wanted: Language): Promise<void> {
	await speak(wanted);
	localStorage.setItem(SETTING, wanted);
}

/** The first of the wished languages that is spoken here, else English. */
export function bestOf(wished: readonly string[], spoken: readonly Language[]): Language {
	const bases = wished.map((tag) => tag.toLowerCase().split("-")[0]);
	for (const base of bases) {
		const found = spoken.find((candidate) => candidate === base);
		if (found) return found;
	}
	return "en";
}

/** Starts in the chosen language, else in the browser's; in English when the texts do not come. */
export async function startLanguage(spoken: readonly Language[]): Promise<void> {
	const chosen = localStorage.getItem(SETTING);
	await speak(bestOf([...(chosen ? [chosen] : []), ...navigator.languages], spoken)).catch(() => speak("en"));
}
