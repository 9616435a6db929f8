import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { sha256 } from "../../sha256.ts";
import type { Category } from "../categories/category.ts";
import { listCategories } from "../categories/list-categories.ts";
import type { Block, DialogRow } from "../dialogs/dialog.ts";
import { findDialog } from "../dialogs/find-dialog.ts";
import { ARC_VERSION, type Arc, analyseArc, rawPoints } from "./analysis/analyse-arc.ts";
import { cacheArc, findCachedArc } from "./arc-cache.ts";
import { type KnownEmotion, placedBlocks, readVocabulary, suggestTags } from "./vocabulary.ts";

export interface ArcQuery {
	/** Points of the smoothed curve, 2 … 500. */
	points: number;
	speaker?: string | undefined;
	/** Whether untagged blocks take the emotion that their words suggest. */
	suggest: boolean;
}

/** What a dialog's arc is computed from, and the hash of all of it. */
export interface ArcSource {
	row: DialogRow;
	blocks: Block[];
	vocabulary: KnownEmotion[];
	categories: Category[];
	query: ArcQuery;
	hash: string;
}

export interface DialogArc {
	source: ArcSource;
	arc: Arc;
}

/** Reads what an arc depends on. The hash changes when the arc would: it is the entity tag of the answer. */
export async function readArcSource(
	context: Context,
	user: UserActor,
	id: string,
	query: ArcQuery,
): Promise<ArcSource> {
	const [{ row, blocks }, vocabulary, categories] = await Promise.all([
		findDialog(context, user, id),
		readVocabulary(context),
		listCategories(context),
	]);
	const used = new Set(blocks.map((block) => block.emotionId));
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
		query.suggest ? vocabulary : vocabulary.filter((emotion) => used.has(emotion.id)),
		categories.map(({ id, icon, nameI18n }) => [id, icon, nameI18n]),
	];
	const hash = await sha256(JSON.stringify(dependencies));
	return { row, blocks, vocabulary, categories, query, hash };
}

/** The arc of what was read, from the cache when it was computed before. */
export async function arcOf(context: Context, source: ArcSource): Promise<DialogArc> {
	const { row, blocks, vocabulary, query, hash } = source;
	const cached = await findCachedArc(context, row.id, hash);
	const suggested = cached?.suggested ?? (query.suggest ? suggestTags(blocks, vocabulary, row.lang) : {});
	const placed = placedBlocks(blocks, vocabulary, suggested);
	if (cached) {
		const own =
			query.speaker === undefined ? placed : placed.filter((block) => block.speaker === query.speaker);
		return { source, arc: { ...cached.arc, raw: rawPoints(own, blocks.length) } };
	}
	const arc = analyseArc(placed, query);
	const { raw: _, ...kept } = arc;
	await cacheArc(context, row.id, hash, { arc: kept, suggested });
	return { source, arc };
}
