import type { Lang } from "../languages.ts";
import type { Token } from "./stems.ts";

const NEGATORS: Record<Lang, ReadonlySet<string>> = {
	uk: new Set([
		"не",
		"ні",
		"без",
		"ніколи",
		"жодної",
		"жодного",
		"ніякої",
		"ніякого",
		"навряд",
		"ані",
		"нема",
		"немає",
	]),
	en: new Set([
		...["not", "no", "never", "without", "neither", "nor", "hardly", "barely", "cannot", "isn't", "wasn't"],
		...["aren't", "weren't", "don't", "doesn't", "didn't", "can't", "couldn't", "won't", "wouldn't", "ain't"],
		...["haven't", "hasn't", "hadn't", "shouldn't", "nobody", "nothing"],
	]),
	es: new Set([
		"no",
		"nunca",
		"jamás",
		"sin",
		"tampoco",
		"ni",
		"nadie",
		"nada",
		"ningún",
		"ninguna",
		"ninguno",
	]),
};

/** Words after a negator that make it affirm: "not only happy", "не лише щасливий", "no deja de llorar". */
const AFFIRMERS: Record<Lang, ReadonlySet<string>> = {
	uk: new Set(["лише", "тільки", "просто", "перестаю", "перестає", "перестають", "перестав", "перестала"]),
	en: new Set(["only", "just", "merely", "stop", "help", "wait"]),
	es: new Set(["solo", "sólo", "solamente", "dejo", "deja", "dejan", "dejaba", "dejes", "paro", "paraba"]),
};

const TURNS: Record<Lang, ReadonlySet<string>> = {
	uk: new Set(["але", "а", "проте", "однак", "зате"]),
	en: new Set(["but", "yet", "however"]),
	es: new Set(["pero", "sino", "aunque"]),
};

/** Words a negator reaches over: "not very happy", "не дуже щасливий", "no estoy muy feliz". */
const REACH: Record<Lang, number> = { uk: 2, en: 3, es: 3 };

/** Whether the word at `index` is denied by one before it in the same clause. Two negators do not cancel out. */
export function isNegated(tokens: readonly Token[], index: number, lang: Lang): boolean {
	for (let i = index; i > 0 && index - i < REACH[lang]; i--) {
		const [before, after] = [tokens[i - 1], tokens[i]];
		if (!before || after?.opensClause || TURNS[lang].has(before.word)) return false;
		if (NEGATORS[lang].has(before.word)) return !(after && AFFIRMERS[lang].has(after.word));
	}
	return false;
}
