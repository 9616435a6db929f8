import { useState } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatList } from "../../shared/messages/formats.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice, say } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { moodName } from "../mood.tsx";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { deleteWebhook, loadWebhooks, switchWebhook, type Webhook } from "./change-webhooks.ts";
import { Deliveries } from "./deliveries.tsx";
import { NewWebhook } from "./new-webhook.tsx";

/** Where the account's servers are told what happens, and how that goes. */
export default function WebhooksPage() {
	useTitle(t("webhooks.title"));
	const webhooks = useResource(loadWebhooks);
	const [open, setOpen] = useState<"new" | Webhook | undefined>(undefined);
	const close = () => setOpen(undefined);
	const make = (
		<Button kind="primary" onClick={() => setOpen("new")}>
			{t("webhooks.new")}
		</Button>
	);
	return (
		<>
			<div class="head">
				<h1>{t("webhooks.title")}</h1>
				{make}
			</div>
			<p class="lead">
				{t("webhooks.lead")} <a href="/docs/live#webhooks">{t("webhooks.verify")}</a>
			</p>
			<Panel
				resource={webhooks}
				isEmpty={(list) => list.length === 0}
				empty={
					<EmptyState title={t("webhooks.empty")} action={make}>
						<p>{t("webhooks.empty.text")}</p>
					</EmptyState>
				}
			>
				{(list) => (
					<ul class="stack">
						{list.map((each) => (
							<li key={each.id} class="card">
								<Summary webhook={each} onChanged={webhooks.refresh} onRemove={() => setOpen(each)} />
								<Deliveries webhook={each} />
							</li>
						))}
					</ul>
				)}
			</Panel>
			{open === "new" && <NewWebhook onMade={webhooks.refresh} onClose={close} />}
			{typeof open === "object" && <Remove webhook={open} onRemoved={webhooks.refresh} onClose={close} />}
		</>
	);
}

interface SummaryProps {
	webhook: Webhook;
	onChanged(): void;
	onRemove(): void;
}

function Summary({ webhook, onChanged, onRemove }: SummaryProps) {
	const { id, url, types, moods, description, active, disabled_reason: reason } = webhook;
	const flip = useTask(async (isOn: boolean) => {
		await switchWebhook(id, isOn);
		onChanged();
	});
	return (
		<>
			<div class="head">
				<h2 class="session-id">{description ?? url}</h2>
				<Switch label={t("webhooks.active")} isOn={active} onChange={flip.start} />
			</div>
			{description && <p class="session-id">{url}</p>}
			<p>
				{formatList(types.map((type) => t(`webhooks.type.${type}`)))}
				{moods && ` · ${formatList(moods.map(moodName))}`}
			</p>
			{reason && (
				<Notice tone="fault">
					<p>{t("webhooks.disabled", { reason })}</p>
				</Notice>
			)}
			<FailureNotice error={flip.error} />
			<p class="row">
				<Button onClick={onRemove}>{t("webhooks.delete")}</Button>
			</p>
		</>
	);
}

function Remove({ webhook, onRemoved, onClose }: { webhook: Webhook; onRemoved(): void; onClose(): void }) {
	const remove = useTask(async () => {
		await deleteWebhook(webhook.id);
		say(t("webhooks.deleted"));
		onRemoved();
		onClose();
	});
	return (
		<Dialog title={t("webhooks.delete.title")} onClose={onClose}>
			<p>{t("webhooks.delete.text", { url: webhook.url })}</p>
			<FailureNotice error={remove.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button kind="danger" isBusy={remove.isBusy} onClick={() => remove.start()}>
					{t("webhooks.delete")}
				</Button>
			</div>
		</Dialog>
	);
}
