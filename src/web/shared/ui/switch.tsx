import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface SwitchProps {
	label: ComponentChildren;
	hint?: string;
	isOn: boolean;
	/** A switch acts at once; a check waits for its form. */
	kind?: "switch" | "check";
	onChange(isOn: boolean): void;
}

/** Yes or no. The whole row can be pressed. */
export function Switch({ label, hint, isOn, kind = "switch", onChange }: SwitchProps) {
	const id = useId();
	return (
		<div class={kind}>
			<input
				id={id}
				type="checkbox"
				role={kind === "switch" ? "switch" : undefined}
				checked={isOn}
				aria-describedby={hint && `${id}-hint`}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>
			<label for={id}>{label}</label>
			{hint && (
				<p id={`${id}-hint`} class="quiet">
					{hint}
				</p>
			)}
		</div>
	);
}
