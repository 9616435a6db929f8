import { Appearance } from "../../shared/ui/appearance.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { credential, hintOf, leave } from "../session/credential.ts";
import { languages, t } from "../texts.ts";
import { Usage } from "../usage/usage.tsx";
import { useTitle } from "../use-title.ts";

/** Language, appearance, and the way out. */
export default function SettingsPage() {
	useTitle(t("settings.title"));
	const signOut = () => {
		leave();
		say(t("settings.left"));
	};
	return (
		<>
			<h1>{t("settings.title")}</h1>
			<p class="lead">{t("settings.lead")}</p>
			<div class="stack">
				<section class="card">
					<Appearance languages={languages} />
				</section>
				<section class="card">
					<h2>{t("usage.title")}</h2>
					<Usage />
				</section>
				<section class="card">
					<h2>{t("settings.session")}</h2>
					<p>{t("settings.session.text", { key: hintOf(credential.value ?? "") })}</p>
					<Button onClick={signOut}>{t("settings.leave")}</Button>
				</section>
			</div>
		</>
	);
}
