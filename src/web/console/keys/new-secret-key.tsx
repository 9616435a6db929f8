import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Select } from "../../shared/ui/field.tsx";
import { t } from "../texts.ts";
import { replaceSecretKey } from "./change-keys.ts";
import { KeyOnce } from "./key-once.tsx";

/** Hours that the old keys go on working. */
const OVERLAPS = ["0", "24", "168", "720"] as const;

/** Replaces the secret keys and shows the new one, once. */
export function NewSecretKey({ onMade, onClose }: { onMade(): void; onClose(): void }) {
	const [overlap, setOverlap] = useState("168");
	const [key, setKey] = useState<string | undefined>(undefined);
	const make = useTask(async () => {
		setKey(await replaceSecretKey(Number(overlap)));
		onMade();
	});
	return (
		<Dialog title={t(key ? "once.title" : "keys.secret.title")} mayClose={!key} onClose={onClose}>
			{key ? (
				<KeyOnce
					secret={key}
					text={`${t("once.text")} ${t("keys.secret.made")}`}
					done={t("keys.done")}
					onDone={onClose}
				/>
			) : (
				<>
					<p>{t("keys.secret.text")}</p>
					<Select label={t("keys.secret.overlap")} value={overlap} onChange={setOverlap}>
						{OVERLAPS.map((hours) => (
							<option key={hours} value={hours}>
								{t(`keys.secret.overlap.${hours}`)}
							</option>
						))}
					</Select>
					<FailureNotice error={make.error} />
					<div class="dialog-foot">
						<Button kind="primary" isBusy={make.isBusy} onClick={() => make.start()}>
							{t("keys.secret.make")}
						</Button>
					</div>
				</>
			)}
		</Dialog>
	);
}
