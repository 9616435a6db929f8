import { useState } from "preact/hooks";
import { t } from "../messages/shared-texts.ts";
import { Button } from "./button.tsx";
import { say } from "./notice.tsx";

const SHOWN_MS = 2_000;

/** Copies a text and says that it did. */
export function CopyButton({
	text,
	label = t("copy"),
	kind,
}: {
	text: string;
	label?: string;
	kind?: "primary";
}) {
	const [isDone, setDone] = useState(false);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			return say(t("copy.failed"), "fault");
		}
		say(t("copied"));
		setDone(true);
		setTimeout(setDone, SHOWN_MS, false);
	};
	return (
		<Button kind={kind} onClick={copy}>
			{isDone ? t("copied") : label}
		</Button>
	);
}

/** A text to be taken along, with a button that does it. */
export const Copyable = ({ text, label }: { text: string; label: string }) => (
	<div class="copyable">
		{/* biome-ignore-start lint/a11y: what scrolls has to be reached by the keyboard, and to be named */}
		<pre tabIndex={0} role="group" aria-label={label}>
			{text}
		</pre>
		{/* biome-ignore-end lint/a11y: see above */}
		<CopyButton text={text} />
	</div>
);
