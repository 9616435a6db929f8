import type { DataError } from "../data/data-error.ts";
import { isOnline } from "../data/page-life.ts";
import { t } from "../messages/shared-texts.ts";

/** What went wrong, and what is kept and to be done, in words. The server's own sentence where it knows better. */
export function failureTexts({ kind, message }: DataError): [title: string, text: string] {
	if (kind === "offline" && !isOnline.value) return [t("offline.title"), t("offline.text")];
	if (kind === "offline" || kind === "busy") return [t("failed.busy"), t("failed.busy.text")];
	if (kind === "broken") return [t("failed.broken"), t("failed.broken.text")];
	if (kind === "signed_out") return [t("failed.signed_out"), t("failed.signed_out.text")];
	return [t(`failed.${kind}`), message];
}
