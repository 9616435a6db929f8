import { useState } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { Button } from "../../shared/ui/button.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { DeleteQuestion } from "../delete-question.tsx";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import {
	changeIntervention,
	deleteIntervention,
	type Intervention,
	loadInterventions,
} from "./change-interventions.ts";
import { InterventionDialog } from "./intervention-dialog.tsx";
import { InterventionTable, type Verb } from "./intervention-table.tsx";
import { WhatHelped } from "./what-helped.tsx";

type Open = { verb: "make" } | { verb: Verb; intervention: Intervention } | undefined;

/** What is shown to whom, and what it does. */
export default function InterventionsPage() {
	useTitle(t("interventions.title"));
	const interventions = useResource(loadInterventions);
	const [open, setOpen] = useState<Open>(undefined);
	const close = () => setOpen(undefined);
	const make = (
		<Button kind="primary" onClick={() => setOpen({ verb: "make" })}>
			{t("interventions.new")}
		</Button>
	);
	const turn = async ({ id }: Intervention, active: boolean) => {
		const changed = await changeIntervention(id, { active });
		interventions.change((list) => list.map((one) => (one.id === id ? changed : one)));
	};
	const list = interventions.snapshot.value.data ?? [];
	return (
		<>
			<div class="head">
				<h1>{t("interventions.title")}</h1>
				{list.length > 0 && make}
			</div>
			<p class="lead">{t("interventions.lead")}</p>
			<section class="card" aria-label={t("interventions.title")}>
				<Panel
					resource={interventions}
					isEmpty={({ length }) => length === 0}
					empty={
						<EmptyState title={t("interventions.empty")} action={make}>
							<p>{t("interventions.empty.text")}</p>
						</EmptyState>
					}
				>
					{(all) => (
						<InterventionTable
							interventions={all}
							onTurn={turn}
							onChoose={(verb, intervention) => setOpen({ verb, intervention })}
						/>
					)}
				</Panel>
			</section>
			{list.length > 0 && <WhatHelped interventions={list} />}
			{(open?.verb === "make" || open?.verb === "change") && (
				<InterventionDialog
					before={open.verb === "change" ? open.intervention : undefined}
					onDone={() => {
						say(t("interventions.saved"));
						interventions.refresh();
					}}
					onClose={close}
				/>
			)}
			{open?.verb === "delete" && (
				<DeleteQuestion
					title={t("interventions.delete.title", { name: open.intervention.name })}
					text={t("interventions.delete.text")}
					onDelete={async () => {
						await deleteIntervention(open.intervention.id);
						interventions.refresh();
					}}
					onClose={close}
				/>
			)}
		</>
	);
}
