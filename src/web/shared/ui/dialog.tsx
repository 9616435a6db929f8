import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../messages/shared-texts.ts";

interface DialogProps {
	title: string;
	/** Called when it was closed, by Escape, the button or the page. */
	onClose(): void;
	children: ComponentChildren;
	/** Whether Escape and the button close it: not while something would be lost. */
	mayClose?: boolean;
}

/** A modal dialog, open as long as it is rendered. The browser keeps focus inside and gives it back. */
export function Dialog({ title, onClose, children, mayClose = true }: DialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => {
		const { current } = dialog;
		current?.showModal();
		return () => current?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			aria-labelledby={id}
			onClose={onClose}
			onCancel={(event) => mayClose || event.preventDefault()}
		>
			<header class="dialog-head">
				<h2 id={id}>{title}</h2>
				{mayClose && (
					<button type="button" class="icon" aria-label={t("close")} onClick={() => dialog.current?.close()}>
						<svg viewBox="0 0 20 20" aria-hidden="true">
							<path d="M4 4l12 12M16 4L4 16" />
						</svg>
					</button>
				)}
			</header>
			{children}
		</dialog>
	);
}
