import { linesOf, readCue, type ScriptLine } from "./script-line.ts";

/**
 * A dialog as plain text: `SPEAKER: line`. A line without a speaker goes on with what was said before; after an empty
 * line it is nobody's, such as a narrator's.
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
