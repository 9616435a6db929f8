import { useResource } from "../../shared/data/use-resource.ts";
import { formatNumber, formatShare } from "../../shared/messages/formats.ts";
import { Panel } from "../../shared/ui/panel.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { t } from "../texts.ts";
import { type Comparison, type Intervention, loadReport, type Report } from "./change-interventions.ts";

/** Against the sessions that were held out: the figures, and the differences as intervals. */
export function WhatItDid({ intervention: { id, goal } }: { intervention: Intervention }) {
	const report = useResource((signal) => loadReport(id, signal), { key: id });
	return (
		<Panel resource={report} height={6}>
			{(data) => <Told report={data} goal={goal} />}
		</Panel>
	);
}

function Told({ report, goal }: { report: Report; goal: string | null }) {
	const arms = [
		{ name: t("interventions.treated"), ...report.treated },
		{ name: t("interventions.heldout"), ...report.held_out },
	];
	return (
		<section aria-label={t("interventions.report")}>
			<h3>{t("interventions.report")}</h3>
			<p>{report.message}</p>
			<Table
				label={t("interventions.report")}
				rows={arms}
				keyOf={({ name }) => name}
				columns={[
					{ name: t("interventions.arm"), cell: ({ name }) => name },
					{
						name: t("interventions.sessions"),
						isNumber: true,
						cell: ({ sessions }) => formatNumber(sessions),
					},
					{
						name: t("interventions.recovered"),
						isNumber: true,
						cell: ({ recovered }) => formatNumber(recovered),
					},
					...(goal === null
						? []
						: [
								{
									name: t("interventions.reached", { goal }),
									isNumber: true,
									cell: ({ reached_goal }: (typeof arms)[number]) => formatNumber(reached_goal),
								},
							]),
					{ name: t("interventions.helped"), isNumber: true, cell: ({ helped }) => formatNumber(helped) },
				]}
			/>
			<Difference name={t("interventions.recovery")} comparison={report.recovery} />
			{report.goal && <Difference name={t("interventions.goal.difference")} comparison={report.goal} />}
		</section>
	);
}

const [WIDTH, HEIGHT, MIDDLE] = [300, 34, 150];

/** A difference as a point, and where the true one may be as a bar, from −100 to 100 points. */
function Difference({ name, comparison }: { name: string; comparison: Comparison }) {
	const { difference, interval } = comparison;
	if (difference === null || interval === null) return null;
	const x = (value: number) => MIDDLE + MIDDLE * value;
	const [low = 0, high = 0] = interval;
	const text = t("interventions.interval", {
		difference: points(difference),
		low: points(low),
		high: points(high),
	});
	return (
		<figure class="difference">
			<figcaption>
				<strong>{name}</strong> {text}
			</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name}: ${text}`}>
				<path class="axis-line" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
				<path class="zero" d={`M${MIDDLE} 2V${HEIGHT - 2}`} />
				<rect
					class="bar"
					x={x(low)}
					y={HEIGHT / 2 - 5}
					width={Math.max(2, x(high) - x(low))}
					height="10"
					rx="5"
				/>
				<circle class="point" cx={x(difference)} cy={HEIGHT / 2} r="6" />
			</svg>
			<p class="ends quiet" aria-hidden="true">
				<span>{formatShare(-1)}</span>
				<span>0</span>
				<span>{formatShare(1)}</span>
			</p>
		</figure>
	);
}

const points = (value: number): string =>
	formatNumber(Math.round(100 * value), { signDisplay: "exceptZero" });
