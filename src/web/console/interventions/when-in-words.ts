import { formatEither, formatNumber, formatShare } from "../../shared/messages/formats.ts";
import { knownMoods } from "../moods/moods-of.ts";
import { t } from "../texts.ts";
import type { Intervention } from "./change-interventions.ts";

const formatSeconds = (seconds: number): string =>
	formatNumber(seconds, { style: "unit", unit: "second", unitDisplay: "short" });

/** When an intervention is due: "frustrated or confused, from 70 %, for 10 sec". */
export function whenInWords({ model, when }: Pick<Intervention, "model" | "when">): string {
	const { min_confidence, for_seconds, signals } = when;
	const moods = formatEither(knownMoods(model, when.moods).map((mood) => t(`mood.${mood}`)));
	return [
		t("interventions.when.mood", { moods, share: formatShare(min_confidence) }),
		for_seconds > 0 && t("interventions.when.for", { duration: formatSeconds(for_seconds) }),
		signals && t("interventions.when.signals", { signals: formatEither(signals) }),
	]
		.filter(Boolean)
		.join(", ");
}
