import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "class"> {
	kind?: "primary" | "danger" | "plain" | undefined;
	/** What it started still runs: it says so, and does not start twice. */
	isBusy?: boolean | undefined;
	children: ComponentChildren;
}

/** A button. While busy it keeps its size and its focus. */
export function Button({ kind, isBusy = false, children, onClick, ...rest }: ButtonProps) {
	return (
		<button
			type="button"
			{...rest}
			class={kind}
			aria-busy={isBusy}
			aria-disabled={isBusy}
			onClick={(event) => {
				if (isBusy) event.preventDefault();
				else onClick?.(event);
			}}
		>
			{children}
		</button>
	);
}
