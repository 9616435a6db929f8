import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field, Select, TextArea } from "../../shared/ui/field.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { moodName } from "../mood.tsx";
import { MODELS, type Model } from "../overview/load-moods.ts";
import { MOODS } from "../overview/moods.ts";
import { t } from "../texts.ts";
import { type Intervention, saveIntervention } from "./change-interventions.ts";
import { bodyOf, type Draft, draftOf, type Faults } from "./draft.ts";

interface InterventionFormProps {
	/** Undefined: a new one. */
	intervention: Intervention | undefined;
	onSaved(): void;
	onClose(): void;
}

/** Makes or changes an intervention. */
export function InterventionForm({ intervention, onSaved, onClose }: InterventionFormProps) {
	const [draft, setDraft] = useState<Draft>(() => draftOf(intervention));
	const [faults, setFaults] = useState<Faults>({});
	const put = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
	const save = useTask(async () => {
		const read = bodyOf(draft);
		setFaults("faults" in read ? read.faults : {});
		if ("faults" in read) return;
		await saveIntervention(read.body, intervention?.id);
		onSaved();
		onClose();
	});
	const line = (name: "action" | "goal" | "share" | "seconds" | "cooldown" | "most" | "holdout") => ({
		label: t(`interventions.form.${name}`),
		hint: t(`interventions.form.${name}.hint`),
		value: draft[name],
		error: faults[name],
		onInput: (value: string) => put({ [name]: value }),
	});
	return (
		<Dialog title={t(intervention ? "interventions.change" : "interventions.new")} onClose={onClose}>
			<form
				class="fields"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					save.start();
				}}
			>
				<Field
					label={t("interventions.form.name")}
					value={draft.name}
					error={faults.name}
					onInput={(name) => put({ name })}
					isRequired
				/>
				<Select
					label={t("sessions.model")}
					value={draft.model}
					onChange={(model) => put({ model: model as Model, moods: [] })}
				>
					{MODELS.map((model) => (
						<option key={model} value={model}>
							{t(`overview.model.${model}`)}
						</option>
					))}
				</Select>
				<fieldset class="checks" aria-describedby="moods-fault">
					<legend>{t("interventions.form.moods")}</legend>
					{MOODS[draft.model].map((mood) => (
						<Switch
							key={mood}
							kind="check"
							label={moodName(mood)}
							isOn={draft.moods.includes(mood)}
							onChange={(isOn) =>
								put({
									moods: isOn ? [...draft.moods, mood] : draft.moods.filter((other) => other !== mood),
								})
							}
						/>
					))}
					<p id="moods-fault" class="fault" role="alert">
						{faults.moods}
					</p>
				</fieldset>
				<Field {...line("share")} />
				<Field {...line("action")} isRequired />
				<TextArea
					label={t("interventions.form.payload")}
					hint={t("interventions.form.payload.hint")}
					value={draft.payload}
					error={faults.payload}
					onInput={(payload) => put({ payload })}
				/>
				<Field {...line("goal")} />
				<Field {...line("holdout")} />
				<Field {...line("seconds")} />
				<Field {...line("cooldown")} />
				<Field {...line("most")} />
				<FailureNotice error={save.error} />
				<div class="dialog-foot">
					<Button onClick={onClose}>{shared("cancel")}</Button>
					<Button type="submit" kind="primary" isBusy={save.isBusy}>
						{t("interventions.form.save")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
