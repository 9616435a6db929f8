import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";

export interface Tab {
	name: string;
	content: ComponentChildren;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
	ArrowRight: (at, count) => (at + 1) % count,
	ArrowLeft: (at, count) => (at - 1 + count) % count,
	Home: () => 0,
	End: (_, count) => count - 1,
};

/** Tabs of the ARIA patterns: one stop for the tabulator, arrow keys choose. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	const [chosen, choose] = useState(0);
	const move = (event: KeyboardEvent) => {
		const step = STEPS[event.key];
		if (!step) return;
		event.preventDefault();
		const next = step(chosen, tabs.length);
		choose(next);
		list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
	};
	return (
		<div class="tabs">
			<div ref={list} class="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
				{tabs.map(({ name }, i) => (
					<button
						key={name}
						type="button"
						role="tab"
						id={`${id}-tab-${i}`}
						aria-selected={i === chosen}
						aria-controls={`${id}-panel-${i}`}
						tabIndex={i === chosen ? 0 : -1}
						onClick={() => choose(i)}
					>
						{name}
					</button>
				))}
			</div>
			{tabs.map(({ name, content }, i) => (
				<div
					key={name}
					role="tabpanel"
					id={`${id}-panel-${i}`}
					aria-labelledby={`${id}-tab-${i}`}
					hidden={i !== chosen}
				>
					{i === chosen && content}
				</div>
			))}
		</div>
	);
}
