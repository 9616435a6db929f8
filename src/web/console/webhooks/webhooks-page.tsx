import { useState } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { Button } from "../../shared/ui/button.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { DeleteQuestion } from "../delete-question.tsx";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { changeWebhook, deleteWebhook, loadWebhooks, type Webhook } from "./change-webhooks.ts";
import { Deliveries } from "./deliveries.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { type Verb, WebhookTable } from "./webhook-table.tsx";

type Open = { verb: "make" } | { verb: Verb; webhook: Webhook } | undefined;

/** Who is told what happens, and whether the messages arrive. */
export default function WebhooksPage() {
	useTitle(t("webhooks.title"));
	const webhooks = useResource(loadWebhooks);
	const [open, setOpen] = useState<Open>(undefined);
	const [watched, setWatched] = useState<string | undefined>(undefined);
	const close = () => setOpen(undefined);
	const make = (
		<Button kind="primary" onClick={() => setOpen({ verb: "make" })}>
			{t("webhooks.new")}
		</Button>
	);
	const turn = async ({ id }: Webhook, active: boolean) => {
		const changed = await changeWebhook(id, { active });
		webhooks.change((all) => all.map((one) => (one.id === id ? changed : one)));
	};
	const choose = (verb: Verb, webhook: Webhook) =>
		verb === "deliveries" ? setWatched(webhook.id) : setOpen({ verb, webhook });
	const list = webhooks.snapshot.value.data ?? [];
	const shown = list.find(({ id }) => id === watched);
	return (
		<>
			<div class="head">
				<h1>{t("webhooks.title")}</h1>
				{list.length > 0 && make}
			</div>
			<p class="lead">
				{t("webhooks.lead")} <a href="/docs/live#webhooks">{t("webhooks.verify")}</a>
			</p>
			<section class="card" aria-label={t("webhooks.title")}>
				<Panel
					resource={webhooks}
					isEmpty={({ length }) => length === 0}
					empty={
						<EmptyState title={t("webhooks.empty")} action={make}>
							<p>{t("webhooks.empty.text")}</p>
						</EmptyState>
					}
				>
					{(all) => <WebhookTable webhooks={all} onTurn={turn} onChoose={choose} />}
				</Panel>
			</section>
			{shown && <Deliveries webhook={shown} />}
			{(open?.verb === "make" || open?.verb === "change") && (
				<WebhookDialog
					before={open.verb === "change" ? open.webhook : undefined}
					onDone={webhooks.refresh}
					onClose={close}
				/>
			)}
			{open?.verb === "delete" && (
				<DeleteQuestion
					title={t("webhooks.delete.title", { url: open.webhook.url })}
					text={t("webhooks.delete.text")}
					onDelete={async () => {
						await deleteWebhook(open.webhook.id);
						webhooks.refresh();
					}}
					onClose={close}
				/>
			)}
		</>
	);
}
