import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";

export interface MenuItem {
	name: string;
	kind?: "danger";
	onChoose(): void;
}

interface MenuProps {
	/** What the button shows, and what it is called. */
	children: ComponentChildren;
	label: string;
	items: readonly MenuItem[];
	kind?: "primary" | undefined;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
	ArrowDown: (at, count) => (at + 1) % count,
	ArrowUp: (at, count) => (at - 1 + count) % count,
	Home: () => 0,
	End: (_, count) => count - 1,
};

/** Actions behind a button: the menu button of the ARIA patterns, in the browser's own popover. */
export function Menu({ children, label, items, kind }: MenuProps) {
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	const [isOpen, setOpen] = useState(false);
	const itemAt = (at: number) => list.current?.querySelectorAll<HTMLElement>("[role=menuitem]")[at];
	const move = (event: KeyboardEvent) => {
		const step = STEPS[event.key];
		if (event.key === "Tab") list.current?.hidePopover();
		if (!step) return;
		event.preventDefault();
		const at = items.findIndex((_, i) => itemAt(i) === document.activeElement);
		itemAt(step(at, items.length))?.focus();
	};
	return (
		<div class="menu">
			<button
				type="button"
				class={kind}
				aria-haspopup="menu"
				aria-expanded={isOpen}
				aria-label={label}
				popovertarget={id}
				onKeyDown={(event) => {
					if (event.key !== "ArrowDown") return;
					event.preventDefault();
					list.current?.showPopover();
				}}
			>
				{children}
			</button>
			<div
				ref={list}
				id={id}
				class="menu-list"
				role="menu"
				aria-label={label}
				popover="auto"
				onKeyDown={move}
				onToggle={({ newState }) => setOpen(newState === "open")}
			>
				{items.map(({ name, kind: look, onChoose }, i) => (
					<button
						key={name}
						type="button"
						role="menuitem"
						// A popover focuses it as it opens, before the next key is pressed.
						autofocus={i === 0}
						tabIndex={-1}
						class={look}
						onClick={() => {
							list.current?.hidePopover();
							onChoose();
						}}
					>
						{name}
					</button>
				))}
			</div>
		</div>
	);
}
