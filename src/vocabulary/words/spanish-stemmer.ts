import { stemmer } from "@orama/stemmers/spanish";

/** Forms that the stemmer leaves apart, each with the stem they share. "Río" is left out: it is a river, too. */
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
	[
		/^am(?:o|as?|an?|amos|áis|aba[sn]?|ábamos|é|ó|aste|aron|ando|ar(?:[mts]e|nos|l[aeo]s?|é|ás?|án|emos|ía[sn]?)?)$/,
		"amar",
	],
	[
		/^r(?:eír(?:[mts]e|nos|é|ás?|án)?|eí|eí(?:mos|ste)|eía[sn]?|eíamos|íe[sn]?|ió|ieron|iendo|iéndo[mts]e)$/,
		"reir",
	],
	[
		/^sonr(?:eír(?:[mts]e|nos|é|ás?|án)?|eí|eí(?:mos|ste)|eía[sn]?|eíamos|ío|íe[sn]?|ió|ieron|iendo|iéndo[mts]e)$/,
		"sonreir",
	],
	[
		/^ech(?:o|as?|an?|amos|áis|aba[sn]?|ábamos|é|ó|aste|aron|ando|ar(?:[mts]e|nos|l[aeo]s?|é|ás?|án|emos)?)$/,
		"echar",
	],
	// To wait is not to have hope.
	[/^esperanzas?$/, "esperanz"],
];

const withoutAccents = (word: string): string =>
	word
		.normalize("NFD")
		.replace(/[\u0300-\u0302]/g, "")
		.normalize("NFC");

/** The stem of a Spanish word in lower case: Snowball's, without accents, and a few verbs that it does not know. */
export function spanishStem(word: string): string {
	const irregular = IRREGULAR.find(([form]) => form.test(word));
	// "felices" and "feliz" leave "felic" and "feliz".
	return irregular?.[1] ?? withoutAccents(stemmer(word)).replace(/c$/, "z");
}
