/** Who says what, as a script has it before it becomes blocks. */
export interface ScriptLine {
	speaker: string;
	text: string;
}

const CUE = /^\s{0,40}(?<speaker>\p{L}[^:\n]{0,59}?)\s{0,20}:(?:\s+|$)(?<text>.*)$/u;
/** A name is a few words; more before a colon is a sentence with a colon in it. */
const MAX_NAME_WORDS = 5;

/** `ANNA: Hello` as a speaker and the words; undefined when the line names no speaker. */
export function readCue(line: string): ScriptLine | undefined {
	const { speaker, text } = CUE.exec(line)?.groups ?? {};
	if (speaker === undefined || text === undefined) return undefined;
	return speaker.split(/\s+/).length > MAX_NAME_WORDS
		? undefined
		: { speaker: speaker.trim(), text: text.trim() };
}

/** Lines without the byte order mark and whatever ends them. */
export const linesOf = (content: string): string[] => content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);

/**
 * A dialog as plain text: `SPEAKER: line`. A line without a speaker goes on with what was said before; after an empty
 * line it has no speaker, as a narrator's line.
 */
export function readPlainText(content: string): ScriptLine[] {
	const script: ScriptLine[] = [];
	let isOpen = false;
	for (const line of linesOf(content)) {
		const cue = readCue(line);
		const last = script.at(-1);
		if (line.trim() === "") isOpen = last !== undefined && last.text === "";
		else if (cue) script.push(cue);
		else if (isOpen && last) last.text = last.text === "" ? line.trim() : `${last.text}\n${line.trim()}`;
		else script.push({ speaker: "", text: line.trim() });
		if (line.trim() !== "") isOpen = true;
	}
	return script.filter(({ text }) => text !== "");
}

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
