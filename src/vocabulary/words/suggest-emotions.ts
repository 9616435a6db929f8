import type { ByLang, Lang } from "../languages.ts";
import { isNegated } from "./negation.ts";
import { isHomograph, isInPhrase } from "./other-meanings.ts";
import { stemsOf, type Token, tokensOf } from "./stems.ts";

export interface Word {
	/** As it stands in the text. */
	word: string;
	keyword: string;
	/** UTF-16 code units: `text.slice(start, end) === word`. */
	start: number;
	end: number;
	/** What it adds: more for an exact form than for an inflected one, more for a longer keyword. */
	weight: number;
}

export interface Suggestion {
	emotionId: string;
	/** 0 … 1; grows with every matched word, and a word exactly as in the keyword counts for more than an inflected one. */
	score: number;
	matches: Word[];
}

interface Keyword {
	emotionId: string;
	keyword: string;
	words: readonly string[];
}

/** Keywords by the stems of their words, one level a word: those of a level end there. */
export interface KeywordIndex {
	readonly next: Map<string, KeywordIndex>;
	readonly keywords: Keyword[];
}

const emptyIndex = (): KeywordIndex => ({ next: new Map(), keywords: [] });

const EXACT = 1;
const INFLECTED = 0.8;

/** The words of a keyword; an English verb is found without its "to". */
function keywordWords(keyword: string, lang: Lang): string[] {
	const words = tokensOf(keyword).map((token) => token.word);
	return lang === "en" && words.length > 1 && words[0] === "to" ? words.slice(1) : words;
}

/** Makes a vocabulary's keywords of one language ready to be found in many texts. */
export function indexKeywords(
	emotions: readonly { id: string; keywordsI18n: ByLang<readonly string[]> }[],
	lang: Lang,
): KeywordIndex {
	const index = emptyIndex();
	for (const { id, keywordsI18n } of emotions) {
		for (const keyword of keywordsI18n[lang]) {
			const words = keywordWords(keyword, lang);
			const ends = words.reduce((levels, word) => deeper(levels, stemsOf(lang, word)), [index]);
			if (words.length > 0) for (const end of ends) end.keywords.push({ emotionId: id, keyword, words });
		}
	}
	return index;
}

/** The levels below these by any of the stems; made where there are none. */
function deeper(levels: readonly KeywordIndex[], stems: readonly string[]): KeywordIndex[] {
	return levels.flatMap(({ next }) =>
		stems.map((stem) => {
			const level = next.get(stem) ?? emptyIndex();
			next.set(stem, level);
			return level;
		}),
	);
}

interface Match extends Word {
	emotionId: string;
	/** Tokens: the first, and how many. */
	at: number;
	length: number;
}

/** Every keyword that stands in the text from the token `at` on. */
function matchesAt(
	text: string,
	tokens: readonly Token[],
	stems: readonly (readonly string[])[],
	at: number,
	index: KeywordIndex,
): Match[] {
	const found = new Map<Keyword, number>();
	let levels: readonly KeywordIndex[] = [index];
	for (let end = at; levels.length > 0 && end < tokens.length; end++) {
		levels = levels.flatMap(({ next }) => (stems[end] ?? []).flatMap((stem) => next.get(stem) ?? []));
		for (const { keywords } of levels) for (const keyword of keywords) found.set(keyword, end);
	}
	return [...found].map(([{ emotionId, keyword, words }, last]) => {
		const isExact = words.every((word, i) => tokens[at + i]?.word === word);
		const [start, end] = [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0];
		const weight = (isExact ? EXACT : INFLECTED) * words.length;
		return { emotionId, keyword, word: text.slice(start, end), start, end, weight, at, length: words.length };
	});
}

/** The matches of one emotion that do not overlap a better one. */
function distinct(matches: readonly Match[]): Match[] {
	const taken = new Set<number>();
	const kept = matches
		.toSorted((a, b) => b.weight - a.weight || a.start - b.start)
		.filter(({ at, length }) => {
			const tokens = Array.from({ length }, (_, i) => at + i);
			if (tokens.some((token) => taken.has(token))) return false;
			for (const token of tokens) taken.add(token);
			return true;
		});
	return kept.sort((a, b) => a.start - b.start);
}

/**
 * Emotions whose keywords a text holds, in whatever inflected form, best first. A denied word ("not happy") suggests
 * nothing, nor does a word in a set phrase ("kind of") or a form known to be another word's ("grated").
 */
export function suggestEmotions(text: string, lang: Lang, index: KeywordIndex): Suggestion[] {
	const tokens = tokensOf(text);
	const stems = tokens.map((token) => stemsOf(lang, token.word));
	const matches = tokens.flatMap((_, at) => {
		const found = matchesAt(text, tokens, stems, at, index).filter(
			({ keyword, length }) => length > 1 || !isHomograph(tokens[at]?.word ?? "", keyword, lang),
		);
		if (found.length === 0 || isNegated(tokens, at, lang)) return [];
		return isInPhrase(text, tokens, at, lang) ? found.filter(({ length }) => length > 1) : found;
	});
	return [...Map.groupBy(matches, (match) => match.emotionId)]
		.map(([emotionId, found]) => {
			const own = distinct(found);
			const total = own.reduce((sum, match) => sum + match.weight, 0);
			const words = own.map(({ word, keyword, start, end, weight }) => ({
				word,
				keyword,
				start,
				end,
				weight,
			}));
			return { emotionId, score: total / (1 + total), matches: words };
		})
		.sort((a, b) => b.score - a.score || (a.matches[0]?.start ?? 0) - (b.matches[0]?.start ?? 0));
}
