import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Copyable } from "../../shared/ui/copy-button.tsx";
import { NewPageKey } from "../keys/new-page-key.tsx";
import { forgetPageKey, hintOf, pageKey } from "../session/credential.ts";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { FirstEvent } from "./first-event.tsx";
import { NamePageKey } from "./name-page-key.tsx";

const tagFor = (key: string): string =>
	`<script src="${location.origin}/sdk.js" data-key="${key}" async></script>`;

/** How the snippet comes onto somebody's pages, step by step, until it works. */
export default function SnippetPage() {
	useTitle(t("snippet.title"));
	const [isMaking, setMaking] = useState(false);
	const key = pageKey.value;
	return (
		<>
			<h1>{t("snippet.title")}</h1>
			<p class="lead">{t("snippet.lead")}</p>
			<ol class="steps">
				<li class="card">
					<h2>{t("snippet.key")}</h2>
					{key ? <Chosen apiKey={key} /> : <NamePageKey />}
					<Button kind={key ? undefined : "primary"} onClick={() => setMaking(true)}>
						{t("snippet.key.new")}
					</Button>
				</li>
				<li class="card">
					<h2>{t("snippet.tag")}</h2>
					<Copyable text={tagFor(key ?? "sm_pub_…")} label={t("snippet.tag.label")} />
					<p>
						<a href="/docs/snippet">{t("snippet.tag.more")}</a>
					</p>
				</li>
				<li class="card">
					<h2>{t("snippet.wait")}</h2>
					<FirstEvent />
				</li>
			</ol>
			{isMaking && <NewPageKey isAtSnippet onClose={() => setMaking(false)} />}
		</>
	);
}

const Chosen = ({ apiKey }: { apiKey: string }) => (
	<p>
		{t("snippet.key.have", { key: hintOf(apiKey) })}{" "}
		<Button kind="plain" onClick={forgetPageKey}>
			{t("snippet.key.other")}
		</Button>
	</p>
);
