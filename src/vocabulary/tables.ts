import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ByLang, Lang, Provenance } from "./languages.ts";

const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>().notNull();
const timestamp = (name: string) => integer(name, { mode: "timestamp_ms" }).notNull();

/** What both hold of translation: `untranslated` marks rows for a later run, which comes after `retryAt`. */
const translation = {
	lang: text("lang").$type<Lang>().notNull(),
	untranslated: integer("untranslated", { mode: "boolean" }).notNull().default(false),
	retryAt: integer("retry_at", { mode: "timestamp_ms" }),
	/** Grows with every change, so that a change decided on an older state is not written. */
	revision: integer("revision").notNull().default(1),
	createdAt: timestamp("created_at"),
	updatedAt: timestamp("updated_at"),
};

export const emotionCategories = sqliteTable(
	"emotion_categories",
	{
		id: text("id").primaryKey(),
		icon: text("icon").notNull(),
		name: text("name").notNull(),
		order: integer("sort_order").notNull(),
		nameI18n: json<ByLang<string>>("name_i18n"),
		provenance: json<ByLang<Provenance>>("provenance"),
		...translation,
	},
	(table) => [
		index("emotion_categories_by_order").on(table.order, table.name),
		index("emotion_categories_untranslated").on(table.retryAt).where(sql`untranslated = 1`),
	],
);

export const emotions = sqliteTable(
	"emotions",
	{
		id: text("id").primaryKey(),
		emoji: text("emoji").notNull(),
		categoryId: text("category_id")
			.notNull()
			.references(() => emotionCategories.id, { onDelete: "restrict" }),
		keywords: json<string[]>("keywords"),
		keywordsI18n: json<ByLang<string[]>>("keywords_i18n"),
		provenance: json<ByLang<Provenance[]>>("provenance"),
		/** −1 … 1 on the circumplex of affect; null where nothing is known. */
		valence: real("valence"),
		arousal: real("arousal"),
		/** Who placed it: a person, or the lexicon by the keywords. */
		affectSource: text("affect_source").$type<"human" | "lexicon">(),
		...translation,
	},
	(table) => [
		index("emotions_by_category").on(table.categoryId, table.createdAt),
		index("emotions_untranslated").on(table.retryAt).where(sql`untranslated = 1`),
	],
);

export const dialogs = sqliteTable(
	"dialogs",
	{
		id: text("id").primaryKey(),
		/** The signed-in person it belongs to; nobody else knows that it exists. */
		ownerId: text("owner_id").notNull(),
		title: text("title").notNull(),
		lang: text("lang").$type<Lang>().notNull(),
		/** Grows with every change of the dialog or its blocks; it is the entity tag. */
		revision: integer("revision").notNull(),
		createdAt: timestamp("created_at"),
		updatedAt: timestamp("updated_at"),
	},
	(table) => [index("dialogs_by_owner").on(table.ownerId, table.createdAt)],
);

export const dialogBlocks = sqliteTable(
	"dialog_blocks",
	{
		id: text("id").primaryKey(),
		dialogId: text("dialog_id")
			.notNull()
			.references(() => dialogs.id, { onDelete: "cascade" }),
		position: integer("position").notNull(),
		speaker: text("speaker").notNull(),
		text: text("text").notNull(),
		emotionId: text("emotion_id").references(() => emotions.id, { onDelete: "set null" }),
		intensity: real("intensity").notNull(),
	},
	(table) => [
		index("dialog_blocks_by_position").on(table.dialogId, table.position),
		index("dialog_blocks_by_emotion").on(table.emotionId),
	],
);

/** Arcs already computed, by the SHA-256 of everything they were computed from. */
export const arcCache = sqliteTable(
	"arc_cache",
	{
		dialogId: text("dialog_id")
			.notNull()
			.references(() => dialogs.id, { onDelete: "cascade" }),
		hash: text("hash").notNull(),
		arc: text("arc").notNull(),
		createdAt: timestamp("created_at"),
	},
	(table) => [primaryKey({ columns: [table.dialogId, table.hash] })],
);
