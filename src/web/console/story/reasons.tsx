import { formatNumber } from "../../shared/messages/formats.ts";
import { Table } from "../../shared/ui/table.tsx";
import { moodName } from "../mood.tsx";
import { t } from "../texts.ts";
import type { Reading } from "./load-story.ts";

type Signal = NonNullable<Reading["explanation"]>["signals"][number];

const MOST = 8;
/** Points that do not show are not worth a line. */
const LEAST = 0.05;

/** What speaks for the mood that is told, strongest first. */
export function Reasons({ reading: { mood, explanation } }: { reading: Reading }) {
	const points = ({ contributions }: Signal) => contributions[mood] ?? 0;
	const signals = (explanation?.signals ?? [])
		.filter((signal) => Math.abs(points(signal)) >= LEAST)
		.toSorted((a, b) => points(b) - points(a))
		.slice(0, MOST);
	return (
		<section aria-label={t("story.why")}>
			<h2>{t("story.why")}</h2>
			{signals.length === 0 ? (
				<p class="quiet">{t("story.why.none")}</p>
			) : (
				<>
					<p class="quiet">{t("story.why.text", { mood: moodName(mood) })}</p>
					<Table
						label={t("story.why")}
						rows={signals}
						keyOf={({ id }) => id}
						columns={[
							{ name: t("story.signal"), cell: ({ meaning }) => meaning },
							{
								name: t("story.times"),
								isNumber: true,
								cell: ({ occurrences }) => formatNumber(occurrences),
							},
							{
								name: t("story.points"),
								isNumber: true,
								cell: (signal) =>
									formatNumber(points(signal), { maximumFractionDigits: 1, signDisplay: "always" }),
							},
						]}
					/>
				</>
			)}
		</section>
	);
}
