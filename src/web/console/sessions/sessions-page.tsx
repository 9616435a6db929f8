import { useEffect, useMemo, useState } from "preact/hooks";
import { now } from "../../shared/data/clock.ts";
import { type LiveState, live } from "../../shared/data/live.ts";
import type { Resource } from "../../shared/data/resource.ts";
import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatNumber, formatRelative, formatShare } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Select } from "../../shared/ui/field.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Mood } from "../mood.tsx";
import { MODELS, type Model } from "../overview/load-moods.ts";
import { MOODS } from "../overview/moods.ts";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import {
	afterMessage,
	connectToMoods,
	type Filter,
	loadSessions,
	type SessionPage,
} from "./load-sessions.ts";

/** Who is on the pages now and how they feel, as it changes. */
export default function SessionsPage() {
	useTitle(t("sessions.title"));
	const [model, setModel] = useState<Model>("intent");
	const [mood, setMood] = useState("");
	const filter = { model, mood };
	const key = `${model} ${mood}`;
	const page = useResource((signal) => loadSessions(filter, signal), { key });
	const state = useLiveMoods(page, filter, key);
	return (
		<>
			<div class="head">
				<h1>{t("sessions.title")}</h1>
				<Listening state={state} />
			</div>
			<p class="lead">{t("sessions.lead")}</p>
			<section class="card" aria-label={t("sessions.table")}>
				<div class="filters">
					<Select
						label={t("sessions.model")}
						value={model}
						onChange={(chosen) => {
							setModel(chosen as Model);
							setMood("");
						}}
					>
						{MODELS.map((name) => (
							<option key={name} value={name}>
								{t(`overview.model.${name}`)}
							</option>
						))}
					</Select>
					<Select label={t("sessions.mood")} value={mood} onChange={setMood}>
						<option value="">{t("sessions.mood.any")}</option>
						{MOODS[model].map((name) => (
							<option key={name} value={name}>
								{t(`mood.${name}`)}
							</option>
						))}
					</Select>
				</div>
				<Panel
					resource={page}
					height={20}
					isEmpty={({ sessions, next }) => sessions.length === 0 && next === null}
					empty={<Nobody isFiltered={mood !== ""} />}
				>
					{(data) => <Sessions page={data} filter={filter} resource={page} />}
				</Panel>
			</section>
		</>
	);
}

/** Keeps the page as it is now; returns how the connection is. */
function useLiveMoods(page: Resource<SessionPage>, filter: Filter, key: string): LiveState {
	const [state, setState] = useState<LiveState>("connecting");
	const connection = useMemo(
		() =>
			live({
				connect: connectToMoods(filter.model),
				onMessage(message) {
					if (message.type === "gap") page.refresh();
					else page.change((known) => afterMessage(known, message, filter));
				},
			}),
		[key, page],
	);
	useEffect(() => {
		const end = connection.state.subscribe(setState);
		return () => {
			end();
			connection.stop();
		};
	}, [connection]);
	return state;
}

const Listening = ({ state }: { state: LiveState }) => (
	<p class="listening" role="status">
		<span class={state === "open" ? "pulse" : "pulse off"} aria-hidden="true" />
		{t(`sessions.live.${state}`)}
	</p>
);

interface SessionsProps {
	page: SessionPage;
	filter: Filter;
	resource: Resource<SessionPage>;
}

function Sessions({ page, filter, resource }: SessionsProps) {
	const more = useTask(async () => {
		const next = await loadSessions(filter, undefined, page.next ?? undefined);
		resource.change(({ sessions }) => ({
			next: next.next,
			sessions: [
				...sessions,
				...next.sessions.filter(({ session_id: id }) => !sessions.some((known) => known.session_id === id)),
			],
		}));
	});
	return (
		<>
			<Table
				label={t("sessions.table")}
				rows={page.sessions}
				keyOf={({ session_id }) => session_id}
				columns={[
					{
						name: t("sessions.session"),
						cell: ({ session_id }) => (
							<a class="session-id" href={`/console/sessions/${encodeURIComponent(session_id)}`}>
								{session_id}
							</a>
						),
					},
					{ name: t("overview.mood"), cell: ({ mood }) => <Mood mood={mood} /> },
					{
						name: t("sessions.confidence"),
						isNumber: true,
						cell: ({ confidence }) => formatShare(confidence),
					},
					{
						name: t("sessions.events"),
						isNumber: true,
						cell: ({ event_count }) => formatNumber(event_count),
					},
					{
						name: t("sessions.latest"),
						cell: ({ updated_at }) => formatRelative(updated_at, Math.max(now.value, Date.parse(updated_at))),
					},
				]}
			/>
			<FailureNotice error={more.error} />
			{page.next !== null && (
				<p class="more">
					<Button isBusy={more.isBusy} onClick={() => more.start()}>
						{t("sessions.more")}
					</Button>
				</p>
			)}
		</>
	);
}

const Nobody = ({ isFiltered }: { isFiltered: boolean }) =>
	isFiltered ? (
		<EmptyState title={t("sessions.none")}>
			<p>{t("sessions.none.text")}</p>
		</EmptyState>
	) : (
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
