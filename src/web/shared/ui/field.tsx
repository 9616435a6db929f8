import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldTexts {
	label: string;
	hint?: ComponentChildren;
	/** What is wrong and how to mend it. Undefined while nothing is. */
	error?: string | undefined;
}

interface FieldProps extends FieldTexts {
	value: string;
	onInput(value: string): void;
	type?: "text" | "email" | "password" | "url" | "search" | "date";
	/** Which keys a phone shows. */
	keys?: "decimal" | "numeric";
	name?: string;
	autocomplete?: AutoFill;
	placeholder?: string;
	isRequired?: boolean;
}

interface TextAreaProps extends FieldTexts {
	value: string;
	onInput(value: string): void;
	rows?: number;
	placeholder?: string;
	isRequired?: boolean;
}

interface SelectProps extends FieldTexts {
	value: string;
	onChange(value: string): void;
	children: ComponentChildren;
}

/** What ties a control to its texts. */
const tied = (id: string, { hint, error }: FieldTexts) => ({
	id,
	"aria-invalid": error !== undefined,
	"aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
});

function Frame({ id, texts, children }: { id: string; texts: FieldTexts; children: ComponentChildren }) {
	const { label, hint, error } = texts;
	return (
		<div class="field">
			<label for={id}>{label}</label>
			{hint && (
				<p id={`${id}-hint`} class="quiet">
					{hint}
				</p>
			)}
			{children}
			<p id={`${id}-error`} class="fault" role="alert">
				{error}
			</p>
		</div>
	);
}

/** The attributes' types differ for each kind of input; what is passed here is common to all of them. */
const kindOf = (type: FieldProps["type"]) => ({ type }) as { type: "text" };

/** A line of text with its label, hint and error. */
export function Field({ value, onInput, type = "text", isRequired = false, ...rest }: FieldProps) {
	const id = useId();
	const { name, keys, autocomplete = "off", placeholder } = rest;
	return (
		<Frame id={id} texts={rest}>
			<input
				{...tied(id, rest)}
				{...kindOf(type)}
				inputMode={keys}
				name={name}
				value={value}
				autocomplete={autocomplete}
				placeholder={placeholder}
				required={isRequired}
				autocapitalize="none"
				spellcheck={false}
				onInput={({ currentTarget }) => onInput(currentTarget.value)}
			/>
		</Frame>
	);
}

/** Several lines of text. */
export function TextArea({
	value,
	onInput,
	rows = 3,
	placeholder,
	isRequired = false,
	...rest
}: TextAreaProps) {
	const id = useId();
	return (
		<Frame id={id} texts={rest}>
			<textarea
				{...tied(id, rest)}
				rows={rows}
				value={value}
				placeholder={placeholder}
				required={isRequired}
				onInput={({ currentTarget }) => onInput(currentTarget.value)}
			/>
		</Frame>
	);
}

/** One of a few; the browser's own, which every phone and screen reader knows. */
export function Select({ value, onChange, children, ...rest }: SelectProps) {
	const id = useId();
	return (
		<Frame id={id} texts={rest}>
			<select
				{...tied(id, rest)}
				value={value}
				onChange={({ currentTarget }) => onChange(currentTarget.value)}
			>
				{children}
			</select>
		</Frame>
	);
}
