import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { formatNumber } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field, TextArea } from "../../shared/ui/field.tsx";
import { ChooseMoods } from "../moods/choose-moods.tsx";
import { t } from "../texts.ts";
import { changeIntervention, type Intervention, makeIntervention } from "./change-interventions.ts";
import { type Draft, draftOf, EMPTY_DRAFT, type Fault, type Faults, readDraft } from "./draft.ts";

interface InterventionDialogProps {
	/** The one to change; a new one without. */
	before?: Intervention | undefined;
	onDone(): void;
	onClose(): void;
}

/** Makes an intervention, or changes one. */
export function InterventionDialog({ before, onDone, onClose }: InterventionDialogProps) {
	const [draft, setDraft] = useState<Draft>(before ? draftOf(before) : EMPTY_DRAFT);
	const [faults, setFaults] = useState<Faults>({});
	const save = useTask(async () => {
		const read = readDraft(draft);
		setFaults("faults" in read ? read.faults : {});
		if ("faults" in read) return focusFirstFault();
		if (before) await changeIntervention(before.id, withSignals(before, read.body));
		else await makeIntervention(read.body);
		onDone();
		onClose();
	});
	const title = before ? t("interventions.change.title", { name: before.name }) : t("interventions.new");
	return (
		<Dialog title={title} onClose={onClose}>
			<form
				class="fields"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					save.start();
				}}
			>
				<DraftFields
					draft={draft}
					faults={faults}
					before={before}
					onChange={(part) => setDraft({ ...draft, ...part })}
				/>
				<FailureNotice error={save.error} />
				<Button type="submit" kind="primary" isBusy={save.isBusy}>
					{t(before ? "interventions.save" : "interventions.make")}
				</Button>
			</form>
		</Dialog>
	);
}

/** Signals are of a model: with another one they go. */
const withSignals = <Body extends { model?: string; when: object }>(
	before: Intervention,
	body: Body,
): Body => (body.model === before.model ? body : { ...body, when: { ...body.when, signals: null } });

/** Once the faults stand in the form. */
const focusFirstFault = (): void =>
	void setTimeout(() => document.querySelector<HTMLElement>('dialog [aria-invalid="true"]')?.focus());

function saidOf(fault: Fault | undefined): string | undefined {
	if (!fault) return undefined;
	if (!("min" in fault)) return t(`interventions.fault.${fault.kind}`);
	const { kind, min, max } = fault;
	return t(`interventions.fault.${kind}`, { min: formatNumber(min), max: formatNumber(max) });
}

interface DraftFieldsProps {
	draft: Draft;
	faults: Faults;
	before: Intervention | undefined;
	onChange(part: Partial<Draft>): void;
}

type TextField = Exclude<keyof Draft, "model" | "moods">;

function DraftFields({ draft, faults, before, onChange }: DraftFieldsProps) {
	const propsOf = (field: TextField) => ({
		label: t(`interventions.field.${field}`),
		hint: t(`interventions.field.${field}.hint`),
		error: saidOf(faults[field]),
		value: draft[field],
		onInput: (value: string) => onChange({ [field]: value }),
	});
	const losesSignals = before?.when.signals && before.model !== draft.model;
	return (
		<>
			<Field {...propsOf("name")} isRequired />
			<ChooseMoods
				model={draft.model}
				moods={draft.moods}
				label={t("interventions.field.moods")}
				error={saidOf(faults.moods)}
				modelHint={losesSignals ? t("interventions.field.model.signals") : undefined}
				onChange={onChange}
			/>
			<Field {...propsOf("confidence")} keys="decimal" />
			<Field {...propsOf("seconds")} keys="numeric" />
			<Field {...propsOf("action")} isRequired />
			<TextArea {...propsOf("payload")} placeholder={'{ "text": "…" }'} />
			<Field {...propsOf("cooldown")} keys="numeric" />
			<Field {...propsOf("most")} keys="numeric" />
			<Field {...propsOf("holdout")} keys="decimal" />
			<Field {...propsOf("goal")} />
		</>
	);
}
