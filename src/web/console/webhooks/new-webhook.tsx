import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { t as shared } from "../../shared/messages/shared-texts.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Copyable } from "../../shared/ui/copy-button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { moodName } from "../mood.tsx";
import { MOODS } from "../overview/moods.ts";
import { t } from "../texts.ts";
import { makeWebhook, TYPES, type WebhookBody } from "./change-webhooks.ts";

/** Makes a webhook and shows its secret, once. */
export function NewWebhook({ onMade, onClose }: { onMade(): void; onClose(): void }) {
	const [secret, setSecret] = useState<string | undefined>(undefined);
	const made = (shown: string) => {
		setSecret(shown);
		onMade();
	};
	return (
		<Dialog title={t(secret ? "webhooks.made.title" : "webhooks.new")} onClose={onClose}>
			{secret ? (
				<>
					<p>{t("webhooks.made.text")}</p>
					<Copyable text={secret} label={t("webhooks.secret")} />
					<div class="dialog-foot">
						<Button kind="primary" onClick={onClose}>
							{t("keys.done")}
						</Button>
					</div>
				</>
			) : (
				<Form onMade={made} onClose={onClose} />
			)}
		</Dialog>
	);
}

type Type = (typeof TYPES)[number];
type MoodFilter = NonNullable<WebhookBody["moods"]>[number];

function Form({ onMade, onClose }: { onMade(secret: string): void; onClose(): void }) {
	const [url, setUrl] = useState("");
	const [description, setDescription] = useState("");
	const [types, setTypes] = useState<Type[]>(["mood.changed"]);
	const [moods, setMoods] = useState<MoodFilter[]>([]);
	const [fault, setFault] = useState<string | undefined>(undefined);
	const make = useTask(async () => {
		const isUrl = URL.canParse(url.trim());
		setFault(isUrl ? undefined : t("webhooks.url.wrong"));
		if (!isUrl || types.length === 0) return;
		onMade(
			await makeWebhook({
				url: url.trim(),
				types,
				moods: moods.length > 0 ? moods : null,
				description: description.trim() || null,
			}),
		);
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
			<Field
				label={t("webhooks.url")}
				hint={t("webhooks.url.hint")}
				type="url"
				value={url}
				error={fault}
				onInput={setUrl}
				isRequired
			/>
			<Field label={t("webhooks.description")} value={description} onInput={setDescription} />
			<fieldset class="checks">
				<legend>{t("webhooks.types")}</legend>
				{TYPES.map((type) => (
					<Switch
						key={type}
						kind="check"
						label={t(`webhooks.type.${type}`)}
						isOn={types.includes(type)}
						onChange={(isOn) => setTypes(isOn ? [...types, type] : types.filter((other) => other !== type))}
					/>
				))}
				{types.length === 0 && (
					<p class="fault" role="alert">
						{t("webhooks.types.missing")}
					</p>
				)}
			</fieldset>
			{types.includes("mood.changed") && (
				<fieldset class="checks">
					<legend>{t("webhooks.moods")}</legend>
					{MOODS.intent.map((mood) => (
						<Switch
							key={mood}
							kind="check"
							label={moodName(mood)}
							isOn={moods.includes(mood)}
							onChange={(isOn) => setMoods(isOn ? [...moods, mood] : moods.filter((other) => other !== mood))}
						/>
					))}
				</fieldset>
			)}
			<FailureNotice error={make.error} />
			<div class="dialog-foot">
				<Button onClick={onClose}>{shared("cancel")}</Button>
				<Button type="submit" kind="primary" isBusy={make.isBusy}>
					{t("webhooks.make")}
				</Button>
			</div>
		</form>
	);
}
