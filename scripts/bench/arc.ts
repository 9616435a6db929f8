import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { analyseArc } from "../../src/vocabulary/arcs/analysis/analyse-arc.ts";
import { LEXICON } from "../../src/vocabulary/translation/lexicon.ts";
import { blocksOf, gaussian } from "../../test/support/arc-blocks.ts";
import { checked, median, table } from "./table.ts";

const BLOCKS = 5_000;
const TARGET_MS = 100;
const RUNS = 15;

/** CPU time in ms that `work` takes, with the threads that compile and collect garbage for it. */
function cpuOf(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

/** The arc of a dialog of 5,000 blocks with 25 speakers, all tagged. */
function benchAnalysis(): void {
	const noise = gaussian(1);
	const valences = Array.from({ length: BLOCKS }, (_, i) =>
		Math.max(-1, Math.min(1, 0.5 * Math.cos(i / 800) + 0.3 * noise())),
	);
	const speakers = Array.from({ length: 25 }, (_, i) => `Speaker ${i}`);
	const blocks = blocksOf(valences, speakers);
	const runs = Array.from({ length: RUNS }, () => cpuOf(() => analyseArc(blocks, { points: 100 })));
	const [first = 0, ...warm] = runs;
	console.log(
		`CPU time of the arc of ${BLOCKS} blocks, 25 speakers, curve, bands, shape with 999 permutations:`,
	);
	console.log(checked(first <= TARGET_MS, `first run at most ${TARGET_MS} ms`, `${first.toFixed(1)} ms`));
	console.log(`          after it, median of ${warm.length}: ${median(warm).toFixed(1)} ms`);
}

type Detect = (text: string) => string;

interface Detector {
	name: string;
	file: string;
	load(): Promise<Detect>;
}

const eld = (size: "extrasmall" | "small" | "medium" | "large"): Detector => ({
	name: `eld ${size}`,
	file: `node_modules/eld/src/ngrams/${size}.js`,
	async load() {
		const { eld: detector } = await import(`eld/${size}`);
		detector.setLanguageSubset(["en", "es"]);
		return (text) => detector.detect(text).language;
	},
});

const tinyld = (size: "light" | "normal" | "heavy"): Detector => ({
	name: `tinyld ${size}`,
	file: `node_modules/tinyld/dist/tinyld.${size}.node.mjs`,
	async load() {
		const { detect } = await import(size === "normal" ? "tinyld" : `tinyld/${size}`);
		return (text) => detect(text, { only: ["en", "es"] });
	},
});

const DETECTORS = [
	tinyld("light"),
	tinyld("normal"),
	tinyld("heavy"),
	eld("extrasmall"),
	eld("small"),
	eld("medium"),
	eld("large"),
];

/** Words of a language in groups of `size`, without those that both languages share. */
function phrases(lang: "en" | "es", size: number): string[] {
	const other = new Set(LEXICON.flatMap((entry) => entry.forms[lang === "en" ? "es" : "en"]));
	const words = LEXICON.flatMap((entry) => entry.forms[lang]).filter((word) => !other.has(word));
	return Array.from({ length: Math.floor(words.length / size) }, (_, i) =>
		words.slice(i * size, (i + 1) * size).join(" "),
	);
}

const percent = (detect: Detect, lang: "en" | "es", size: number): string => {
	const texts = phrases(lang, size);
	const right = texts.filter((text) => detect(text) === lang).length;
	return `${((100 * right) / texts.length).toFixed(1)} %`;
};

/** Libraries that tell languages apart, on the lexicon's words, which none of them has seen as a list. */
async function benchDetectors(): Promise<void> {
	console.log(
		"\nEnglish or Spanish? Library alone, on the lexicon's words (size gzip -9, with all its languages):",
	);
	const rows: string[][] = [];
	for (const { name, file, load } of DETECTORS) {
		const detect = await load();
		const kilobytes = gzipSync(readFileSync(file), { level: 9 }).length / 1_024;
		const scores = [1, 3].flatMap((size) => [percent(detect, "en", size), percent(detect, "es", size)]);
		rows.push([name, `${kilobytes.toFixed(0)} KiB`, ...scores]);
	}
	console.log(table(["", "size", "en 1 word", "es 1 word", "en 3 words", "es 3 words"], rows));
}

/** What the emotional arc costs, and how language detectors compare. */
export async function benchArc(): Promise<void> {
	benchAnalysis();
	await benchDetectors();
}
