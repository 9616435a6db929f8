import { useState } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatList, formatShare } from "../../shared/messages/formats.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { moodName } from "../mood.tsx";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import {
	deleteIntervention,
	type Intervention,
	loadInterventions,
	switchIntervention,
} from "./change-interventions.ts";
import { InterventionForm } from "./intervention-form.tsx";
import { WhatItDid } from "./what-it-did.tsx";

type Open = { form: Intervention | undefined } | { remove: Intervention } | undefined;

/** What is shown to visitors in which mood, and whether it helps. */
export default function InterventionsPage() {
	useTitle(t("interventions.title"));
	const interventions = useResource(loadInterventions);
	const [open, setOpen] = useState<Open>(undefined);
	const close = () => setOpen(undefined);
	const make = () => setOpen({ form: undefined });
	return (
		<>
			<div class="head">
				<h1>{t("interventions.title")}</h1>
				<Button kind="primary" onClick={make}>
					{t("interventions.new")}
				</Button>
			</div>
			<p class="lead">{t("interventions.lead")}</p>
			<Panel
				resource={interventions}
				isEmpty={(list) => list.length === 0}
				empty={
					<EmptyState
						title={t("interventions.empty")}
						action={
							<Button kind="primary" onClick={make}>
								{t("interventions.new")}
							</Button>
						}
					>
						<p>{t("interventions.empty.text")}</p>
					</EmptyState>
				}
			>
				{(list) => (
					<ul class="stack">
						{list.map((each) => (
							<li key={each.id} class="card">
								<Summary
									intervention={each}
									onChange={() => setOpen({ form: each })}
									onRemove={() => setOpen({ remove: each })}
									onSwitched={interventions.refresh}
								/>
								<WhatItDid intervention={each} />
							</li>
						))}
					</ul>
				)}
			</Panel>
			{open && "form" in open && (
				<InterventionForm intervention={open.form} onSaved={interventions.refresh} onClose={close} />
			)}
			{open && "remove" in open && (
				<Remove intervention={open.remove} onRemoved={interventions.refresh} onClose={close} />
			)}
		</>
	);
}

interface SummaryProps {
	intervention: Intervention;
	onChange(): void;
	onRemove(): void;
	onSwitched(): void;
}

function Summary({ intervention, onChange, onRemove, onSwitched }: SummaryProps) {
	const { id, name, when, action, active, holdout } = intervention;
	const flip = useTask(async (isOn: boolean) => {
		await switchIntervention(id, isOn);
		onSwitched();
	});
	return (
		<>
			<div class="head">
				<h2>{name}</h2>
				<Switch label={t("interventions.active")} isOn={active} onChange={flip.start} />
			</div>
			<p>
				{t("interventions.when", {
					moods: formatList(when.moods.map(moodName)),
					share: formatShare(when.min_confidence),
				})}{" "}
				<code>{action}</code>
			</p>
			<p class="quiet">{t("interventions.held", { share: formatShare(holdout) })}</p>
			<FailureNotice error={flip.error} />
			<p class="row">
				<Button onClick={onChange}>{t("interventions.change")}</Button>
				<Button onClick={onRemove}>{t("interventions.delete")}</Button>
			</p>
		</>
	);
}

interface RemoveProps {
	intervention: Intervention;
	onRemoved(): void;
	onClose(): void;
}

function Remove({ intervention: { id, name }, onRemoved, onClose }: RemoveProps) {
	const remove = useTask(async () => {
		await deleteIntervention(id);
		say(t("interventions.deleted", { name }));
		onRemoved();
		onClose();
	});
	return (
		<Dialog title={t("interventions.delete.title", { name })} onClose={onClose}>
			<p>{t("interventions.delete.text")}</p>
			<FailureNotice error={remove.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button kind="danger" isBusy={remove.isBusy} onClick={() => remove.start()}>
					{t("interventions.delete")}
				</Button>
			</div>
		</Dialog>
	);
}
