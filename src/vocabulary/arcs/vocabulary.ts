import { eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Block } from "../dialogs/contract.ts";
import type { ByLang, Lang } from "../languages.ts";
import { dialogBlocks, emotionCategories, emotions } from "../tables.ts";
import { indexKeywords, suggestEmotions } from "../words/suggest-emotions.ts";
import type { ArcBlock } from "./analysis/types.ts";

/** What an arc needs of an emotion. */
export interface KnownEmotion {
	id: string;
	emoji: string;
	categoryId: string;
	valence: number | null;
	arousal: number | null;
	keywordsI18n: ByLang<string[]>;
}

const { id, emoji, categoryId, valence, arousal, keywordsI18n } = emotions;
const known = { id, emoji, categoryId, valence, arousal, keywordsI18n };

/** Every emotion, with its keywords: what suggestions are made from. */
export const readVocabulary = ({ db }: Context): Promise<KnownEmotion[]> =>
	db.select(known).from(emotions).orderBy(id);

/** The emotions of these ids that exist. */
export const readEmotions = ({ db }: Context, ids: Iterable<string>): Promise<KnownEmotion[]> =>
	db
		.select(known)
		.from(emotions)
		.where(sql`${id} in (select value from json_each(${JSON.stringify([...ids])}))`)
		.orderBy(id);

/** Which emotions there are, and in which revision: all of them, or those that a dialog is tagged with. */
export function readEmotionRevisions({ db }: Context, { dialogId, all }: { dialogId: string; all: boolean }) {
	const tags = db
		.select({ id: dialogBlocks.emotionId })
		.from(dialogBlocks)
		.where(eq(dialogBlocks.dialogId, dialogId));
	return db
		.select({ id, revision: emotions.revision })
		.from(emotions)
		.where(all ? undefined : inArray(id, tags))
		.orderBy(id);
}

/** Which categories there are, and in which revision. */
export const readCategoryRevisions = ({ db }: Context) =>
	db
		.select({ id: emotionCategories.id, revision: emotionCategories.revision })
		.from(emotionCategories)
		.orderBy(emotionCategories.id);

/** Emotions found by the words of untagged blocks, by block id. */
export type SuggestedTags = Readonly<Record<string, string>>;

/** The best suggestion for every block that an editor has not tagged and whose words suggest any. */
export function suggestTags(
	blocks: readonly Block[],
	vocabulary: readonly KnownEmotion[],
	lang: Lang,
): SuggestedTags {
	const index = indexKeywords(vocabulary, lang);
	const tags = blocks.flatMap(({ id, text, emotionId }) => {
		const best = emotionId === null ? suggestEmotions(text, lang, index)[0] : undefined;
		return best ? [[id, best.emotionId] as const] : [];
	});
	return Object.fromEntries(tags);
}

/** Blocks with where their emotion lies, scaled by intensity: half as intense is half as far from neutral. */
export function placedBlocks(
	blocks: readonly Block[],
	vocabulary: readonly KnownEmotion[],
	suggested: SuggestedTags,
): ArcBlock[] {
	const byId = new Map(vocabulary.map((emotion) => [emotion.id, emotion]));
	return blocks.map(({ id, position, speaker, emotionId, intensity }) => {
		const emotion = byId.get(emotionId ?? suggested[id] ?? "");
		const scaled = (value: number | null | undefined) => (value == null ? null : value * intensity);
		return {
			id,
			position,
			speaker,
			intensity,
			emotionId: emotion?.id ?? null,
			categoryId: emotion?.categoryId ?? null,
			valence: scaled(emotion?.valence),
			arousal: scaled(emotion?.arousal),
			source: emotion ? (emotionId === null ? "suggestion" : "tag") : null,
		};
	});
}
