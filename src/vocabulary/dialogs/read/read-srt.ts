import { linesOf, readCue, type ScriptLine } from "./script-line.ts";

const TIME = /^\s{0,20}\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s{0,20}-->/;
const MARKUP = /<[^<>]{0,100}>|\{\\?[^{}]{0,100}\}/g;
const DASH = /^\s{0,20}[-–—]\s{0,20}/;

/** One subtitle: two people's words when its lines begin with dashes, else one person's. */
function readSubtitle(lines: readonly string[]): ScriptLine[] {
	const clean = lines.map((line) => line.replace(MARKUP, "").trim()).filter((line) => line !== "");
	const script: ScriptLine[] = [];
	for (const line of clean) {
		const cue = readCue(line.replace(DASH, ""));
		const last = script.at(-1);
		if (cue) script.push(cue);
		else if (DASH.test(line) || !last) script.push({ speaker: "", text: line.replace(DASH, "") });
		else last.text = `${last.text} ${line}`.trim();
	}
	return script.filter(({ text }) => text !== "");
}

/**
 * SubRip subtitles: one block a subtitle. Forgiving, as players are: numbers may be missing or wrong, empty lines may
 * stand within a subtitle, milliseconds may follow a point. Speakers are known where the text names them.
 */
export function readSrt(content: string): ScriptLine[] {
	const lines = linesOf(content);
	const times = lines.flatMap((line, i) => (TIME.test(line) ? [i] : []));
	return times.flatMap((start, n) => {
		const next = times[n + 1];
		const body = lines.slice(start + 1, next ?? lines.length);
		// The line before the next time is that subtitle's number.
		const own =
			next !== undefined && /^\s{0,20}\d{1,9}\s{0,20}$/.test(body.at(-1) ?? "") ? body.slice(0, -1) : body;
		return readSubtitle(own);
	});
}
