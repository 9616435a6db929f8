import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatDateTime, formatNumber } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { t } from "../texts.ts";
import { type Delivery, loadDeliveries, testWebhook, type Webhook } from "./change-webhooks.ts";

const EVERY_MS = 5_000;
const SHOWN = 10;

/** How the latest messages of a webhook went, and a button that sends one. */
export function Deliveries({ webhook: { id, active } }: { webhook: Webhook }) {
	const deliveries = useResource((signal) => loadDeliveries(id, signal), { key: id, everyMs: EVERY_MS });
	const test = useTask(async () => {
		await testWebhook(id);
		await deliveries.refresh();
	});
	return (
		<section aria-label={t("webhooks.deliveries")}>
			<div class="head">
				<h3>{t("webhooks.deliveries")}</h3>
				{active && (
					<Button isBusy={test.isBusy} onClick={() => test.start()}>
						{t("webhooks.test")}
					</Button>
				)}
			</div>
			<FailureNotice error={test.error} />
			<Panel
				resource={deliveries}
				height={4}
				isEmpty={(list) => list.length === 0}
				empty={<p class="quiet">{t("webhooks.deliveries.none")}</p>}
			>
				{(list) => (
					<Table<Delivery>
						label={t("webhooks.deliveries")}
						rows={list.slice(0, SHOWN)}
						keyOf={(delivery) => delivery.id}
						columns={[
							{ name: t("webhooks.type"), cell: ({ type }) => <code>{type}</code> },
							{ name: t("webhooks.status"), cell: statusOf },
							{
								name: t("webhooks.attempts"),
								isNumber: true,
								cell: ({ attempts }) => formatNumber(attempts),
							},
							{
								name: t("webhooks.latency"),
								isNumber: true,
								cell: ({ latency_ms }) => (latency_ms === null ? "" : `${formatNumber(latency_ms)} ms`),
							},
							{ name: t("webhooks.made"), cell: ({ created_at }) => formatDateTime(created_at) },
						]}
					/>
				)}
			</Panel>
		</section>
	);
}

function statusOf({ status, response, next_attempt_at: next }: Delivery): string {
	const parts = [
		t(`webhooks.status.${status}`),
		response,
		next !== null && response !== null && t("webhooks.next", { when: formatDateTime(next) }),
	];
	return parts.filter(Boolean).join(" · ");
}
