import type { Lang } from "../languages.ts";
import type { Token } from "./stems.ts";

/** Forms that share a stem with a word of feeling and are another word: they count only for a keyword written so. */
const HOMOGRAPHS: Record<Lang, ReadonlySet<string>> = {
	uk: new Set([
		...["дивиться", "дивитися", "дивлюся", "дивлюсь", "пишу", "пише", "писати", "вино", "вином"],
		...["подай", "подати", "сума", "суми", "образ", "враз"],
	]),
	en: new Set(["grate", "grated", "grates", "grating", "thought", "thoughts"]),
	es: new Set(["atentado", "atentados", "tema", "temas", "serie", "series", "paco"]),
};

/** Set phrases in which a word of feeling means something else; a phrase is the lower-case text of whole words. */
const PHRASES: Record<Lang, RegExp> = {
	uk: /^(?:(?:верховн|міськ|обласн|районн|сільськ)\S+ рад\S*|на горі|\d+ лютого|(?:лютий|лютого) (?:місяць|місяця|року))$/,
	en: /^(?:kind of|sort of|(?:play|plays|played|playing) (?:the|guitar|piano|violin|drums|football|chess|cards))$/,
	es: /^(?:océano|el) pacífico$/,
};

const CAPITAL = /^\p{Lu}/u;

/** Whether the form is another word than the keyword's whose stem it shares. */
export const isHomograph = (form: string, keyword: string, lang: Lang): boolean =>
	form !== keyword && HOMOGRAPHS[lang].has(form);

/** Whether the word at `index` belongs to a set phrase or, as in "Miss Lane", to a name. */
export function isInPhrase(text: string, tokens: readonly Token[], index: number, lang: Lang): boolean {
	const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
	if (!token) return false;
	if (before && !token.opensClause && PHRASES[lang].test(`${before.word} ${token.word}`)) return true;
	if (!after || after.opensClause) return false;
	if (PHRASES[lang].test(`${token.word} ${after.word}`)) return true;
	const isTitle = lang === "en" && text.slice(token.start, token.end) === "Miss";
	return isTitle && CAPITAL.test(text.slice(after.start, after.end));
}
