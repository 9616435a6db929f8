import { Appearance } from "../../shared/ui/appearance.tsx";
import { Notice, Toasts } from "../../shared/ui/notice.tsx";
import { Tabs } from "../../shared/ui/tabs.tsx";
import { languages, t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { wasEnded } from "./credential.ts";
import { NewAccount } from "./new-account.tsx";
import { SignIn } from "./sign-in.tsx";

/** What stands before the console until somebody is signed in. */
export function Entrance() {
	useTitle(t("enter.back"));
	const isBack = wasEnded.value;
	const tabs = [
		{ name: t("enter.new"), content: <NewAccount /> },
		{ name: t("enter.back"), content: <SignIn /> },
	];
	return (
		<main id="content" class="entrance" tabIndex={-1}>
			<div class="entrance-words">
				<a class="brand" href="/">
					<img src="/icon.svg" alt="" width="32" height="32" />
					Undertone
				</a>
				<h1>{t("enter.title")}</h1>
				<p class="lead">{t("enter.lead")}</p>
			</div>
			<div>
				<div class="card">
					{isBack && <Notice>{t("enter.ended")}</Notice>}
					<Tabs label={t("enter.tabs")} tabs={isBack ? tabs.toReversed() : tabs} />
				</div>
				<Appearance languages={languages} />
			</div>
			<Toasts />
		</main>
	);
}
