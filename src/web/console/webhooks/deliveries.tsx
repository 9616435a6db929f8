import { useEffect, useRef } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { formatDateTime, formatNumber } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { t } from "../texts.ts";
import { type Delivery, loadDeliveries, testWebhook, type Webhook } from "./change-webhooks.ts";

const EVERY_MS = 3_000;

/** How the latest messages to a webhook went, and a button that sends one. */
export function Deliveries({ webhook: { id, url } }: { webhook: Webhook }) {
	const heading = useRef<HTMLHeadingElement>(null);
	const deliveries = useResource((signal) => loadDeliveries(id, signal), { key: id, everyMs: EVERY_MS });
	const test = useTask(async () => {
		await testWebhook(id);
		say(t("webhooks.test.sent"));
		await deliveries.refresh();
	});
	// They open below the table, perhaps out of sight.
	useEffect(() => heading.current?.focus(), [id]);
	return (
		<section class="card deliveries" aria-labelledby="deliveries">
			<div class="head">
				<h2 id="deliveries" ref={heading} tabIndex={-1}>
					{t("webhooks.deliveries.to", { url })}
				</h2>
				<Button isBusy={test.isBusy} onClick={() => test.start()}>
					{t("webhooks.test")}
				</Button>
			</div>
			<FailureNotice error={test.error} />
			<Panel
				resource={deliveries}
				isEmpty={({ length }) => length === 0}
				empty={
					<EmptyState title={t("webhooks.deliveries.empty")}>
						<p>{t("webhooks.deliveries.empty.text")}</p>
					</EmptyState>
				}
			>
				{(list) => <DeliveryTable deliveries={list} />}
			</Panel>
		</section>
	);
}

const formatMilliseconds = (value: number): string =>
	formatNumber(value, { style: "unit", unit: "millisecond", unitDisplay: "short" });

const TONES = { pending: "quiet", delivered: "done", failed: "fault" } as const;

const DeliveryTable = ({ deliveries }: { deliveries: readonly Delivery[] }) => (
	<Table
		label={t("webhooks.deliveries")}
		rows={deliveries}
		keyOf={({ id }) => id}
		columns={[
			{ name: t("webhooks.delivery.type"), cell: ({ type }) => <code>{type}</code> },
			{
				name: t("webhooks.delivery.status"),
				cell: ({ status }) => <span class={TONES[status]}>{t(`webhooks.delivery.status.${status}`)}</span>,
			},
			{
				name: t("webhooks.delivery.attempts"),
				isNumber: true,
				cell: ({ attempts }) => formatNumber(attempts),
			},
			{ name: t("webhooks.delivery.response"), cell: ({ response }) => response ?? "–" },
			{
				name: t("webhooks.delivery.latency"),
				isNumber: true,
				cell: ({ latency_ms }) => (latency_ms === null ? "–" : formatMilliseconds(latency_ms)),
			},
			{ name: t("webhooks.delivery.made"), cell: ({ created_at }) => formatDateTime(created_at) },
			{
				name: t("webhooks.delivery.next"),
				cell: ({ next_attempt_at }) => (next_attempt_at ? formatDateTime(next_attempt_at) : "–"),
			},
		]}
	/>
);
