import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Switch } from "../../shared/ui/switch.tsx";

interface ChecksProps<Name extends string> {
	label: string;
	hint?: ComponentChildren;
	/** What is wrong and how to mend it. Undefined while nothing is. */
	error?: string | undefined;
	all: readonly Name[];
	nameOf(one: Name): ComponentChildren;
	chosen: readonly Name[];
	onChange(chosen: Name[]): void;
}

/** Any of a few, each with its own check. */
export function Checks<Name extends string>({ all, nameOf, chosen, onChange, ...texts }: ChecksProps<Name>) {
	const id = useId();
	const { label, hint, error } = texts;
	const turn = (one: Name, isOn: boolean) =>
		onChange(all.filter((other) => (other === one ? isOn : chosen.includes(other))));
	return (
		<fieldset class="checks" aria-describedby={`${id}-hint ${id}-error`}>
			<legend>{label}</legend>
			<p id={`${id}-hint`} class="quiet">
				{hint}
			</p>
			<div class="checks-list">
				{all.map((one) => (
					<Switch
						key={one}
						kind="check"
						label={nameOf(one)}
						isOn={chosen.includes(one)}
						onChange={(isOn) => turn(one, isOn)}
					/>
				))}
			</div>
			<p id={`${id}-error`} class="fault" role="alert">
				{error}
			</p>
		</fieldset>
	);
}
