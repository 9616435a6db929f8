import { useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { keepPageKey } from "../session/credential.ts";
import { t } from "../texts.ts";

const PAGE_KEY = /^sm_pub_[0-9a-f]{48}$/;

/** Takes a key that was made before. Nobody but its owner knows it, so it has to be pasted. */
export function NamePageKey() {
	const [key, setKey] = useState("");
	const [isWrong, setWrong] = useState(false);
	return (
		<form
			class="fields"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				const isRight = PAGE_KEY.test(key.trim());
				setWrong(!isRight);
				if (isRight) keepPageKey(key.trim());
			}}
		>
			<Field
				label={t("snippet.key.label")}
				hint={t("snippet.key.hint")}
				error={isWrong ? t("snippet.key.wrong") : undefined}
				placeholder="sm_pub_…"
				value={key}
				onInput={setKey}
			/>
			<Button type="submit">{t("snippet.key.use")}</Button>
		</form>
	);
}
