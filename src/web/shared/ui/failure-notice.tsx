import type { DataError } from "../data/data-error.ts";
import { t } from "../messages/shared-texts.ts";
import { failureTexts } from "./failure-texts.ts";
import { Notice } from "./notice.tsx";

/** Why what was asked for did not happen; nothing while it did. */
export function FailureNotice({ error }: { error: DataError | undefined }) {
	if (!error) return <div role="alert" />;
	const [title, text] = failureTexts(error);
	return (
		<div role="alert">
			<Notice tone="fault">
				<p>
					<strong>{title}.</strong> {text}
				</p>
				{error.requestId && <p>{t("failed.request", { id: error.requestId })}</p>}
			</Notice>
		</div>
	);
}
