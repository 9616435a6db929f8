import { formatEither } from "../../shared/messages/formats.ts";
import { Menu } from "../../shared/ui/menu.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { ActiveSwitch } from "../active-switch.tsx";
import { t } from "../texts.ts";
import type { Webhook } from "./change-webhooks.ts";

export type Verb = "deliveries" | "change" | "delete";

interface WebhookTableProps {
	webhooks: readonly Webhook[];
	onTurn(webhook: Webhook, isOn: boolean): Promise<void>;
	onChoose(verb: Verb, webhook: Webhook): void;
}

/** Every webhook, with what can be done with it. */
export const WebhookTable = ({ webhooks, onTurn, onChoose }: WebhookTableProps) => (
	<Table
		label={t("webhooks.title")}
		rows={webhooks}
		keyOf={({ id }) => id}
		columns={[
			{ name: t("webhooks.url"), cell: (webhook) => <Address webhook={webhook} /> },
			{
				name: t("webhooks.types"),
				cell: ({ types }) => (
					<ul class="plain-list">
						{types.map((type) => (
							<li key={type}>{t(`webhooks.type.${type}`)}</li>
						))}
					</ul>
				),
			},
			{ name: t("overview.mood"), cell: moodsInWords },
			{
				name: t("interventions.active"),
				isQuiet: true,
				cell: (one) => (
					<>
						<ActiveSwitch name={one.url} isOn={one.active} onTurn={(isOn) => onTurn(one, isOn)} />
						{one.disabled_reason && (
							<span class="fault">{t("webhooks.off", { reason: one.disabled_reason })}</span>
						)}
					</>
				),
			},
			{
				name: t("keys.actions"),
				isQuiet: true,
				cell: (one) => (
					<Menu
						label={t("interventions.actions.named", { name: one.url })}
						items={[
							{ name: t("webhooks.deliveries"), onChoose: () => onChoose("deliveries", one) },
							{ name: t("interventions.change"), onChoose: () => onChoose("change", one) },
							{ name: t("interventions.delete"), kind: "danger", onChoose: () => onChoose("delete", one) },
						]}
					>
						{t("interventions.actions")}
					</Menu>
				),
			},
		]}
	/>
);

const Address = ({ webhook: { url, description } }: { webhook: Webhook }) => (
	<span class="key-name">
		{description && <strong>{description}</strong>}
		<code>{url}</code>
	</span>
);

function moodsInWords({ types, moods }: Webhook): string {
	if (!types.includes("mood.changed")) return "–";
	return moods ? formatEither(moods.map((mood) => t(`mood.${mood}`))) : t("webhooks.moods.all");
}
