import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { AppShell } from "../shared/ui/app-shell.tsx";
import { Crash } from "./crash.tsx";
import { INNER_PAGES, PAGES } from "./routes.tsx";
import { credential } from "./session/credential.ts";
import { Entrance } from "./session/entrance.tsx";
import { t } from "./texts.ts";

/** The console: the entrance until somebody is signed in, then its pages. */
export const App = () => (
	<LocationProvider scope={/^\/console(\/|$)/}>
		{credential.value ? <Pages /> : <Entrance />}
	</LocationProvider>
);

function Pages() {
	const { path } = useLocation();
	const [hasCrashed, setCrashed] = useState(false);
	const items = PAGES.map(({ href, name, icon }) => ({ href, icon, name: t(name) }));
	return (
		<AppShell brand="Undertone" items={items} current={path}>
			{hasCrashed ? (
				<Crash />
			) : (
				<ErrorBoundary onError={() => setCrashed(true)}>
					<Router onRouteChange={() => document.getElementById("content")?.focus({ preventScroll: true })}>
						{[...PAGES, ...INNER_PAGES].map(({ href, component }) => (
							<Route key={href} path={href} component={component} />
						))}
						<Route default component={Missing} />
					</Router>
				</ErrorBoundary>
			)}
		</AppShell>
	);
}

const Missing = () => (
	<>
		<h1>{t("missing.title")}</h1>
		<p class="lead">{t("missing.text")}</p>
		<a href="/console">{t("missing.action")}</a>
	</>
);
