import type { ByLanguage, Language } from "../language.ts";
import type { AlertPattern, ConsecutiveLow, SuddenDrop } from "./patterns.ts";

/** What a person reads: what was noticed, and what may help. */
export interface AlertText {
	message: string;
	suggestions: string[];
}

/** Tele-MANAS, 14416: the free mental health line of the Government of India. */
const lowDays: ByLanguage<(details: ConsecutiveLow["details"]) => AlertText> = {
	en: ({ consecutiveDays }) => ({
		message: `You have chosen a low mood on ${consecutiveDays} days in a row.`,
		suggestions: [
			"Tell someone you trust how these days have been.",
			"Do one small thing today that has felt good before, such as a short walk.",
			"If it stays heavy, or you think of harming yourself, talk to a doctor or call Tele-MANAS on 14416 (India, free, day and night).",
		],
	}),
	hi: ({ consecutiveDays }) => ({
		message: `आपने लगातार ${consecutiveDays} दिन भारी मूड चुना है।`,
		suggestions: [
			"जिस पर आपको भरोसा है, उसे बताएँ कि ये दिन कैसे बीते।",
			"आज कोई एक छोटा काम करें जिससे पहले अच्छा लगा हो, जैसे थोड़ी सैर।",
			"मन भारी ही रहे या खुद को नुकसान पहुँचाने का ख़याल आए, तो डॉक्टर से बात करें या टेली-मानस को 14416 पर फ़ोन करें (भारत, मुफ़्त, चौबीसों घंटे)।",
		],
	}),
	gu: ({ consecutiveDays }) => ({
		message: `તમે સતત ${consecutiveDays} દિવસ ભારે મૂડ પસંદ કર્યો છે.`,
		suggestions: [
			"જેના પર ભરોસો હોય તેને કહો કે આ દિવસો કેવા ગયા.",
			"આજે કોઈ એક નાનું કામ કરો જેનાથી પહેલાં સારું લાગ્યું હોય, જેમ કે થોડું ચાલવું.",
			"મન ભારે જ રહે અથવા પોતાને નુકસાન પહોંચાડવાનો વિચાર આવે, તો ડૉક્ટર સાથે વાત કરો અથવા ટેલી-માનસને 14416 પર ફોન કરો (ભારત, મફત, ચોવીસે કલાક).",
		],
	}),
};

const suddenDrop: ByLanguage<(details: SuddenDrop["details"]) => AlertText> = {
	en: ({ fromEmoji, toEmoji, fromDate, toDate }) => ({
		message: `Your mood went from ${fromEmoji} on ${fromDate} to ${toEmoji} on ${toDate}.`,
		suggestions: [
			"Think about what happened in between; putting it into words can help.",
			"Be gentle with yourself today: rest, eat well, take a short walk.",
			"Talk about it with someone you trust.",
		],
	}),
	hi: ({ fromEmoji, toEmoji, fromDate, toDate }) => ({
		message: `${fromDate} को आपका मूड ${fromEmoji} था और ${toDate} को ${toEmoji} हो गया।`,
		suggestions: [
			"सोचें कि इस बीच क्या हुआ; उसे शब्दों में कहने से मदद मिल सकती है।",
			"आज अपना ख़याल रखें: आराम करें, ठीक से खाएँ, थोड़ा टहलें।",
			"किसी भरोसेमंद व्यक्ति से इस बारे में बात करें।",
		],
	}),
	gu: ({ fromEmoji, toEmoji, fromDate, toDate }) => ({
		message: `${fromDate} ના રોજ તમારો મૂડ ${fromEmoji} હતો અને ${toDate} ના રોજ ${toEmoji} થયો.`,
		suggestions: [
			"વચ્ચે શું થયું તે વિચારો; તેને શબ્દોમાં કહેવાથી મદદ મળી શકે.",
			"આજે તમારી સંભાળ રાખો: આરામ કરો, બરાબર જમો, થોડું ચાલો.",
			"જેના પર ભરોસો હોય તેની સાથે આ વિશે વાત કરો.",
		],
	}),
};

/** An alert in words, in the person's language. */
export const alertInWords = (pattern: AlertPattern, language: Language): AlertText =>
	pattern.alertType === "consecutive_low"
		? lowDays[language](pattern.details)
		: suddenDrop[language](pattern.details);
