import { linesOf, type ScriptLine } from "./read-lines.ts";

const SCENE = /^(?:int|ext|est|int\.?\/ext|i\/e)[. ]/i;
const TRANSITION = /TO:$/;
const EXTENSION = /\([^()]{0,60}\)/g;
const EMPHASIS = /(?<!\\)[*_]{1,3}/g;
const NOTE = /\[\[[^[\]]{0,2000}\]\]/g;
const TITLE_KEY =
	/^(?:title|credit|authors?|source|notes|draft date|date|contact|copyright|revision)\s{0,5}:/i;

/** Text between `open` and `close` taken out, its line breaks kept: a boneyard may span scenes. */
function without(text: string, open: string, close: string): string {
	let kept = "";
	let at = 0;
	for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
		const end = text.indexOf(close, start + open.length);
		if (end === -1) break;
		kept += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, "");
		at = end + close.length;
	}
	return kept + text.slice(at);
}

/** The speaker a line names, by the rules of Fountain: capitals between an empty line and a full one, or `@` before it. */
function speakerOf(line: string, before: string, after: string): string | undefined {
	const cue = line.trim();
	if (before.trim() !== "" || after.trim() === "" || cue.length > 100) return undefined;
	const name = cue
		.replace(EXTENSION, "")
		.replace(/\^\s*$/, "")
		.trim();
	if (name.startsWith("@")) return name.slice(1).trim() || undefined;
	const isCapital = name === name.toUpperCase() && /\p{L}/u.test(name);
	return isCapital && !/^[.!>~=#]/.test(name) && !SCENE.test(name) && !TRANSITION.test(name)
		? name
		: undefined;
}

const plain = (line: string): string =>
	line
		.replace(NOTE, "")
		.replace(EMPHASIS, "")
		.replace(/\\([*_@#!~.<>=])/g, "$1")
		.trim();

function skipTitlePage(lines: readonly string[]): number {
	if (!TITLE_KEY.test(lines[0] ?? "")) return 0;
	const end = lines.findIndex((line) => line.trim() === "");
	return end === -1 ? lines.length : end;
}

/**
 * What is said in a screenplay written in Fountain (fountain.io/syntax): dialogue with its speakers and parentheticals;
 * scene headings, action, transitions, notes and the title page are left out. Reads in time linear in the length.
 */
export function readFountain(content: string): ScriptLine[] {
	const lines = linesOf(without(linesOf(content).join("\n"), "/*", "*/"));
	const script: ScriptLine[] = [];
	for (let i = skipTitlePage(lines); i < lines.length; i++) {
		const speaker = speakerOf(lines[i] ?? "", lines[i - 1] ?? "", lines[i + 1] ?? "");
		if (speaker === undefined) continue;
		const spoken: string[] = [];
		// Two spaces on a line of their own are an empty line within a speech.
		for (i++; i < lines.length && ((lines[i] ?? "").trim() !== "" || lines[i] === "  "); i++)
			spoken.push(plain(lines[i] ?? ""));
		const text = spoken.filter((line) => line !== "").join("\n");
		if (text !== "") script.push({ speaker, text });
	}
	return script;
}
