import { useState } from "preact/hooks";
import { formatDate, formatDuration } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { t } from "../texts.ts";
import type { Timeline } from "./load-story.ts";

type Event = Timeline["events"][number];

const SHOWN_AT_FIRST = 20;

/** What the visitor did, the latest first. */
export function Events({ events }: { events: readonly Event[] }) {
	const [isWhole, setWhole] = useState(false);
	const latest = events.toReversed();
	const rows = isWhole ? latest : latest.slice(0, SHOWN_AT_FIRST);
	if (events.length === 0) return null;
	return (
		<section aria-label={t("story.did")}>
			<h2>{t("story.did")}</h2>
			<ol class="events">
				{rows.map((event, i) => (
					<li key={events.length - i}>
						<span class="quiet">{timeOf(event.ts)}</span>
						<code>{event.type}</code>
						<span class="detail">{detailOf(event)}</span>
					</li>
				))}
			</ol>
			{rows.length < events.length && (
				<p class="more">
					<Button onClick={() => setWhole(true)}>{t("story.all")}</Button>
				</p>
			)}
		</section>
	);
}

const timeOf = (ts: number | undefined): string =>
	ts === undefined ? "" : formatDate(ts * 1000, { timeStyle: "medium" });

function detailOf({ url, message, duration_ms: duration, value, answered }: Event): string {
	const parts = [
		url,
		message,
		duration !== undefined && formatDuration(duration / 1000),
		value !== undefined && t("story.depth", { value }),
		answered === false && t("story.unanswered"),
	];
	return parts.filter(Boolean).join(" · ");
}
