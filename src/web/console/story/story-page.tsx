import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { TimelineStrip } from "../../shared/charts/timeline-strip.tsx";
import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatDateTime, formatShare } from "../../shared/messages/formats.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Tabs } from "../../shared/ui/tabs.tsx";
import { Mood, moodName } from "../mood.tsx";
import { MODELS, type Model } from "../overview/load-moods.ts";
import { counted, t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { Events } from "./events.tsx";
import { eraseSession, loadStory, type Story } from "./load-story.ts";
import { Reasons } from "./reasons.tsx";

/** What one visitor did, how that was read and why, and what was shown to them. */
export default function StoryPage() {
	const { params } = useRoute();
	const id = params.id ?? "";
	useTitle(t("story.title"));
	const [isErasing, setErasing] = useState(false);
	return (
		<>
			<p>
				<a href="/console/sessions">{t("story.back")}</a>
			</p>
			<div class="head">
				<h1>{t("story.title")}</h1>
				<Button kind="danger" onClick={() => setErasing(true)}>
					{t("story.erase")}
				</Button>
			</div>
			<p class="lead">
				<code class="session-id">{id}</code>
			</p>
			<section class="card" aria-label={t("story.title")}>
				<Tabs
					label={t("overview.models")}
					tabs={MODELS.map((model) => ({
						name: t(`overview.model.${model}`),
						content: <StoryBy id={id} model={model} />,
					}))}
				/>
			</section>
			{isErasing && <Erase id={id} onClose={() => setErasing(false)} />}
		</>
	);
}

const EVERY_MS = 10_000;

function StoryBy({ id, model }: { id: string; model: Model }) {
	const story = useResource((signal) => loadStory(id, model, signal), {
		key: `${id} ${model}`,
		everyMs: EVERY_MS,
	});
	return (
		<Panel resource={story} height={30}>
			{(data) => <Told story={data} />}
		</Panel>
	);
}

function Told({ story: { timeline, reading } }: { story: Story }) {
	const stretches = timeline.moods.map(({ mood, from, to }) => ({
		name: moodName(mood),
		color: `var(--mood-${mood})`,
		from: Date.parse(from),
		to: Date.parse(to),
	}));
	const marks = timeline.interventions.map(({ name, at }) => ({ name, at: Date.parse(at) }));
	return (
		<div class="story">
			<p class="figures-line">
				<strong>
					<Mood mood={reading.mood} />
				</strong>
				<span class="quiet">
					{t("story.sure", { share: formatShare(reading.confidence) })} ·{" "}
					{counted("story.events", reading.event_count)}
				</span>
			</p>
			{stretches.length > 0 ? (
				<TimelineStrip
					title={t("story.moods")}
					nameOfNames={t("overview.mood")}
					stretches={stretches}
					marks={marks}
				/>
			) : (
				<p class="quiet">{t("story.gone")}</p>
			)}
			<Reasons reading={reading} />
			<section aria-label={t("story.shown")}>
				<h2>{t("story.shown")}</h2>
				{timeline.interventions.length === 0 ? (
					<p class="quiet">{t("story.shown.none")}</p>
				) : (
					<ul class="shown">
						{timeline.interventions.map(({ id, name, action, at }) => (
							<li key={id}>
								<strong>{name}</strong> <code>{action}</code> <span class="quiet">{formatDateTime(at)}</span>
							</li>
						))}
					</ul>
				)}
			</section>
			<Events events={timeline.events} />
			<p class="quiet">{t("story.kept", { when: formatDateTime(timeline.events_kept_until) })}</p>
		</div>
	);
}

function Erase({ id, onClose }: { id: string; onClose(): void }) {
	const { route } = useLocation();
	const erase = useTask(async () => {
		await eraseSession(id);
		say(t("story.erased"));
		route("/console/sessions");
	});
	return (
		<Dialog title={t("story.erase.title")} onClose={onClose}>
			<p>{t("story.erase.text")}</p>
			<FailureNotice error={erase.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button kind="danger" isBusy={erase.isBusy} onClick={() => erase.start()}>
					{t("story.erase")}
				</Button>
			</div>
		</Dialog>
	);
}
