import { useTask } from "../shared/data/use-task.ts";
import { t as shared } from "../shared/messages/shared-texts.ts";
import { Button } from "../shared/ui/button.tsx";
import { Dialog } from "../shared/ui/dialog.tsx";
import { FailureNotice } from "../shared/ui/failure-notice.tsx";
import { t } from "./texts.ts";

interface DeleteQuestionProps {
	title: string;
	/** What goes with it. */
	text: string;
	onDelete(): Promise<void>;
	onClose(): void;
}

/** Asks whether to delete something, and does. */
export function DeleteQuestion({ title, text, onDelete, onClose }: DeleteQuestionProps) {
	const remove = useTask(async () => {
		await onDelete();
		onClose();
	});
	return (
		<Dialog title={title} onClose={onClose}>
			<p>{text}</p>
			<FailureNotice error={remove.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button kind="danger" isBusy={remove.isBusy} onClick={() => remove.start()}>
					{t("interventions.delete")}
				</Button>
			</div>
		</Dialog>
	);
}
