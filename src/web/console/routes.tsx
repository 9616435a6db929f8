import type { AnyComponent } from "preact";
import { lazy } from "preact-iso";
import { Crash } from "./crash.tsx";

type NavKey =
	| "nav.overview"
	| "nav.keys"
	| "nav.snippet"
	| "nav.sessions"
	| "nav.interventions"
	| "nav.webhooks"
	| "nav.settings";

interface ConsolePage {
	href: string;
	/** What it is called in the navigation. */
	name: NavKey;
	/** Paths in a 20 × 20 box, drawn as lines. */
	icon: string;
	component: AnyComponent;
}

/** A page that is loaded when it is wanted. When that fails, something says so. */
const page = (load: () => Promise<{ default: AnyComponent }>): AnyComponent =>
	lazy(() => load().catch(() => ({ default: Crash })));

/** Every page of the console, in the order of its navigation. On a phone the first ones stand in the bar. */
export const PAGES: readonly ConsolePage[] = [
	{
		href: "/console",
		name: "nav.overview",
		icon: "M3 16.5h14M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6",
		component: page(() => import("./overview/overview-page.tsx")),
	},
	{
		href: "/console/keys",
		name: "nav.keys",
		icon: "M9.2 10.8a3.6 3.6 0 1 1 1.3-1.6H17v2.6h-2.4v2h-2.4v-2h-1.7",
		component: page(() => import("./keys/keys-page.tsx")),
	},
	{
		href: "/console/snippet",
		name: "nav.snippet",
		icon: "M6.5 6l-4 4 4 4M13.5 6l4 4-4 4M11.2 4l-2.4 12",
		component: page(() => import("./snippet/snippet-page.tsx")),
	},
	{
		href: "/console/sessions",
		name: "nav.sessions",
		icon: "M3 5.5h14M3 10h14M3 14.5h9",
		component: page(() => import("./sessions/sessions-page.tsx")),
	},
	{
		href: "/console/interventions",
		name: "nav.interventions",
		icon: "M4 4.5h12v8.5H9l-3.5 3v-3H4zM10 6.5v2.5M10 11v.1",
		component: page(() => import("./interventions/interventions-page.tsx")),
	},
	{
		href: "/console/webhooks",
		name: "nav.webhooks",
		icon: "M3 10h9M9 6.5l3.5 3.5L9 13.5M12.5 4H17v12h-4.5",
		component: page(() => import("./webhooks/webhooks-page.tsx")),
	},
	{
		href: "/console/settings",
		name: "nav.settings",
		icon: "M3 6h6.5M13.5 6H17M3 14h3.5M10.5 14H17M11.5 4v4M8.5 12v4",
		component: page(() => import("./settings/settings-page.tsx")),
	},
];

/** Pages that others lead to. */
export const INNER_PAGES: readonly Pick<ConsolePage, "href" | "component">[] = [
	{ href: "/console/sessions/:id", component: page(() => import("./story/story-page.tsx")) },
];
