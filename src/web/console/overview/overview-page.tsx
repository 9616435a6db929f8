import { BarChart } from "../../shared/charts/bar-chart.tsx";
import { useResource } from "../../shared/data/use-resource.ts";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Tabs } from "../../shared/ui/tabs.tsx";
import { moodName } from "../mood.tsx";
import { counted, t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { loadMoods, MODELS, type Model, type MoodAnalytics } from "./load-moods.ts";
import { MoodsOverTime } from "./moods-over-time.tsx";

const EVERY_MS = 15_000;

/** What the account's sessions feel, by each way of telling moods apart. */
export default function OverviewPage() {
	useTitle(t("overview.title"));
	const tabs = MODELS.map((model) => ({
		name: t(`overview.model.${model}`),
		content: (
			<>
				<Moods model={model} />
				<MoodsOverTime model={model} />
			</>
		),
	}));
	return (
		<>
			<h1>{t("overview.title")}</h1>
			<p class="lead">{t("overview.lead")}</p>
			<section class="card" aria-label={t("overview.moods")}>
				<Tabs label={t("overview.models")} tabs={tabs} />
			</section>
		</>
	);
}

function Moods({ model }: { model: Model }) {
	const moods = useResource((signal) => loadMoods(model, signal), { key: model, everyMs: EVERY_MS });
	return (
		<Panel
			resource={moods}
			height={24}
			isEmpty={({ total_sessions }) => total_sessions === 0}
			empty={<NobodyYet />}
		>
			{(analytics) => <Distribution analytics={analytics} />}
		</Panel>
	);
}

function Distribution({ analytics }: { analytics: MoodAnalytics }) {
	const { total_sessions, feedback_count, mood_distribution } = analytics;
	const amounts = mood_distribution
		.map(({ mood, count }) => ({ name: moodName(mood), color: `var(--mood-${mood})`, value: count }))
		.toSorted((a, b) => b.value - a.value);
	return (
		<>
			<p class="figures-line">
				<strong>{counted("overview.sessions", total_sessions)}</strong>
				<span class="quiet">{counted("overview.feedback", feedback_count)}</span>
			</p>
			<BarChart
				title={t("overview.moods")}
				nameOfNames={t("overview.mood")}
				valueName={t("overview.count")}
				amounts={amounts}
			/>
		</>
	);
}

const NobodyYet = () => (
	<EmptyState
		title={t("overview.empty")}
		action={
			<a class="button primary" href="/console/snippet">
				{t("overview.empty.action")}
			</a>
		}
	>
		<p>{t("overview.empty.text")}</p>
	</EmptyState>
);
