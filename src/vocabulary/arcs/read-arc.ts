import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { sha256 } from "../../sha256.ts";
import type { Category } from "../categories/contract.ts";
import { listCategories } from "../categories/read-categories.ts";
import type { Block } from "../dialogs/contract.ts";
import type { DialogRow } from "../dialogs/dialog.ts";
import { findDialog } from "../dialogs/find-dialog.ts";
import { ARC_VERSION, type Arc, analyseArc, rawPoints } from "./analysis/analyse-arc.ts";
import { cacheArc, findCachedArc } from "./arc-cache.ts";
import type { ArcQuery } from "./contract.ts";
import {
	type KnownEmotion,
	placedBlocks,
	readCategoryRevisions,
	readEmotionRevisions,
	readEmotions,
	readVocabulary,
	type SuggestedTags,
	suggestTags,
} from "./vocabulary.ts";

/** A dialog to read an arc of, and the hash of all that the arc depends on. */
export interface ArcSource {
	row: DialogRow;
	blocks: Block[];
	query: ArcQuery;
	hash: string;
}

export interface DialogArc {
	source: ArcSource;
	arc: Arc;
	/** The emotions that are in the arc, and all categories, to name them by. */
	emotions: KnownEmotion[];
	categories: Category[];
}

/**
 * Reads what tells one state of an arc from another: the dialog, and the revisions of the vocabulary that it is made
 * of. The hash changes when the arc would: it is the entity tag of the answer.
 */
export async function readArcSource(
	context: Context,
	user: UserActor,
	id: string,
	query: ArcQuery,
): Promise<ArcSource> {
	const [{ row, blocks }, emotions, categories] = await Promise.all([
		findDialog(context, user, id),
		readEmotionRevisions(context, { dialogId: id, all: query.suggest }),
		readCategoryRevisions(context),
	]);
	const dependencies = [
		ARC_VERSION,
		[row.title, row.lang, query.points, query.speaker ?? null, query.suggest],
		blocks.map((block) => [
			block.id,
			block.speaker,
			block.emotionId,
			block.intensity,
			query.suggest ? block.text : 0,
		]),
		emotions.map((emotion) => [emotion.id, emotion.revision]),
		categories.map((category) => [category.id, category.revision]),
	];
	return { row, blocks, query, hash: await sha256(JSON.stringify(dependencies)) };
}

const idsIn = (blocks: readonly Block[], suggested: SuggestedTags): Set<string> =>
	new Set([...blocks.flatMap(({ emotionId }) => emotionId ?? []), ...Object.values(suggested)]);

/** The arc of a source, from the cache when it was computed before; only else is the whole vocabulary read. */
export async function arcOf(context: Context, source: ArcSource): Promise<DialogArc> {
	const { row, blocks, query, hash } = source;
	const [cached, categories] = await Promise.all([
		findCachedArc(context, row.id, hash),
		listCategories(context),
	]);
	if (cached) {
		const emotions = await readEmotions(context, idsIn(blocks, cached.suggested));
		const raw = rawPoints(placedBlocks(blocks, emotions, cached.suggested), query.speaker);
		return { source, arc: { ...cached.arc, raw }, emotions, categories };
	}
	const emotions = await (query.suggest ? readVocabulary(context) : readEmotions(context, idsIn(blocks, {})));
	const suggested = query.suggest ? suggestTags(blocks, emotions, row.lang) : {};
	const arc = analyseArc(placedBlocks(blocks, emotions, suggested), query);
	const { raw: _, ...kept } = arc;
	await cacheArc(context, row.id, hash, { arc: kept, suggested });
	return { source, arc, emotions, categories };
}
