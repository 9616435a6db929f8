import { formatShare } from "../../shared/messages/formats.ts";
import { Menu } from "../../shared/ui/menu.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { ActiveSwitch } from "../active-switch.tsx";
import { t } from "../texts.ts";
import type { Intervention } from "./change-interventions.ts";
import { whenInWords } from "./when-in-words.ts";

export type Verb = "change" | "delete";

interface InterventionTableProps {
	interventions: readonly Intervention[];
	onTurn(intervention: Intervention, isOn: boolean): Promise<void>;
	onChoose(verb: Verb, intervention: Intervention): void;
}

/** Every intervention, with what can be done with it. */
export const InterventionTable = ({ interventions, onTurn, onChoose }: InterventionTableProps) => (
	<Table
		label={t("interventions.title")}
		rows={interventions}
		keyOf={({ id }) => id}
		columns={[
			{ name: t("interventions.field.name"), cell: ({ name }) => <strong>{name}</strong> },
			{ name: t("interventions.when"), cell: (one) => whenInWords(one) },
			{ name: t("interventions.field.action"), cell: ({ action }) => <code>{action}</code> },
			{ name: t("interventions.heldout"), isNumber: true, cell: ({ holdout }) => formatShare(holdout) },
			{
				name: t("interventions.active"),
				isQuiet: true,
				cell: (one) => (
					<ActiveSwitch name={one.name} isOn={one.active} onTurn={(isOn) => onTurn(one, isOn)} />
				),
			},
			{
				name: t("keys.actions"),
				isQuiet: true,
				cell: (one) => (
					<Menu
						label={t("interventions.actions.named", { name: one.name })}
						items={[
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
