import { chooseLanguage, LANGUAGE_NAMES, type Language, language } from "../messages/language.ts";
import { t } from "../messages/shared-texts.ts";
import { Select } from "./field.tsx";
import { say } from "./notice.tsx";
import { THEMES, type Theme, theme } from "./theme.ts";

/** The choice of language and of light or dark, for all pages of this browser. */
export function Appearance({ languages }: { languages: readonly Language[] }) {
	const speak = (wanted: Language) => chooseLanguage(wanted).catch(() => say(t("language.failed"), "fault"));
	return (
		<div class="fields">
			<Select label={t("language")} value={language.value} onChange={(name) => speak(name as Language)}>
				{languages.map((name) => (
					<option key={name} value={name} lang={name}>
						{LANGUAGE_NAMES[name]}
					</option>
				))}
			</Select>
			<Select
				label={t("theme")}
				value={theme.value}
				onChange={(name) => {
					theme.value = name as Theme;
				}}
			>
				{THEMES.map((name) => (
					<option key={name} value={name}>
						{t(`theme.${name}`)}
					</option>
				))}
			</Select>
		</div>
	);
}
