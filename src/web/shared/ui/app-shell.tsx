import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../messages/shared-texts.ts";
import { Toasts } from "./notice.tsx";

export interface NavItem {
	href: string;
	name: string;
	/** Paths in a 20 × 20 box, drawn as lines. */
	icon: string;
}

interface AppShellProps {
	/** What the whole is called, at the top of the navigation. */
	brand: string;
	items: readonly NavItem[];
	current: string;
	children: ComponentChildren;
}

/** As many as a thumb can tell apart. */
const IN_BAR = 4;

/** The frame of an application: navigation at the side, on a phone a bar of four below, the rest behind "More". */
export function AppShell({ brand, items, current, children }: AppShellProps) {
	const hasMore = items.length > IN_BAR;
	const inBar = hasMore ? items.slice(0, IN_BAR - 1) : items;
	return (
		<div class="shell">
			<a class="skip" href="#content">
				{t("skip")}
			</a>
			<nav class="shell-nav" aria-label={t("navigation")}>
				<a class="brand" href="/">
					<img src="/icon.svg" alt="" width="28" height="28" />
					{brand}
				</a>
				<ul class="shell-bar">
					{items.map((item) => (
						<li key={item.href} class={inBar.includes(item) ? undefined : "beyond-bar"}>
							<NavLink item={item} current={current} />
						</li>
					))}
					{hasMore && (
						<li class="in-bar-only">
							{/* Another page is another list, which is closed. */}
							<More key={current} items={items.slice(IN_BAR - 1)} current={current} />
						</li>
					)}
				</ul>
			</nav>
			<main id="content" tabIndex={-1}>
				{children}
			</main>
			<Toasts />
		</div>
	);
}

function NavLink({ item: { href, name, icon }, current }: { item: NavItem; current: string }) {
	return (
		<a class="nav-link" href={href} aria-current={href === current ? "page" : undefined}>
			<svg viewBox="0 0 20 20" aria-hidden="true">
				<path d={icon} />
			</svg>
			<span>{name}</span>
		</a>
	);
}

function More({ items, current }: { items: readonly NavItem[]; current: string }) {
	const id = useId();
	return (
		<>
			<button type="button" class="nav-link" popovertarget={id}>
				<svg viewBox="0 0 20 20" aria-hidden="true">
					<path d="M4 10h.1M10 10h.1M16 10h.1" />
				</svg>
				<span>{t("more")}</span>
			</button>
			<ul id={id} popover="auto" class="more-list">
				{items.map((item) => (
					<li key={item.href}>
						<NavLink item={item} current={current} />
					</li>
				))}
			</ul>
		</>
	);
}
