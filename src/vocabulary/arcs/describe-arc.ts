import type { Arc } from "./analysis/analyse-arc.ts";
import type { Share } from "./analysis/measures.ts";
import { MIN_BLOCKS, type NoLabelReason, SIGNIFICANCE } from "./analysis/story-shape.ts";
import type { DialogArc } from "./read-arc.ts";

const REASONS: Record<NoLabelReason, string> = {
	too_few_tagged_blocks: `A shape is named from ${MIN_BLOCKS} tagged blocks on: fewer fit too many shapes.`,
	flat: "The valence does not vary, so there is no shape.",
	not_significant: `A random order of the same blocks fits as well too often (p ≥ ${SIGNIFICANCE}), so no shape is named.`,
};

export const explainLabel = ({ reason }: Arc["shape"]): string | null => reason && REASONS[reason];

/** Numbers to four decimals: more would be noise and bytes. */
export function rounded<T>(value: T): T {
	if (typeof value === "number") return (Math.round(value * 10_000) / 10_000) as T;
	if (Array.isArray(value)) return value.map(rounded) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)])) as T;
}

/** The answer about an arc: emotions and categories by name, in the dialog's language. */
export function describeArc({ source: { row, query }, arc, ...named }: DialogArc) {
	const emotions = new Map(named.emotions.map((emotion) => [emotion.id, emotion]));
	const categories = new Map(named.categories.map((category) => [category.id, category]));
	const emotion = ({ id, blocks, share }: Share) => ({
		emotionId: id,
		emoji: emotions.get(id)?.emoji ?? "",
		keyword: emotions.get(id)?.keywordsI18n[row.lang][0] ?? "",
		blocks,
		share,
	});
	const category = ({ id, blocks, share }: Share) => ({
		categoryId: id,
		icon: categories.get(id)?.icon ?? "",
		name: categories.get(id)?.nameI18n[row.lang] ?? "",
		blocks,
		share,
	});
	const { share: coverage, ...counts } = arc.coverage;
	return rounded({
		dialogId: row.id,
		title: row.title,
		lang: row.lang,
		speaker: query.speaker ?? null,
		coverage,
		counts,
		raw: arc.raw,
		smoothed: arc.smoothed,
		shape: { ...arc.shape, message: explainLabel(arc.shape) },
		turningPoints: arc.turningPoints,
		tension: arc.tension,
		volatility: arc.volatility,
		speakers: arc.speakers,
		speakersLeftOut: arc.speakersLeftOut,
		dominantEmotions: arc.dominantEmotions.map(emotion),
		dominantCategories: arc.dominantCategories.map(category),
	});
}
