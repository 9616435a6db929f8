import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Copyable } from "../../shared/ui/copy-button.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { t } from "../texts.ts";

interface KeyOnceProps {
	secret: string;
	text: string;
	done: string;
	onDone(): void;
}

/** A secret key, this once. It goes on when somebody says that it is kept. */
export function KeyOnce({ secret, text, done, onDone }: KeyOnceProps) {
	const [isKept, setKept] = useState(false);
	return (
		<>
			<p>{text}</p>
			<Copyable text={secret} label={t("once.label")} />
			<Switch
				kind="check"
				label={t("once.kept")}
				hint={t("once.kept.hint")}
				isOn={isKept}
				onChange={setKept}
			/>
			<div class="dialog-foot">
				<Button kind="primary" disabled={!isKept} onClick={onDone}>
					{done}
				</Button>
			</div>
		</>
	);
}
