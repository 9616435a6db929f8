import type { ByLang, Lang } from "../languages.ts";
import { isNegated } from "./negation.ts";
import { stemsOf, type Token, tokensOf } from "./stems.ts";

export interface Word {
	/** As it stands in the text. */
	word: string;
	keyword: string;
	/** UTF-16 code units: `text.slice(start, end) === word`. */
	start: number;
	end: number;
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
	stems: readonly (readonly string[])[];
}

/** Keywords by the stems of their first word. */
export type KeywordIndex = ReadonlyMap<string, readonly Keyword[]>;

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
	const index = new Map<string, Keyword[]>();
	for (const { id, keywordsI18n } of emotions) {
		for (const keyword of keywordsI18n[lang]) {
			const words = keywordWords(keyword, lang);
			const stems = words.map((word) => stemsOf(lang, word));
			for (const first of stems[0] ?? []) {
				const entry = { emotionId: id, keyword, words, stems };
				index.set(first, [...(index.get(first) ?? []), entry]);
			}
		}
	}
	return index;
}

interface Match extends Word {
	emotionId: string;
	weight: number;
}

function matchAt(
	text: string,
	tokens: readonly Token[],
	stems: readonly (readonly string[])[],
	at: number,
	keyword: Keyword,
) {
	const last = tokens[at + keyword.stems.length - 1];
	const first = tokens[at];
	if (!first || !last) return undefined;
	const holds = keyword.stems.every((wanted, i) => stems[at + i]?.some((stem) => wanted.includes(stem)));
	if (!holds) return undefined;
	const isExact = keyword.words.every((word, i) => tokens[at + i]?.word === word);
	const weight = (isExact ? EXACT : INFLECTED) * keyword.words.length;
	const { start } = first;
	const match: Match = {
		emotionId: keyword.emotionId,
		keyword: keyword.keyword,
		word: text.slice(start, last.end),
		start,
		end: last.end,
		weight,
	};
	return match;
}

/** The matches of one emotion that do not lie within a better one. */
function distinct(matches: readonly Match[]): Match[] {
	const kept: Match[] = [];
	for (const match of matches.toSorted((a, b) => b.weight - a.weight || a.start - b.start))
		if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
	return kept.sort((a, b) => a.start - b.start);
}

/**
 * Emotions whose keywords a text holds, in whatever inflected form, best first. A denied word ("not happy") suggests
 * nothing. Words that only look alike are not told apart: there is no dictionary behind it.
 */
export function suggestEmotions(text: string, lang: Lang, index: KeywordIndex): Suggestion[] {
	const tokens = tokensOf(text);
	const stems = tokens.map((token) => stemsOf(lang, token.word));
	const matches = tokens.flatMap((_, at) => {
		const keywords = new Set((stems[at] ?? []).flatMap((stem) => index.get(stem) ?? []));
		if (keywords.size === 0 || isNegated(tokens, at, lang)) return [];
		return [...keywords].flatMap((keyword) => matchAt(text, tokens, stems, at, keyword) ?? []);
	});
	return [...Map.groupBy(matches, (match) => match.emotionId)]
		.map(([emotionId, found]) => {
			const own = distinct(found);
			const weight = own.reduce((sum, match) => sum + match.weight, 0);
			const words = own.map(({ word, keyword, start, end }) => ({ word, keyword, start, end }));
			return { emotionId, score: weight / (1 + weight), matches: words };
		})
		.sort((a, b) => b.score - a.score || (a.matches[0]?.start ?? 0) - (b.matches[0]?.start ?? 0));
}
