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
		...[
			"haven't",
			"hasn't",
			"hadn't",
			"shouldn't",
			"needn't",
			"mustn't",
			"nobody",
			"nothing",
			"rarely",
			"seldom",
		],
		...["dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "cant", "couldnt", "wouldnt", "shouldnt"],
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

/** Verbs whose denial is that of the clause they open: "I don't think she is happy". */
const OPINIONS: Record<Lang, ReadonlySet<string>> = {
	uk: new Set(["думаю", "думає", "вважаю", "вважає", "вірю", "певен", "певна"]),
	en: new Set(["think", "believe", "suppose", "feel"]),
	es: new Set(["creo", "cree", "pienso", "parece"]),
};
const OPINION_REACH = 6;

/** Words that end what follows them: "перестала плакати", "stopped crying", "dejó de llorar", "far from happy". */
const CEASING: Record<Lang, RegExp> = {
	uk: /^перест(?:ав|ала|али|аю|ає|аєш|ають|ати|ань|аньте|ану|ане|ануть) /,
	en: /^(?:(?:stop|stops|stopped|quit) .+ing|far from)$/,
	es: /^(?:dej(?:o|é|a|as|ó|aste|aron|an|ar|aba|é|en?|ado)|par(?:ó|aron|ar)|lejos) de$/,
};

const SUBJECTS = new Set(["i", "we", "you", "he", "she", "it", "they"]);
const CANNOT_BE = /^(?:can't|cant|cannot|couldn't|couldnt) be$/;

/** What a negator does not deny: the rest of "not only", a "no" that answers, and "couldn't be happier". */
function affirms(before: string, after: string, denied: string, lang: Lang): boolean {
	if (AFFIRMERS[lang].has(after)) return true;
	if (lang !== "en") return false;
	return (
		(before === "no" && SUBJECTS.has(after)) || (CANNOT_BE.test(`${before} ${after}`) && /er$/.test(denied))
	);
}

/** Whether the word at `index` is denied by one before it in the same clause. Two negators do not cancel out. */
export function isNegated(tokens: readonly Token[], index: number, lang: Lang): boolean {
	const denied = tokens[index]?.word ?? "";
	let hasLeftClause = false;
	for (let i = index; i > 0 && index - i < OPINION_REACH; i--) {
		const [before, after] = [tokens[i - 1], tokens[i]];
		if (!before || !after || TURNS[lang].has(before.word)) return false;
		if (after.opensClause && after.word !== "що") return false;
		hasLeftClause ||= after.opensClause;
		const isNear = !hasLeftClause && index - i < REACH[lang];
		if (isNear && CEASING[lang].test(`${before.word} ${after.word}`)) {
			const two = tokens.slice(Math.max(0, i - 3), i - 1);
			return !two.some(({ word }) => NEGATORS[lang].has(word) || word === "help");
		}
		if (NEGATORS[lang].has(before.word)) {
			if (OPINIONS[lang].has(after.word)) return true;
			return isNear && !affirms(before.word, after.word, denied, lang);
		}
	}
	return false;
}
