import { beforeSpeaking, type Language, language } from "./language.ts";

export type Catalogue = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

/** `sessions#one` and `sessions#other` are forms of the message `sessions`; the forms are those of CLDR. */
type Counted<Key> = Key extends `${infer Name}#other` ? Name : never;
type Plain<Key> = Key extends `${string}#${string}` ? never : Key;

export interface Messages<C extends Catalogue> {
	/** A text in the language that is spoken, with `{name}` replaced by values. */
	t(key: Plain<keyof C>, values?: Values): string;
	/** A text in the form for a number, which is also the value `count`. */
	counted(key: Counted<keyof C>, count: number, values?: Values): string;
	readonly languages: readonly Language[];
}

type Loaders = Partial<Record<Language, () => Promise<{ default: Catalogue }>>>;

/** The texts of a page: English at hand, other languages loaded when they are spoken. */
export function defineMessages<C extends Catalogue>(english: C, others: Loaders): Messages<C> {
	const loaded = new Map<Language, Catalogue>([["en", english]]);
	beforeSpeaking(async (wanted) => {
		const load = others[wanted];
		if (load && !loaded.has(wanted)) loaded.set(wanted, (await load()).default);
	});
	const textOf = (key: string): string | undefined => loaded.get(language.value)?.[key];
	const inEnglish = (key: string): string => english[key] ?? key;
	return {
		t: (key, values) => fill(textOf(String(key)) ?? inEnglish(String(key)), values),
		counted(key, count, values) {
			const form = pluralForm(language.value, count);
			const text = textOf(`${key}#${form}`) ?? textOf(`${key}#other`) ?? inEnglish(`${key}#other`);
			return fill(text, { count: new Intl.NumberFormat(language.value).format(count), ...values });
		},
		languages: ["en", ...(Object.keys(others) as Language[])],
	};
}

const rules = new Map<Language, Intl.PluralRules>();

function pluralForm(wanted: Language, count: number): Intl.LDMLPluralRule {
	const rule = rules.get(wanted) ?? new Intl.PluralRules(wanted);
	rules.set(wanted, rule);
	return rule.select(count);
}

const fill = (text: string, values: Values = {}): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
