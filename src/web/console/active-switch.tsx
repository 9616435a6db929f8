import { useTask } from "../shared/data/use-task.ts";
import { FailureNotice } from "../shared/ui/failure-notice.tsx";
import { Switch } from "../shared/ui/switch.tsx";
import { t } from "./texts.ts";

interface ActiveSwitchProps {
	/** What is switched, for those who hear it. */
	name: string;
	isOn: boolean;
	onTurn(isOn: boolean): Promise<void>;
}

/** Switches something on and off at once. Refused, it goes back and says why. */
export function ActiveSwitch({ name, isOn, onTurn }: ActiveSwitchProps) {
	const turn = useTask(onTurn);
	return (
		<>
			<Switch
				label={
					<>
						{t("interventions.active")}
						<span class="visually-hidden">: {name}</span>
					</>
				}
				isOn={turn.isBusy ? !isOn : isOn}
				onChange={(wanted) => turn.start(wanted)}
			/>
			<FailureNotice error={turn.error} />
		</>
	);
}
