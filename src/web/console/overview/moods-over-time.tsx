import { useState } from "preact/hooks";
import { StackChart } from "../../shared/charts/stack-chart.tsx";
import { useResource } from "../../shared/data/use-resource.ts";
import { formatDate } from "../../shared/messages/formats.ts";
import { Select } from "../../shared/ui/field.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { moodName } from "../mood.tsx";
import { t } from "../texts.ts";
import type { Model } from "./load-moods.ts";
import { loadMoodsOverTime, type MoodTimes, SPANS, type Span } from "./load-moods-over-time.ts";
import { MOODS } from "./moods.ts";

const EVERY_MS = 60_000;

/** How moods came and went over the last day or month. */
export function MoodsOverTime({ model }: { model: Model }) {
	const [span, setSpan] = useState<Span>("hour");
	const times = useResource((signal) => loadMoodsOverTime(model, span, signal), {
		key: `${model} ${span}`,
		everyMs: EVERY_MS,
	});
	return (
		<section aria-label={t("overview.times")}>
			<div class="filters">
				<Select label={t("overview.span")} value={span} onChange={(chosen) => setSpan(chosen as Span)}>
					{SPANS.map((name) => (
						<option key={name} value={name}>
							{t(`overview.span.${name}`)}
						</option>
					))}
				</Select>
			</div>
			<Panel resource={times} height={22}>
				{(data) => <Drawn times={data} model={model} span={span} />}
			</Panel>
		</section>
	);
}

function Drawn({ times, model, span }: { times: MoodTimes; model: Model; span: Span }) {
	const options =
		span === "hour" ? ({ timeStyle: "short" } as const) : ({ day: "numeric", month: "short" } as const);
	const seen = MOODS[model].filter((mood) => times.some(({ sessions }) => (sessions[mood] ?? 0) > 0));
	if (seen.length === 0) return <p class="quiet">{t("overview.times.none")}</p>;
	return (
		<StackChart
			title={t("overview.times")}
			labelName={t(`overview.axis.${span}`)}
			valueName={t("overview.count")}
			labels={times.map(({ start }) => formatDate(start, options))}
			series={seen.map((mood) => ({
				name: moodName(mood),
				color: `var(--mood-${mood})`,
				values: times.map(({ sessions }) => sessions[mood] ?? 0),
			}))}
		/>
	);
}
