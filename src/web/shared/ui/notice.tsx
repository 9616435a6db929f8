import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";

export type Tone = "plain" | "good" | "fault";

/** A box that says something that matters here. */
export function Notice({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) {
	return (
		<div class={`notice ${tone}`}>
			<ToneMark tone={tone} />
			<div>{children}</div>
		</div>
	);
}

const MARKS: Readonly<Record<Tone, string>> = {
	plain: "M10 9v5M10 6v.1",
	good: "M6 10.5l3 3 5.5-6.5",
	fault: "M10 5.5v6M10 14.4v.1",
};

const ToneMark = ({ tone }: { tone: Tone }) => (
	<svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
		<circle cx="10" cy="10" r="8.5" />
		<path d={MARKS[tone]} />
	</svg>
);

const SHOWN_MS = 6_000;
const toast = signal<{ text: string; tone: Tone } | undefined>(undefined);
let timer: ReturnType<typeof setTimeout>;

/** Says in passing what has happened. What must not be missed belongs into the page. */
export function say(text: string, tone: Tone = "good"): void {
	toast.value = { text, tone };
	clearTimeout(timer);
	timer = setTimeout(() => {
		toast.value = undefined;
	}, SHOWN_MS);
}

/** Where it is said; once a page. */
export function Toasts() {
	const said = toast.value;
	return (
		<div class="toasts" role="status" aria-live="polite">
			{said && <Notice tone={said.tone}>{said.text}</Notice>}
		</div>
	);
}
