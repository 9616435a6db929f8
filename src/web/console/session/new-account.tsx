import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { KeyOnce } from "../keys/key-once.tsx";
import { t } from "../texts.ts";
import { enter } from "./credential.ts";
import { openAccount } from "./open-account.ts";

/** Opens an account and shows its secret key, once. */
export function NewAccount() {
	const [name, setName] = useState("");
	const [email, setEmail] = useState("");
	const [isNameless, setNameless] = useState(false);
	const [key, setKey] = useState<string | undefined>(undefined);
	const open = useTask(async () => {
		setNameless(!name.trim());
		if (name.trim()) setKey(await openAccount(name.trim(), email.trim()));
	});
	return (
		<form
			class="fields"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				open.start();
			}}
		>
			<Field
				label={t("enter.name")}
				error={isNameless ? t("enter.name.missing") : undefined}
				autocomplete="organization"
				value={name}
				onInput={setName}
				isRequired
			/>
			<Field
				label={t("enter.email")}
				hint={t("enter.email.hint")}
				type="email"
				autocomplete="email"
				value={email}
				onInput={setEmail}
			/>
			<FailureNotice error={open.error} />
			<Button type="submit" kind="primary" isBusy={open.isBusy}>
				{t("enter.open")}
			</Button>
			{key && (
				<Dialog title={t("once.title")} mayClose={false} onClose={() => setKey(undefined)}>
					<KeyOnce secret={key} text={t("once.text")} done={t("once.go")} onDone={() => enter(key)} />
				</Dialog>
			)}
		</form>
	);
}
