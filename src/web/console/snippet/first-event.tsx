import { useRef } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { loadMoods } from "../overview/load-moods.ts";
import { counted, t } from "../texts.ts";

const EVERY_MS = 3_000;

/** Waits for the first event, or for the next session. */
export function FirstEvent() {
	const moods = useResource((signal) => loadMoods("intent", signal), { everyMs: EVERY_MS });
	return (
		<Panel resource={moods} height={5}>
			{({ total_sessions }) => <Received total={total_sessions} />}
		</Panel>
	);
}

function Received({ total }: { total: number }) {
	const before = useRef(total).current;
	if (total === 0) return <Listening />;
	if (before === 0) return <First />;
	return (
		<div aria-live="polite">
			<p>
				{total > before ? counted("snippet.wait.more", total - before) : counted("snippet.wait.sofar", total)}
			</p>
		</div>
	);
}

const Listening = () => (
	<p class="listening" role="status">
		<span class="pulse" aria-hidden="true" />
		{t("snippet.wait.listening")}
	</p>
);

const First = () => (
	<div role="status">
		<Notice tone="good">
			<p>
				<strong>{t("snippet.wait.first")}</strong>
			</p>
			<p>{t("snippet.wait.first.text")}</p>
			<p>
				<a href="/console">{t("snippet.wait.overview")}</a>
			</p>
		</Notice>
	</div>
);
