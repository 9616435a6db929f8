/** Words whose forms no ending explains, each with the stem that all its forms share. */
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
	[/^бо(ю|їш|їть|їмо|їте|ять|яти|яв|яла|яло|яли|й|йте|ячи)(ся|сь)$/, "боя"],
	[/^(по|за|роз)?смі(ю|єш|єть|ємо|єте|ють|яти|яв|яла|яло|яли|йте|ючи)(ся|сь)$/, "смія"],
	[/^б(?:іль|ол(?:яче|ить|ять|іло|іла|іти|ітиме))$/, "бол"],
	[/^сліз$/, "сльоз"],
	[/^надій$/, "наді"],
	[/^спок(ій|ою|оєм|ої)$/, "спокій"],
	[/^неспок(ій|ою|оєм|ої)$/, "неспокій"],
	[/^сумнів(у|ом|и|ам|ами|ах|ів)?$/, "сумнів"],
	[/^мр(ія|ії|ію|ією|ій|іям|іями|іях|іє|ієш|іють|іяти|іяв|іяла|іяли)$/, "мрія"],
];

/** Forms that look like an emotion's and are another word: "сума" is an amount, "сум" is sadness. */
const HOMOGRAPHS = new Set([
	"сума",
	"суми",
	"сумою",
	"сумам",
	"сумами",
	"сумах",
	"радити",
	"радить",
	"раджу",
]);

const PERSONS = "(?:ю|єш|є|єть|ємо|єте|ють|й|ймо|йте|ючи)";
const PAST = "(?:ти|ть|тись|в|вши|ла|ло|ли|ний|них|ним)";
/** Endings of verbs in -увати: "сумує", "сумувала" → "сум"; after a soft consonant ю stays: "хвилює" → "хвилю". */
const UVATY = new RegExp(`у(?:ва${PAST}|${PERSONS})$`);
const YUVATY = new RegExp(`ю(?:ва${PAST}|${PERSONS})$`);
/** Infinitive, past and personal endings with their theme vowel. */
const VERB = new RegExp(
	`(?:[аяіиї](?:ти|в|вши|ла|ло|ли)|[аяі]${PERSONS}|ну(?:ти|в|ла|ло|ли)|иш|ить|имо|ите|ать|ять|еш|еть|емо|ете|уть|учи|ячи)$`,
);
const NOMINAL = new RegExp(
	`(?:${[
		"ього|ьому|ього|ьої|ьою|ішого|ішому|ішої|ішою|іших|ішим|ішими|іший|іша|іше|іші|ішу",
		"оєм|ого|ому|ими|іми|ями|ами|еві|ові|єві|ої|ою|ею|єю|'ю",
		"ий|ій|ої|их|іх|им|ім|їм|їх|ам|ям|ах|ях|ом|ем|єм|ів|їв|ей|ою|ев",
		"а|я|у|ю|е|є|и|і|ї|о|ь|й",
	].join("|")})$`,
);
/** Looks like a verb and may be a noun or an adjective: "надію", "сильними". */
const MAYBE_NOMINAL = /(?:ію|ії|ів|іла|іли|ими|им|их|ила|али)$/;
/** Looks inflected and may be a noun as it stands in the nominative: "страх", "гнів", "сором". */
const MAYBE_BARE = /^.{1,5}(?:ах|ів|ив|ом|ем|им|ам|ов|ев)$/;
const REFLEXIVE = /(?:ся|сь)$/;
const TWO_CONSONANTS = /^[бвгґджзйклмнпрстфхцчшщ]{2}$/;

/** Letters that change before an ending, undone: the candidates beside the stem itself. */
function alternations(stem: string, word: string): string[] {
	const candidates = [stem];
	if (/[бпвмф]л$/.test(stem) && /(?:ю|ять|ять)$/.test(word)) candidates.push(stem.slice(0, -1));
	// "розлючений" is what "розлютити" leaves, "принижений" what "принизити" does.
	if (/.{2}чен$/.test(stem)) candidates.push(stem.replace(/чен$/, "т"));
	if (/.{2}жен$/.test(stem)) candidates.push(stem.replace(/жен$/, "з"));
	if (/дж$/.test(stem)) candidates.push(stem.slice(0, -1));
	if (/[^д]ж$/.test(stem) && /у$/.test(word)) candidates.push(`${stem.slice(0, -1)}г`);
	if (/ч$/.test(stem) && /(?:у|еш|е|емо|ете|уть)$/.test(word)) candidates.push(`${stem.slice(0, -1)}к`);
	if (/[зцс]і$/.test(word)) {
		const hard: Record<string, string> = { з: "г", ц: "к", с: "х" };
		candidates.push(stem.slice(0, -1) + (hard[stem.at(-1) ?? ""] ?? ""));
	}
	return candidates;
}

/**
 * One spelling of what remains: -ість and -ость are one suffix, doubled consonants one letter, and "упевнений" is
 * "впевнений" after another sound.
 */
const settle = (stem: string): string =>
	stem
		.replace(/^у(?=[бвгґджзйклмнпрстфхцчшщ].{2})/, "в")
		.replace(/(?<=.{3})ь$/, "")
		.replace(/іст$/, "ост")
		.replace(/([шчж])ок$/, "$1к")
		.replace(/([бвгґджзйклмнпрстфхцчшщ])\1$/, "$1")
		.replace(/^(.{4,})і$/, "$1");

function cut(word: string, ending: RegExp): string {
	const stem = word.replace(ending, "");
	return stem.length >= 3 || TWO_CONSONANTS.test(stem) ? stem : word;
}

/**
 * The stem of a Ukrainian word with its likely alternants, to be compared as sets: two forms of one word share one.
 * A light stemmer of inflection (case, number, gender, person, tense, reflexive), not of derivation; no dictionary.
 * `word` is lower case with plain apostrophes.
 */
export function ukrainianStems(word: string): string[] {
	if (HOMOGRAPHS.has(word)) return [word];
	const irregular = IRREGULAR.find(([form]) => form.test(word));
	if (irregular) return [irregular[1]];
	const active = word.length > 4 ? word.replace(REFLEXIVE, "") : word;
	const isReflexive = active !== word;
	const verbal = UVATY.test(active)
		? cut(active, UVATY)
		: YUVATY.test(active)
			? cut(active, /(?<=ю)(?:.*)$/)
			: VERB.test(active)
				? cut(active, VERB)
				: isReflexive
					? cut(active, /(?:[еи]ть|[ую]|в|(?<=[гкхсзт])н(?:и|іть|імо))$/)
					: active;
	const stems = verbal === active ? [cut(active, NOMINAL)] : [verbal];
	if (!isReflexive) {
		if (MAYBE_NOMINAL.test(active)) stems.push(cut(active, NOMINAL));
		if (MAYBE_BARE.test(active)) stems.push(active);
		if (/.{2}(?:ові|ай)$/.test(active)) stems.push(active.slice(0, -1));
	}
	return [...new Set(stems.flatMap((stem) => alternations(stem, active)).map(settle))];
}
