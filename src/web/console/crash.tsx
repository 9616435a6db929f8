import { Button } from "../shared/ui/button.tsx";
import { EmptyState } from "../shared/ui/empty-state.tsx";
import { t } from "./texts.ts";

/** Instead of a page that could not be loaded, or broke. */
export const Crash = () => (
	<EmptyState
		title={t("crash.title")}
		action={<Button onClick={() => location.reload()}>{t("crash.action")}</Button>}
	>
		<p>{t("crash.text")}</p>
	</EmptyState>
);
