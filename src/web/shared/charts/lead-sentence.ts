import { max, sum } from "d3-array";
import { formatList, formatShare } from "../messages/formats.ts";
import { t } from "../messages/shared-texts.ts";

interface Named {
	name: string;
	value: number;
}

/** Which of some amounts is the largest and what share it has; all of them where several are. */
export function leadSentence(amounts: readonly Named[], format: (value: number) => string): string {
	const top = max(amounts, ({ value }) => value) ?? 0;
	if (top === 0) return t("chart.nothing");
	const whole = sum(amounts, ({ value }) => value);
	const names = amounts.filter(({ value }) => value === top).map(({ name }) => name);
	const said = { value: format(top), total: format(whole) };
	return names.length > 1
		? t("chart.leads.tie", { names: formatList(names), ...said })
		: t("chart.leads", { name: names[0] ?? "", share: formatShare(top / whole), ...said });
}
