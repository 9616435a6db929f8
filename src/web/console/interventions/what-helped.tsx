import { useResource } from "../../shared/data/use-resource.ts";
import { formatNumber } from "../../shared/messages/formats.ts";
import { Panel } from "../../shared/ui/panel.tsx";
import { type Column, Table } from "../../shared/ui/table.tsx";
import { t } from "../texts.ts";
import { type Intervention, type InterventionReport, loadReport } from "./change-interventions.ts";
import { Difference, endOf } from "./difference.tsx";

/** What each intervention did, against the sessions that were held out. */
export const WhatHelped = ({ interventions }: { interventions: readonly Intervention[] }) => (
	<section aria-labelledby="what-helped">
		<h2 id="what-helped">{t("interventions.helped")}</h2>
		<p class="quiet reading">{t("interventions.helped.hint")}</p>
		<div class="reports">
			{interventions.map((one) => (
				<Report key={one.id} intervention={one} />
			))}
		</div>
	</section>
);

function Report({ intervention }: { intervention: Intervention }) {
	const { id, name, goal, updated_at } = intervention;
	const report = useResource((signal) => loadReport(id, signal), { key: `${id} ${updated_at}` });
	return (
		<article class="card" aria-label={name}>
			<h3>{name}</h3>
			<Panel resource={report} height={16}>
				{(read) => <Findings report={read} goal={goal} />}
			</Panel>
		</article>
	);
}

function Findings({ report, goal }: { report: InterventionReport; goal: string | null }) {
	const { message, recovery, goal: reached } = report;
	const end = endOf([recovery, reached]);
	return (
		<>
			<p lang="en">
				<strong>{message}</strong>
			</p>
			<Difference name={t("interventions.recovery")} comparison={recovery} end={end} />
			{reached && (
				<Difference name={t("interventions.reached", { goal: goal ?? "" })} comparison={reached} end={end} />
			)}
			<Counts report={report} />
		</>
	);
}

type Side = InterventionReport["treated"] & { side: "treated" | "held_out" };

function Counts({ report: { treated, held_out, goal } }: { report: InterventionReport }) {
	const numberOf = (name: string, of: (side: Side) => number): Column<Side> => ({
		name,
		isNumber: true,
		cell: (side) => formatNumber(of(side)),
	});
	const sides: Side[] = [
		{ ...treated, side: "treated" },
		{ ...held_out, side: "held_out" },
	];
	return (
		<Table
			label={t("interventions.counts")}
			rows={sides}
			keyOf={({ side }) => side}
			columns={[
				{ name: t("interventions.side"), cell: ({ side }) => t(`interventions.side.${side}`) },
				numberOf(t("overview.count"), ({ sessions }) => sessions),
				numberOf(t("interventions.recovered"), ({ recovered }) => recovered),
				...(goal ? [numberOf(t("interventions.goal"), ({ reached_goal }) => reached_goal)] : []),
			]}
		/>
	);
}
