import { z } from "@hono/zod-openapi";
import { DEFAULT_MODEL, MODELS, modelOf } from "../models/index.ts";

const MAX_PAYLOAD_BYTES = 4096;
const modelIds = MODELS.map(({ id }) => id);

const When = z.object({
	moods: z
		.array(z.string())
		.min(1)
		.max(10)
		.openapi({ description: "Moods of the model in which it is due", example: ["frustrated"] }),
	min_confidence: z.number().min(0).max(1).openapi({
		description: "How sure the reading has to be",
		example: 0.7,
	}),
	for_seconds: z.number().int().min(0).max(3600).openapi({
		description: "How long that has to have been so",
		example: 0,
	}),
	signals: z
		.array(z.string())
		.min(1)
		.max(20)
		.nullable()
		.openapi({
			description: "One of these has to be behind the reading; null: any",
			example: ["repeated_errors"],
		}),
});

const shape = {
	name: z.string().trim().min(1).max(100).openapi({ example: "Offer a chat" }),
	model: z
		.enum(modelIds as [string, ...string[]])
		.openapi({ description: "The mood model", example: "intent" }),
	action: z
		.string()
		.trim()
		.min(1)
		.max(100)
		.openapi({ description: "What the page does; any name of yours", example: "show_live_chat" }),
	payload: z
		.unknown()
		.refine((value) => new TextEncoder().encode(JSON.stringify(value)).length <= MAX_PAYLOAD_BYTES, {
			error: "At most 4 KiB of JSON",
		})
		.openapi({ description: "Any JSON of at most 4 KiB for the page", example: { text: "Can we help?" } }),
	cooldown_seconds: z.number().int().min(0).max(86_400).openapi({
		description:
			"Between two prompts in a session, whichever interventions they are of, at least the shorter of theirs",
		example: 600,
	}),
	max_per_session: z.number().int().min(1).max(100).openapi({ example: 1 }),
	holdout: z.number().min(0).max(0.9).openapi({
		description: "The share of sessions that never get it, to compare with. A change starts a new count",
		example: 0.1,
	}),
	goal: z
		.string()
		.trim()
		.min(1)
		.max(100)
		.nullable()
		.openapi({ description: "The outcome it is for, see outcomes", example: "purchase" }),
	active: z.boolean().openapi({ example: true }),
};

export const CreateInterventionBody = z
	.object({
		...shape,
		model: shape.model.default(DEFAULT_MODEL.id),
		when: When.extend({
			min_confidence: When.shape.min_confidence.default(0.7),
			for_seconds: When.shape.for_seconds.default(0),
			signals: When.shape.signals.default(null),
		}),
		payload: shape.payload.default(null),
		cooldown_seconds: shape.cooldown_seconds.default(600),
		max_per_session: shape.max_per_session.default(1),
		holdout: shape.holdout.default(0.1),
		goal: shape.goal.default(null),
		active: shape.active.default(true),
	})
	.superRefine(({ model, when }, context) => checkNames(model, when, context))
	.openapi("CreateInterventionBody");

export const ChangeInterventionBody = z
	.object({ ...shape, when: When.partial() })
	.partial()
	.openapi("ChangeInterventionBody");

/** Moods and signals have to be the model's. */
export function checkNames(
	modelId: string,
	{ moods, signals }: { moods: readonly string[]; signals: readonly string[] | null },
	{ addIssue }: Pick<z.RefinementCtx, "addIssue">,
): void {
	const model = modelOf(modelId);
	if (!model) return;
	const known = { moods: model.moods.map(({ mood }) => mood), signals: model.signals.map(({ id }) => id) };
	for (const [field, names] of [["moods", moods] as const, ["signals", signals ?? []] as const]) {
		const unknown = names.find((name) => !known[field].includes(name));
		if (unknown === undefined) continue;
		const message = `${unknown} is none of the ${field} of the model ${modelId}: ${known[field].join(", ")}`;
		addIssue({ code: "custom", path: ["when", field], message });
	}
}

export const Intervention = z
	.object({
		id: z.string().openapi({ example: "5f0c3b1e-7a52-4d0e-9b1a-0c6f2f3a9d11" }),
		...shape,
		when: When,
		created_at: z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" }),
		updated_at: z.iso.datetime().openapi({ example: "2026-05-04T10:00:00.000Z" }),
	})
	.openapi("Intervention");
export type Intervention = z.infer<typeof Intervention>;

export const InterventionList = z
	.object({ data: z.array(Intervention), next_cursor: z.string().nullable() })
	.openapi("InterventionList");

/** An intervention that is due in a session, as the page learns of it. */
export const DueIntervention = z
	.object({
		id: z.string().openapi({ description: "Of this occurrence", example: "0b6c…" }),
		intervention_id: z.string(),
		name: shape.name,
		action: shape.action,
		payload: shape.payload,
	})
	.openapi("DueIntervention");
export type DueIntervention = z.infer<typeof DueIntervention>;

export const OutcomeBody = z
	.object({
		goal: z.string().trim().min(1).max(100).openapi({ description: "What happened", example: "purchase" }),
		value: z.number().min(-1e9).max(1e9).optional().openapi({
			description: "What it is worth, in a unit of yours",
			example: 49.9,
		}),
	})
	.openapi("OutcomeBody");

export const OutcomeAnswer = z
	.object({ session_id: z.string().openapi({ example: "user_abc" }), outcome_recorded: z.literal(true) })
	.openapi("OutcomeAnswer");

const ReportArm = z.object({
	sessions: z.number().int().openapi({ description: "Sessions in which it was due", example: 900 }),
	recovered: z.number().int().openapi({
		description: "Of those more than 10 minutes ago: went on, in a mood that is not low, within them",
		example: 320,
	}),
	reached_goal: z.number().int().openapi({
		description: "Of those more than an hour ago: reached the goal within it",
		example: 120,
	}),
	helped: z.number().int().openapi({ description: "Sessions with feedback that it helped", example: 40 }),
	did_not_help: z.number().int().openapi({ example: 9 }),
	value_mean: z.number().nullable().openapi({
		description:
			"Of the outcomes within the hour, a session without one as 0; null without a goal or a session",
		example: 6.2,
	}),
});
export type ReportArm = z.infer<typeof ReportArm>;

const Comparison = z.object({
	difference: z.number().nullable().openapi({
		description: "Treated minus held out; null below 20 sessions on a side",
		example: 0.12,
	}),
	interval: z
		.tuple([z.number(), z.number()])
		.nullable()
		.openapi({
			type: ["array", "null"],
			items: { type: "number" },
			minItems: 2,
			maxItems: 2,
			description: "95 %, however often one looks",
			example: [0.03, 0.21],
		}),
	p_value: z.number().nullable().openapi({ example: 0.004 }),
	conclusive: z.boolean().openapi({ description: "Whether 0 is outside the interval", example: true }),
});
export type Comparison = z.infer<typeof Comparison>;

export const InterventionReport = z
	.object({
		intervention_id: z.string(),
		treated: ReportArm,
		held_out: ReportArm,
		recovery: Comparison,
		goal: Comparison.nullable(),
		value: Comparison.nullable().openapi({ description: "Of the mean value; null without a goal" }),
		message: z.string().openapi({
			example: "It helps: 36 % with it, 24 % without. The gain is probably between 3 and 21 points.",
		}),
	})
	.openapi("InterventionReport");
export type InterventionReport = z.infer<typeof InterventionReport>;
