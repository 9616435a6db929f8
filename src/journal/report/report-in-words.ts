import type { Emotion } from "../../emotions.ts";
import type { ByLanguage } from "../language.ts";

/** What a report says beside its figures. */
export interface ReportWords {
	title: string;
	/** What the figures are, and what they are not. */
	about: string;
	days: (withMood: number, all: number) => string;
	moods: string;
	mood: string;
	daysColumn: string;
	share: string;
	low: (days: number, longestRun: number) => string;
	weeks: string;
	week: string;
	level: string;
	activities: string;
	activity: string;
	compared: string;
	notes: string;
	nothing: string;
	emotions: Readonly<Record<Emotion, string>>;
}

export const reportWords: ByLanguage<ReportWords> = {
	en: {
		title: "Mood journal",
		about:
			"Moods that the person chose for their days in a journal. Not a diagnosis and not a validated scale. The level goes from 1, lowest, to 9, highest.",
		days: (withMood, all) => `${withMood} of ${all === 1 ? "1 day" : `${all} days`} with a mood.`,
		moods: "Moods",
		mood: "Mood",
		daysColumn: "Days",
		share: "Share",
		low: (days, longestRun) =>
			`Days with a sad, fearful, angry or disgusted mood: ${days}; in a row, at most ${longestRun}.`,
		weeks: "Week by week",
		week: "Week from",
		level: "Mean level",
		activities: "Activities",
		activity: "Activity",
		compared: "Moods compared",
		notes: "Notes",
		nothing: "No entries in this time.",
		emotions: {
			happy: "Happy",
			calm: "Calm",
			neutral: "Neutral",
			surprised: "Surprised",
			sad: "Sad",
			angry: "Angry",
			disgust: "Disgusted",
			fearful: "Fearful",
		},
	},
	hi: {
		title: "मूड डायरी",
		about:
			"ये वे मूड हैं जो व्यक्ति ने अपनी डायरी में अपने दिनों के लिए चुने। यह न कोई निदान है, न कोई प्रमाणित पैमाना। स्तर 1 (सबसे नीचा) से 9 (सबसे ऊँचा) तक है।",
		days: (withMood, all) => `${all} में से ${withMood} दिन मूड दर्ज किया गया।`,
		moods: "मूड",
		mood: "मूड",
		daysColumn: "दिन",
		share: "हिस्सा",
		low: (days, longestRun) =>
			`उदास, भयभीत, नाराज़ या घृणा वाले मूड के दिन: ${days}; लगातार ज़्यादा से ज़्यादा ${longestRun}।`,
		weeks: "हफ़्ते दर हफ़्ते",
		week: "हफ़्ता, शुरू",
		level: "औसत स्तर",
		activities: "गतिविधियाँ",
		activity: "गतिविधि",
		compared: "मूड की तुलना",
		notes: "नोट",
		nothing: "इस अवधि में कोई प्रविष्टि नहीं है।",
		emotions: {
			happy: "ख़ुश",
			calm: "शांत",
			neutral: "सामान्य",
			surprised: "हैरान",
			sad: "उदास",
			angry: "नाराज़",
			disgust: "घृणा",
			fearful: "भयभीत",
		},
	},
	gu: {
		title: "મૂડ ડાયરી",
		about:
			"આ એ મૂડ છે જે વ્યક્તિએ પોતાની ડાયરીમાં પોતાના દિવસો માટે પસંદ કર્યા. આ નિદાન નથી અને પ્રમાણિત માપ પણ નથી. સ્તર 1 (સૌથી નીચું) થી 9 (સૌથી ઊંચું) સુધીનું છે.",
		days: (withMood, all) => `${all}માંથી ${withMood} દિવસ મૂડ નોંધાયો.`,
		moods: "મૂડ",
		mood: "મૂડ",
		daysColumn: "દિવસ",
		share: "હિસ્સો",
		low: (days, longestRun) =>
			`ઉદાસ, ભયભીત, ગુસ્સાવાળા કે અણગમાવાળા મૂડના દિવસ: ${days}; સતત વધુમાં વધુ ${longestRun}.`,
		weeks: "અઠવાડિયા પ્રમાણે",
		week: "અઠવાડિયું, શરૂ",
		level: "સરેરાશ સ્તર",
		activities: "પ્રવૃત્તિઓ",
		activity: "પ્રવૃત્તિ",
		compared: "મૂડની સરખામણી",
		notes: "નોંધ",
		nothing: "આ સમયગાળામાં કોઈ નોંધ નથી.",
		emotions: {
			happy: "ખુશ",
			calm: "શાંત",
			neutral: "સામાન્ય",
			surprised: "આશ્ચર્યચકિત",
			sad: "ઉદાસ",
			angry: "ગુસ્સે",
			disgust: "અણગમો",
			fearful: "ભયભીત",
		},
	},
};
