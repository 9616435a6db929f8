import { useTask } from "../../shared/data/use-task.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { t } from "../texts.ts";
import { type ApiKey, isInUse, revokeKey } from "./change-keys.ts";

interface RevokeKeyProps {
	apiKey: ApiKey;
	onRevoked(): void;
	onClose(): void;
}

/** Asks whether to revoke a key, and does. */
export function RevokeKey({ apiKey, onRevoked, onClose }: RevokeKeyProps) {
	const name = apiKey.label ?? apiKey.hint;
	const revoke = useTask(async () => {
		await revokeKey(apiKey);
		say(t("keys.revoked", { key: name }));
		onRevoked();
		onClose();
	});
	return (
		<Dialog title={t("keys.revoke.title", { key: name })} onClose={onClose}>
			<p>{t(`keys.revoke.${apiKey.kind}`)}</p>
			{isInUse(apiKey) && <p>{t("keys.revoke.own")}</p>}
			<FailureNotice error={revoke.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button kind="danger" isBusy={revoke.isBusy} onClick={() => revoke.start()}>
					{t("keys.revoke")}
				</Button>
			</div>
		</Dialog>
	);
}
