import { useEffect } from "preact/hooks";
import { t } from "./texts.ts";

/** What the window is called while a page is shown. */
export function useTitle(page: string): void {
	const title = t("document.title", { page });
	useEffect(() => {
		document.title = title;
	}, [title]);
}
