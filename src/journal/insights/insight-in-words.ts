import type { ByLanguage, Language } from "../language.ts";

/** What a finding says: days with an activity against days without it. */
export interface Finding {
	activityKey: string;
	/** In English, for an activity without a name in the person's language. */
	label: string;
	icon: string;
	daysWith: number;
	daysWithout: number;
	/** Mood levels. */
	delta: number;
}

const names: ByLanguage<Readonly<Record<string, string>>> = {
	en: {},
	hi: {
		exercise: "व्यायाम",
		social: "मेल-जोल",
		work: "काम/पढ़ाई",
		family: "परिवार के साथ समय",
		relaxing: "आराम",
		reading: "पढ़ना",
		music: "संगीत",
		gaming: "गेमिंग",
		cooking: "खाना बनाना",
		creative: "रचनात्मक काम",
		shopping: "ख़रीदारी",
		walking: "टहलना",
		sports: "खेलकूद",
		sleep: "नींद",
	},
	gu: {
		exercise: "કસરત",
		social: "હળવું-મળવું",
		work: "કામ/અભ્યાસ",
		family: "પરિવાર સાથે સમય",
		relaxing: "આરામ",
		reading: "વાંચન",
		music: "સંગીત",
		gaming: "ગેમિંગ",
		cooking: "રસોઈ",
		creative: "સર્જનાત્મક કામ",
		shopping: "ખરીદી",
		walking: "ચાલવું",
		sports: "રમતગમત",
		sleep: "ઊંઘ",
	},
};

/** An activity as the person calls it. */
export const activityName = (key: string, label: string, language: Language): string =>
	names[language][key] ?? label;

interface Said extends Finding {
	name: string;
	by: string;
}

const sentences: ByLanguage<(said: Said) => string> = {
	en: ({ icon, name, daysWith, daysWithout, by, delta }) =>
		`On the ${daysWith} days with ${icon} ${name}, your mood was on average ${by} levels ${delta > 0 ? "higher" : "lower"} (on a scale from 1 to 9) than on the ${daysWithout} days without it. The two go together; this does not show that one leads to the other.`,
	hi: ({ icon, name, daysWith, daysWithout, by, delta }) =>
		`जिन ${daysWith} दिनों की प्रविष्टि में “${icon} ${name}” है, उनमें आपका मूड बाकी ${daysWithout} दिनों के मुकाबले औसतन ${by} स्तर ${delta > 0 ? "ऊँचा" : "नीचा"} रहा (1 से 9 के पैमाने पर)। ये दोनों बातें साथ-साथ दिखती हैं; इससे यह साबित नहीं होता कि एक की वजह से दूसरी होती है।`,
	gu: ({ icon, name, daysWith, daysWithout, by, delta }) =>
		`જે ${daysWith} દિવસની નોંધમાં “${icon} ${name}” છે, તે દિવસોમાં તમારો મૂડ બાકીના ${daysWithout} દિવસ કરતાં સરેરાશ ${by} સ્તર ${delta > 0 ? "ઊંચો" : "નીચો"} રહ્યો (1 થી 9ના માપ પર). આ બંને બાબતો સાથે જોવા મળે છે; એકને લીધે બીજી થાય છે એવું આનાથી સાબિત થતું નથી.`,
};

/** A finding as a sentence: always as what goes together, never as a cause, and with the days it rests on. */
export const insightInWords = (finding: Finding, language: Language): string =>
	sentences[language]({
		...finding,
		name: activityName(finding.activityKey, finding.label, language),
		by: Math.abs(finding.delta).toFixed(1),
	});

const nothing: ByLanguage<(entries: number) => string> = {
	en: (entries) =>
		`Nothing stands out yet: in your ${entries === 1 ? "1 entry" : `${entries} entries`}, no activity goes together with a clearly higher or lower mood. A comparison needs at least 5 days with an activity and 5 without it.`,
	hi: (entries) =>
		`अभी कुछ अलग नज़र नहीं आता: आपके ${entries} दिनों के मूड में किसी गतिविधि के साथ साफ़ तौर पर ऊँचा या नीचा मूड नहीं दिखता। तुलना के लिए किसी गतिविधि वाले कम से कम 5 दिन और उसके बिना कम से कम 5 दिन चाहिए।`,
	gu: (entries) =>
		`હજી કંઈ અલગ દેખાતું નથી: તમારા ${entries} દિવસના મૂડમાં કોઈ પ્રવૃત્તિ સાથે સ્પષ્ટપણે ઊંચો કે નીચો મૂડ દેખાતો નથી. સરખામણી માટે પ્રવૃત્તિવાળા ઓછામાં ઓછા 5 દિવસ અને તેના વગરના ઓછામાં ઓછા 5 દિવસ જોઈએ.`,
};

/** What to say when there is nothing to say. */
export const nothingInWords = (entries: number, language: Language): string => nothing[language](entries);
