import type { ByLanguage, Language } from "../language.ts";
import type { MoodShare } from "./contract.ts";

interface Week {
	/** Days with an entry. */
	days: number;
	most: MoodShare;
	/** Mean mood level, 1 to 9. */
	level: number;
	levelBefore: number | undefined;
}

type Change = { kind: "same" } | { kind: "higher" | "lower"; by: string };

/** How the level compares with the week before, at the one decimal that is told. */
function changeOf({ level, levelBefore }: Week): Change | undefined {
	if (levelBefore === undefined) return undefined;
	const by = Math.abs(level - levelBefore).toFixed(1);
	if (by === "0.0") return { kind: "same" };
	return { kind: level > levelBefore ? "higher" : "lower", by };
}

const sentences: ByLanguage<(week: Week, change: Change | undefined) => string> = {
	en: ({ days, most, level }, change) => {
		const entries = days === 1 ? "1 entry" : `${days} entries`;
		const compared =
			change === undefined
				? ""
				: change.kind === "same"
					? ", about the same as in the week before"
					: `, ${change.by} ${change.kind} than in the week before`;
		return `In the last 7 days you made ${entries}, most often ${most.emoji} (${most.count} of ${days}). Your average mood level was ${level.toFixed(1)} of 9${compared}.`;
	},
	hi: ({ days, most, level }, change) => {
		const compared =
			change === undefined
				? ""
				: change.kind === "same"
					? ", जो उससे पिछले हफ़्ते के लगभग बराबर है"
					: `, जो उससे पिछले हफ़्ते से ${change.by} ${change.kind === "higher" ? "ज़्यादा" : "कम"} है`;
		return `पिछले 7 दिनों में आपने ${days} दिन अपना मूड दर्ज किया, सबसे ज़्यादा बार ${most.emoji} (${days} में से ${most.count} दिन)। आपका औसत मूड स्तर 9 में से ${level.toFixed(1)} रहा${compared}।`;
	},
	gu: ({ days, most, level }, change) => {
		const compared =
			change === undefined
				? ""
				: change.kind === "same"
					? ", જે તેની આગળના અઠવાડિયા જેટલું જ છે"
					: `, જે તેની આગળના અઠવાડિયા કરતાં ${change.by} ${change.kind === "higher" ? "વધારે" : "ઓછું"} છે`;
		return `છેલ્લા 7 દિવસમાં તમે ${days} દિવસ તમારો મૂડ નોંધ્યો, સૌથી વધુ વખત ${most.emoji} (${days}માંથી ${most.count} દિવસ). તમારું સરેરાશ મૂડ સ્તર 9માંથી ${level.toFixed(1)} રહ્યું${compared}.`;
	},
};

/** The last seven days, said plainly. */
export const weekInWords = (week: Week, language: Language): string =>
	sentences[language](week, changeOf(week));
