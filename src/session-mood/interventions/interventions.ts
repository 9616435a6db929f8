import { and, count, desc, eq, lt, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ApiKeyActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { Fault, invalidField } from "../../errors.ts";
import { callObject } from "../../outages.ts";
import { forgetActive } from "./active-interventions.ts";
import {
	type ChangeInterventionBody,
	type CreateInterventionBody,
	checkNames,
	type Intervention,
} from "./contract.ts";
import { type InterventionRow, interventions } from "./tables.ts";

/** Each is looked at after every batch of the account. */
const MAX_INTERVENTIONS = 50;

export const summarise = (row: InterventionRow): Intervention => ({
	id: row.id,
	name: row.name,
	model: row.model,
	when: {
		moods: row.moods,
		min_confidence: row.minConfidence,
		for_seconds: row.forSeconds,
		signals: row.signals,
	},
	action: row.action,
	payload: row.payload,
	cooldown_seconds: row.cooldownSeconds,
	max_per_session: row.maxPerSession,
	holdout: row.holdout,
	goal: row.goal,
	active: row.active,
	created_at: row.createdAt.toISOString(),
	updated_at: row.updatedAt.toISOString(),
});

const unknown = (): Fault => new Fault({ code: "not_found", message: "Intervention not found" });
const ownBy = ({ accountId }: ApiKeyActor, id: string) =>
	and(eq(interventions.id, id), eq(interventions.accountId, accountId));

/** Makes an intervention, of which sessions learn within a minute. Throws `conflict` beyond 50. */
export async function createIntervention(
	{ db, now, newId }: Context,
	{ accountId }: ApiKeyActor,
	body: z.infer<typeof CreateInterventionBody>,
): Promise<Intervention> {
	const [existing] = await db
		.select({ count: count() })
		.from(interventions)
		.where(eq(interventions.accountId, accountId));
	if ((existing?.count ?? 0) >= MAX_INTERVENTIONS) {
		const message = `An account has at most ${MAX_INTERVENTIONS} interventions. Delete one.`;
		throw new Fault({ code: "conflict", message });
	}
	const { when, cooldown_seconds: cooldownSeconds, max_per_session: maxPerSession, ...rest } = body;
	const createdAt = new Date(now());
	const [row] = await db
		.insert(interventions)
		.values({
			...rest,
			...conditionOf(when),
			id: newId(),
			accountId,
			cooldownSeconds,
			maxPerSession,
			round: 0,
			salt: newId(),
			createdAt,
			updatedAt: createdAt,
		})
		.returning();
	if (!row) throw new Error("an insert returns its row");
	forgetActive(accountId);
	return summarise(row);
}

type When = Intervention["when"];

const conditionOf = ({ moods, min_confidence, for_seconds, signals }: When) => ({
	moods,
	minConfidence: min_confidence,
	forSeconds: for_seconds,
	signals,
});

/** The intervention with this id. Throws `not_found` for unknown ids and for those of other accounts. */
export async function findIntervention(
	{ db }: Context,
	actor: ApiKeyActor,
	id: string,
): Promise<InterventionRow> {
	const row = await db.select().from(interventions).where(ownBy(actor, id)).get();
	if (!row) throw unknown();
	return row;
}

export interface Page {
	limit: number;
	cursor?: string | undefined;
}

/** The account's interventions, newest first. */
export async function listInterventions(
	{ db }: Context,
	{ accountId }: ApiKeyActor,
	{ limit, cursor }: Page,
): Promise<{ data: Intervention[]; next_cursor: string | null }> {
	const after = cursor === undefined ? undefined : positionOf(cursor);
	const rows = await db
		.select()
		.from(interventions)
		.where(
			and(
				eq(interventions.accountId, accountId),
				after &&
					or(
						lt(interventions.createdAt, after.createdAt),
						and(eq(interventions.createdAt, after.createdAt), lt(interventions.id, after.id)),
					),
			),
		)
		.orderBy(desc(interventions.createdAt), desc(interventions.id))
		.limit(limit + 1);
	const data = rows.slice(0, limit);
	const last = data.at(-1);
	return {
		data: data.map(summarise),
		next_cursor: rows.length > limit && last ? `${last.createdAt.getTime()}_${last.id}` : null,
	};
}

function positionOf(cursor: string): { createdAt: Date; id: string } {
	const [, time, id] = /^(\d{1,15})_([\w-]{1,64})$/.exec(cursor) ?? [];
	if (!time || !id) throw invalidField("cursor", "Not a cursor of this list");
	return { createdAt: new Date(Number(time)), id };
}

/** Changes what is given, within a minute everywhere. Another holdout starts a new count. Throws as `findIntervention`. */
export async function changeIntervention(
	context: Context,
	actor: ApiKeyActor,
	id: string,
	body: z.infer<typeof ChangeInterventionBody>,
): Promise<Intervention> {
	const { db, now } = context;
	const before = await findIntervention(context, actor, id);
	const { when, cooldown_seconds: cooldownSeconds, max_per_session: maxPerSession, ...rest } = body;
	const next = { ...summarise(before).when, ...defined(when ?? {}) };
	checkNames(rest.model ?? before.model, next, {
		addIssue(issue) {
			if (typeof issue === "object") throw invalidField((issue.path ?? []).join("."), issue.message ?? "");
		},
	});
	const isOtherHoldout = rest.holdout !== undefined && rest.holdout !== before.holdout;
	const [row] = await db
		.update(interventions)
		.set({
			...defined({ ...rest, cooldownSeconds, maxPerSession }),
			...(when && conditionOf(next)),
			...(isOtherHoldout && { round: sql`${interventions.round} + 1` }),
			updatedAt: new Date(now()),
		})
		.where(ownBy(actor, id))
		.returning();
	if (!row) throw unknown();
	forgetActive(actor.accountId);
	return summarise(row);
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

const defined = <T extends object>(values: T): Defined<T> =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;

/** Deletes an intervention and all that was counted of it. Throws as `findIntervention`. */
export async function deleteIntervention(context: Context, actor: ApiKeyActor, id: string): Promise<void> {
	const { db, accounts } = context;
	await findIntervention(context, actor, id);
	// First what was counted: if that fails, deleting can be repeated.
	await callObject(accounts.getByName(actor.accountId).forgetIntervention(id));
	await db.delete(interventions).where(ownBy(actor, id));
	forgetActive(actor.accountId);
}
