/** Who says what, as a script has it before it becomes blocks. */
export interface ScriptLine {
	speaker: string;
	text: string;
}

const CUE = /^\s{0,40}(?<speaker>\p{L}[^:\n]{0,59}?)\s{0,20}:(?:\s+|$)(?<text>.*)$/u;
/** A name is a few words; more before a colon is a sentence with a colon in it. */
const MOST_NAME_WORDS = 5;

/** `ANNA: Hello` as a speaker and the words; undefined when the line names no speaker. */
export function readCue(line: string): ScriptLine | undefined {
	const { speaker, text } = CUE.exec(line)?.groups ?? {};
	if (speaker === undefined || text === undefined) return undefined;
	return speaker.split(/\s+/).length > MOST_NAME_WORDS
		? undefined
		: { speaker: speaker.trim(), text: text.trim() };
}

/** Lines without the byte order mark and whatever ends them. */
export const linesOf = (content: string): string[] => content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
