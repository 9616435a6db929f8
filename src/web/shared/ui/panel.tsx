import type { ComponentChildren } from "preact";
import { now } from "../data/clock.ts";
import type { DataError } from "../data/data-error.ts";
import { isOnline } from "../data/page-life.ts";
import type { Resource, Snapshot } from "../data/resource.ts";
import { formatRelative } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { failureTexts } from "./failure-texts.ts";
import { Notice } from "./notice.tsx";

interface PanelProps<T> {
	resource: Resource<T>;
	/** How high it is while nothing is there, in rem, so that the page does not jump. */
	height?: number;
	/** What stands there when the data say nothing yet: first use, or nothing found. */
	isEmpty?: (data: T) => boolean;
	empty?: ComponentChildren;
	children: (data: T) => ComponentChildren;
}

/** Whatever is loaded, in every state: loading, empty, there, old, failed, offline, refused. */
export function Panel<T>({ resource, height = 12, isEmpty, empty, children }: PanelProps<T>) {
	const { data, state, error, at } = resource.snapshot.value;
	if (data === undefined) {
		return (
			<div class="panel" style={{ minBlockSize: `${height}rem` }} aria-busy={state === "loading"}>
				{error ? <Failure error={error} onRetry={resource.refresh} /> : <Loading />}
			</div>
		);
	}
	return (
		<div class="panel" aria-busy={state === "refreshing"}>
			<Staleness state={state} at={at} onRetry={resource.refresh} />
			{isEmpty?.(data) ? empty : children(data)}
		</div>
	);
}

const Loading = () => (
	<div class="loading" role="status">
		<span class="visually-hidden">{t("loading")}</span>
		<span class="bone" />
		<span class="bone" />
		<span class="bone" />
	</div>
);

/** Why there is nothing, in words that say what is kept and what to do. */
function Failure({ error, onRetry }: { error: DataError; onRetry(): void }) {
	const [title, text] = failureTexts(error);
	return (
		<div role="alert">
			<EmptyState title={title} action={<Button onClick={onRetry}>{t("retry")}</Button>}>
				<p>{text}</p>
				{error.requestId && <p>{t("failed.request", { id: error.requestId })}</p>}
			</EmptyState>
		</div>
	);
}

/** Says that what is shown is old, and since when. */
function Staleness({ state, at = 0, onRetry }: Pick<Snapshot<never>, "state" | "at"> & { onRetry(): void }) {
	if (state !== "failed" && isOnline.value) return null;
	const when = formatRelative(at, Math.max(now.value, at));
	return (
		<Notice>
			<p>{t(isOnline.value ? "failed.stale" : "offline.stale", { when })}</p>
			{isOnline.value && <Button onClick={onRetry}>{t("retry")}</Button>}
		</Notice>
	);
}
