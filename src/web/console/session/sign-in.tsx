import { useState } from "preact/hooks";
import { DataError } from "../../shared/data/data-error.ts";
import { useTask } from "../../shared/data/use-task.ts";
import { Button } from "../../shared/ui/button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { t } from "../texts.ts";
import { enter } from "./credential.ts";
import { checkSecretKey } from "./open-account.ts";

/** Signs in with a secret key. */
export function SignIn() {
	const [key, setKey] = useState("");
	const [fault, setFault] = useState<string | undefined>(undefined);
	const check = useTask(async () => {
		const wanted = key.trim();
		setFault(faultOf(wanted));
		if (faultOf(wanted)) return;
		try {
			await checkSecretKey(wanted);
			enter(wanted);
		} catch (reason) {
			if (!(reason instanceof DataError && reason.kind === "signed_out")) throw reason;
			setFault(t("enter.key.unknown"));
		}
	});
	return (
		<form
			class="fields"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				check.start();
			}}
		>
			<Field
				label={t("enter.key")}
				hint={t("enter.key.hint")}
				error={fault}
				type="password"
				autocomplete="current-password"
				value={key}
				onInput={setKey}
				isRequired
			/>
			<FailureNotice error={check.error} />
			<Button type="submit" kind="primary" isBusy={check.isBusy}>
				{t("enter.submit")}
			</Button>
		</form>
	);
}

function faultOf(key: string): string | undefined {
	if (!key) return t("enter.key.missing");
	return key.startsWith("sm_pub_") ? t("enter.key.publishable") : undefined;
}
