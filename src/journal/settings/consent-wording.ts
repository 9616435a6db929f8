import type { Translated } from "../language.ts";

/** What a person agrees to when they let us keep recordings. A new wording gets a new version; old ones stay here. */
export const CONSENT_WORDINGS: Readonly<Record<string, Translated>> = {
	"2026-11-22": {
		en: "Keep my recordings so that I can listen to them again. They are stored for me alone and are deleted when I switch storage off, delete the entry or erase my account.",
		hi: "मेरी रिकॉर्डिंग सहेजी जाएँ ताकि मैं उन्हें दोबारा सुन सकूँ। वे केवल मेरे लिए रखी जाती हैं, और जब मैं सहेजना बंद करूँ, प्रविष्टि हटाऊँ या अपना खाता मिटाऊँ, तब मिटा दी जाती हैं।",
		gu: "મારાં રેકોર્ડિંગ સાચવો જેથી હું તેમને ફરી સાંભળી શકું. તે ફક્ત મારા માટે સાચવવામાં આવે છે, અને હું સાચવવાનું બંધ કરું, નોંધ કાઢી નાખું કે મારું ખાતું ભૂંસી નાખું ત્યારે કાઢી નાખવામાં આવે છે.",
	},
};

/** The wording that is shown today. */
export const CURRENT_WORDING = "2026-11-22";
