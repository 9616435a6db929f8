import type { Context, TranslationModel } from "../../context.ts";
import type { Lang } from "../languages.ts";
import type { Translator } from "./translate.ts";

const MODEL = "@cf/meta/m2m100-1.2b";
const AT_A_TIME = 4;
/** One word may take this long, and after the second limit no more words are begun. */
const WORD_LIMIT_MS = 3_000;
const ALL_LIMIT_MS = 8_000;

const SCRIPT: Record<Lang, RegExp> = {
	uk: /^[\p{Script=Cyrillic}\s'’ʼ-]+$/u,
	en: /^[\p{Script=Latin}\s'’-]+$/u,
	es: /^[\p{Script=Latin}\s'’-]+$/u,
};
const RUSSIAN_ONLY = /[ыэёъ]/iu;
/** A word may grow into a phrase, not into a paragraph. */
const lengthLimit = (word: string): number => 20 + 4 * word.length;

/** The translation in a model's answer, null when it is not one: empty, in another script, Russian, or run away. */
export function readTranslation(answer: unknown, word: string, to: Lang): string | null {
	const text = (answer as { translated_text?: unknown } | null | undefined)?.translated_text;
	if (typeof text !== "string") return null;
	const clean = text.trim().replace(/[.!?]+$/u, "");
	if (!clean || clean.length > lengthLimit(word) || !SCRIPT[to].test(clean)) return null;
	return to === "uk" && RUSSIAN_ONLY.test(clean) ? null : clean.toLowerCase();
}

/** One word: null when the model fails, is late or answers nonsense. */
async function translateWord(
	ai: TranslationModel,
	word: string,
	from: Lang,
	to: Lang,
): Promise<string | null> {
	const signal = AbortSignal.timeout(WORD_LIMIT_MS);
	const late = new Promise<null>((resolve) =>
		signal.addEventListener("abort", () => resolve(null), { once: true }),
	);
	const asked = ai
		.run(MODEL, { text: word, source_lang: from, target_lang: to }, { signal })
		.then((answer) => readTranslation(answer, word, to))
		.catch(() => null);
	return Promise.race([asked, late]);
}

/** Translation by Workers AI, one word a call so that positions hold, a few calls at a time, within a time limit. */
export const translateByMachine =
	(ai: TranslationModel): Translator =>
	async (words, from, to) => {
		const end = AbortSignal.timeout(ALL_LIMIT_MS);
		const answers: (string | null)[] = words.map(() => null);
		const queue = words.entries();
		const work = async () => {
			for (const [i, word] of queue) {
				if (end.aborted) return;
				answers[i] = await translateWord(ai, word, from, to);
			}
		};
		await Promise.all(Array.from({ length: AT_A_TIME }, work));
		return answers;
	};

/** The machine translator of this environment, undefined where there is none. */
export const machineOf = ({ translationModel }: Context): Translator | undefined =>
	translationModel && translateByMachine(translationModel);
