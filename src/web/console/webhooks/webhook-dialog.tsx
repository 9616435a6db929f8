import { useState } from "preact/hooks";
import { useTask } from "../../shared/data/use-task.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Copyable } from "../../shared/ui/copy-button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { say } from "../../shared/ui/notice.tsx";
import { Checks } from "../moods/checks.tsx";
import { ChooseMoods } from "../moods/choose-moods.tsx";
import { knownMoods, type Model, type Mood } from "../moods/moods-of.ts";
import { t } from "../texts.ts";
import { changeWebhook, EVENT_TYPES, type EventType, makeWebhook, type Webhook } from "./change-webhooks.ts";

interface WebhookDialogProps {
	/** The one to change; a new one without. */
	before?: Webhook | undefined;
	onDone(): void;
	onClose(): void;
}

/** Makes a webhook and shows its secret, or changes one. */
export function WebhookDialog({ before, onDone, onClose }: WebhookDialogProps) {
	const [secret, setSecret] = useState<string | undefined>(undefined);
	const save = async (draft: Draft) => {
		const body = bodyOf(draft);
		if (before) await changeWebhook(before.id, body);
		else setSecret(await makeWebhook(body));
		onDone();
		if (!before) return;
		say(t("webhooks.saved"));
		onClose();
	};
	const title = secret ? "webhooks.secret.title" : before ? "webhooks.change.title" : "webhooks.new";
	return (
		<Dialog title={t(title)} mayClose={!secret} onClose={onClose}>
			{secret ? <Secret secret={secret} onClose={onClose} /> : <Form before={before} onSave={save} />}
		</Dialog>
	);
}

const Secret = ({ secret, onClose }: { secret: string; onClose(): void }) => (
	<>
		<p>{t("webhooks.secret.text")}</p>
		<Copyable text={secret} label={t("webhooks.secret.title")} />
		<p>
			<a href="/docs/live#webhooks">{t("webhooks.verify")}</a>
		</p>
		<div class="dialog-foot">
			<Button kind="primary" onClick={onClose}>
				{t("keys.done")}
			</Button>
		</div>
	</>
);

interface Draft {
	url: string;
	description: string;
	types: EventType[];
	model: Model;
	moods: Mood[];
}

const draftOf = (before: Webhook | undefined): Draft => ({
	url: before?.url ?? "",
	description: before?.description ?? "",
	types: before?.types ?? [...EVENT_TYPES],
	model: before?.model ?? "intent",
	moods: knownMoods(before?.model ?? "intent", before?.moods ?? []),
});

const bodyOf = ({ url, description, types, model, moods }: Draft) => ({
	url: url.trim(),
	description: description.trim() || null,
	types,
	model,
	moods: moods.length > 0 ? moods : null,
});

/** The server knows best which addresses it may send to; a typing error need not go there. */
const faultsOf = ({ url, types }: Draft) => ({
	url: URL.canParse(url.trim()) ? undefined : t("webhooks.url.wrong"),
	types: types.length > 0 ? undefined : t("interventions.fault.moods"),
});

function Form({ before, onSave }: { before: Webhook | undefined; onSave(draft: Draft): Promise<void> }) {
	const [draft, setDraft] = useState(() => draftOf(before));
	const [faults, setFaults] = useState<Partial<ReturnType<typeof faultsOf>>>({});
	const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
	const save = useTask(async () => {
		const found = faultsOf(draft);
		setFaults(found);
		if (!found.url && !found.types) await onSave(draft);
	});
	return (
		<form
			class="fields"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				save.start();
			}}
		>
			<Field
				label={t("webhooks.url")}
				hint={t("webhooks.url.hint")}
				error={faults.url ?? (save.error?.field === "url" ? save.error.message : undefined)}
				type="url"
				placeholder="https://"
				value={draft.url}
				onInput={(url) => change({ url })}
				isRequired
			/>
			<Field
				label={t("webhooks.description")}
				hint={t("interventions.field.name.hint")}
				value={draft.description}
				onInput={(description) => change({ description })}
			/>
			<Checks<EventType>
				label={t("webhooks.types")}
				error={faults.types}
				all={EVENT_TYPES}
				nameOf={(type) => t(`webhooks.type.${type}`)}
				chosen={draft.types}
				onChange={(types) => change({ types })}
			/>
			{draft.types.includes("mood.changed") && (
				<ChooseMoods
					model={draft.model}
					moods={draft.moods}
					label={t("webhooks.moods")}
					hint={t("webhooks.moods.hint")}
					onChange={change}
				/>
			)}
			<FailureNotice error={save.error?.field === "url" ? undefined : save.error} />
			<Button type="submit" kind="primary" isBusy={save.isBusy}>
				{t(before ? "interventions.save" : "webhooks.make")}
			</Button>
		</form>
	);
}
