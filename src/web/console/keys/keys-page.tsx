import { useState } from "preact/hooks";
import { useResource } from "../../shared/data/use-resource.ts";
import { formatDate, formatList } from "../../shared/messages/formats.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Menu } from "../../shared/ui/menu.tsx";
import { Panel } from "../../shared/ui/panel.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { t } from "../texts.ts";
import { useTitle } from "../use-title.ts";
import { type ApiKey, isInUse, loadKeys } from "./change-keys.ts";
import { NewPageKey } from "./new-page-key.tsx";
import { NewSecretKey } from "./new-secret-key.tsx";
import { RevokeKey } from "./revoke-key.tsx";

type Open = "publishable" | "secret" | ApiKey | undefined;

/** The account's keys, and what can be done with them. */
export default function KeysPage() {
	useTitle(t("keys.title"));
	const keys = useResource(loadKeys);
	const [open, setOpen] = useState<Open>(undefined);
	const close = () => setOpen(undefined);
	const kinds = (["publishable", "secret"] as const).map((kind) => ({
		name: t(`keys.new.${kind}`),
		onChoose: () => setOpen(kind),
	}));
	return (
		<>
			<div class="head">
				<h1>{t("keys.title")}</h1>
				<Menu label={t("keys.new")} items={kinds} kind="primary">
					{t("keys.new")}
				</Menu>
			</div>
			<p class="lead">{t("keys.lead")}</p>
			<section class="card" aria-label={t("keys.table")}>
				<Panel resource={keys}>{(list) => <KeyTable keys={list} onRevoke={setOpen} />}</Panel>
			</section>
			{open === "publishable" && <NewPageKey onMade={keys.refresh} onClose={close} />}
			{open === "secret" && <NewSecretKey onMade={keys.refresh} onClose={close} />}
			{typeof open === "object" && <RevokeKey apiKey={open} onRevoked={keys.refresh} onClose={close} />}
		</>
	);
}

function KeyTable({ keys, onRevoke }: { keys: readonly ApiKey[]; onRevoke(key: ApiKey): void }) {
	return (
		<Table
			label={t("keys.table")}
			rows={keys}
			keyOf={({ id }) => id}
			columns={[
				{ name: t("keys.key"), cell: (key) => <KeyName apiKey={key} /> },
				{ name: t("keys.kind"), cell: ({ kind }) => t(`keys.kind.${kind}`) },
				{
					name: t("keys.origins"),
					cell: ({ allowed_origins }) =>
						allowed_origins ? formatList(allowed_origins) : t("keys.origins.all"),
				},
				{ name: t("keys.made"), cell: ({ created_at }) => formatDate(created_at) },
				{
					name: t("keys.until"),
					cell: ({ expires_at }) => (expires_at ? formatDate(expires_at) : t("keys.until.never")),
				},
				{
					name: t("keys.actions"),
					isQuiet: true,
					cell: (key) => (
						<Button
							aria-label={t("keys.revoke.named", { key: key.label ?? key.hint })}
							onClick={() => onRevoke(key)}
						>
							{t("keys.revoke")}
						</Button>
					),
				},
			]}
		/>
	);
}

const KeyName = ({ apiKey }: { apiKey: ApiKey }) => (
	<span class="key-name">
		{apiKey.label && <strong>{apiKey.label}</strong>}
		<code>{apiKey.hint}</code>
		{isInUse(apiKey) && <span class="badge">{t("keys.own")}</span>}
	</span>
);
