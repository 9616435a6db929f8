import type { ComponentChildren } from "preact";

interface EmptyStateProps {
	title: string;
	/** What would stand here, and how it comes. */
	children?: ComponentChildren;
	/** The one thing to do about it. */
	action?: ComponentChildren;
}

/** Nothing here, and what to do about it. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
	<div class="empty">
		<svg viewBox="0 0 64 40" aria-hidden="true">
			<path d="M4 32q14-18 28-6t28-14" />
			<circle cx="60" cy="12" r="2.5" />
		</svg>
		<p class="empty-title">{title}</p>
		{children && <div class="quiet">{children}</div>}
		{action}
	</div>
);
