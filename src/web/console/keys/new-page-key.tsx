import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Copyable } from "../../shared/ui/copy-button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field, TextArea } from "../../shared/ui/field.tsx";
import { t } from "../texts.ts";
import { makePageKey } from "./change-keys.ts";
import { readOrigins } from "./read-origins.ts";

interface NewPageKeyProps {
	onMade?(): void;
	onClose(): void;
	/** Whether somebody comes from the snippet, and need not be led there. */
	isAtSnippet?: boolean;
}

/** Makes a key for web pages and shows it. */
export function NewPageKey({ onMade, onClose, isAtSnippet = false }: NewPageKeyProps) {
	const [key, setKey] = useState<string | undefined>(undefined);
	const made = (secret: string) => {
		onMade?.();
		if (isAtSnippet) onClose();
		else setKey(secret);
	};
	return (
		<Dialog title={t(key ? "keys.page.made" : "keys.page.title")} onClose={onClose}>
			{key ? <Made secret={key} onClose={onClose} /> : <Form onMade={made} />}
		</Dialog>
	);
}

const Made = ({ secret, onClose }: { secret: string; onClose(): void }) => (
	<>
		<p>{t("keys.page.made.text")}</p>
		<Copyable text={secret} label={t("once.label")} />
		<div class="dialog-foot">
			<Button onClick={onClose}>{t("keys.done")}</Button>
			<a class="button primary" href="/console/snippet">
				{t("keys.page.snippet")}
			</a>
		</div>
	</>
);

function Form({ onMade }: { onMade(key: string): void }) {
	const [lines, setLines] = useState("");
	const [label, setLabel] = useState("");
	const [fault, setFault] = useState<string | undefined>(undefined);
	const make = useTask(async () => {
		const read = readOrigins(lines);
		setFault(faultOf(read));
		if ("origins" in read && read.origins.length > 0) onMade(await makePageKey(read.origins, label.trim()));
	});
	return (
		<form
			class="fields"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				make.start();
			}}
		>
			<TextArea
				label={t("keys.page.origins")}
				hint={t("keys.page.origins.hint")}
				error={fault}
				value={lines}
				onInput={setLines}
				isRequired
			/>
			<Field label={t("keys.page.label")} hint={t("keys.page.label.hint")} value={label} onInput={setLabel} />
			<FailureNotice error={make.error} />
			<Button type="submit" kind="primary" isBusy={make.isBusy}>
				{t("keys.page.make")}
			</Button>
		</form>
	);
}

function faultOf(read: ReturnType<typeof readOrigins>): string | undefined {
	if ("wrong" in read) return t("keys.page.origins.wrong", { line: read.wrong });
	return read.origins.length === 0 ? t("keys.page.origins.missing") : undefined;
}
