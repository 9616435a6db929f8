import type { UserActor } from "../../actor.ts";
import type { Context } from "../../context.ts";
import { invalidField } from "../../errors.ts";
import type { Block, DialogImport } from "./contract.ts";
import { createDialog } from "./create-dialog.ts";
import type { DialogRow } from "./dialog.ts";
import { type FORMATS, MAX_BLOCKS, MAX_SPEAKER, MAX_TEXT } from "./limits.ts";
import { readFountain } from "./read/read-fountain.ts";
import { readPlainText, readSrt, type ScriptLine } from "./read/read-lines.ts";

export type Format = (typeof FORMATS)[number];

const READERS: Record<Format, (content: string) => ScriptLine[]> = {
	text: readPlainText,
	fountain: readFountain,
	srt: readSrt,
};

const HINTS: Record<Format, string> = {
	text: "No line of text was found.",
	fountain:
		"No dialogue was found: a speaker's name stands in capitals after an empty line, the words below it.",
	srt: "No subtitle was found: each begins with a line such as 00:00:01,000 --> 00:00:04,000.",
};

function requireFitting(script: readonly ScriptLine[], format: Format): void {
	if (script.length === 0) throw invalidField("content", HINTS[format]);
	if (script.length > MAX_BLOCKS) {
		throw invalidField("content", `It has ${script.length} blocks; a dialog has at most ${MAX_BLOCKS}.`);
	}
	const long = script.findIndex(({ text }) => text.length > MAX_TEXT);
	if (long !== -1) {
		throw invalidField("content", `Block ${long + 1} has more than ${MAX_TEXT} characters. Divide it.`);
	}
}

/** Makes a dialog of a script, untagged, one block for everything that somebody says in one go. */
export async function importDialog(
	context: Context,
	user: UserActor,
	{ format, content, title, lang }: DialogImport,
): Promise<{ row: DialogRow; blocks: Block[] }> {
	const script = READERS[format](content);
	requireFitting(script, format);
	const blocks = script.map(({ speaker, text }) => ({
		speaker: speaker.slice(0, MAX_SPEAKER),
		text,
		emotionId: null,
		intensity: 1,
	}));
	return createDialog(context, user, { title, lang, blocks });
}
