import { Select } from "../../shared/ui/field.tsx";
import { t } from "../texts.ts";
import { Checks } from "./checks.tsx";
import { knownMoods, MODELS, MOODS_OF, type Model, type Mood } from "./moods-of.ts";

interface Chosen {
	model: Model;
	moods: Mood[];
}

interface ChooseMoodsProps extends Chosen {
	label: string;
	hint?: string;
	modelHint?: string | undefined;
	error?: string | undefined;
	onChange(chosen: Chosen): void;
}

/** A model, and moods of it. Another model keeps the moods that it knows too. */
export const ChooseMoods = ({ model, moods, label, hint, modelHint, error, onChange }: ChooseMoodsProps) => (
	<>
		<Select
			label={t("overview.models")}
			hint={modelHint}
			value={model}
			onChange={(name) => {
				const next = MODELS.find((one) => one === name) ?? model;
				onChange({ model: next, moods: knownMoods(next, moods) });
			}}
		>
			{MODELS.map((name) => (
				<option key={name} value={name}>
					{t(`overview.model.${name}`)}
				</option>
			))}
		</Select>
		<Checks<Mood>
			label={label}
			hint={hint}
			error={error}
			all={MOODS_OF[model]}
			nameOf={(mood) => t(`mood.${mood}`)}
			chosen={moods}
			onChange={(next) => onChange({ model, moods: next })}
		/>
	</>
);
