/** One fenced block of a document. */
export interface Block {
	/** The first word behind the fence: `sh`, `ts`, `json` … */
	language: string;
	/** What else stands behind the fence: `no-run`, for what needs an account or another machine. */
	flags: readonly string[];
	text: string;
	/** Where its fence stands in the file, from 1. */
	line: number;
}

/** A block that is run, and what the document says it answers. */
export interface Example {
	code: Block;
	answer: Block | undefined;
}

const FENCE = /^(\s*)```(\S*)[ \t]*(.*)$/;
const RUN = ["sh", "ts"];
const ANSWERS = ["json", "text"];

/** The fenced blocks of a Markdown text, in their order. Throws where a fence is left open. */
export function readBlocks(markdown: string): Block[] {
	const blocks: Block[] = [];
	let open: (Block & { indent: string; lines: string[] }) | undefined;
	for (const [index, line] of markdown.split("\n").entries()) {
		const [fence, indent = "", language = "", info = ""] = FENCE.exec(line) ?? [];
		if (open && fence !== undefined && !language) {
			const { indent: _, lines, ...block } = open;
			blocks.push({ ...block, text: lines.join("\n") });
			open = undefined;
		} else if (open) {
			open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
		} else if (fence !== undefined) {
			const flags = info.split(/\s+/).filter(Boolean);
			open = { language, flags, text: "", line: index + 1, indent, lines: [] };
		}
	}
	if (open) throw new Error(`The block that begins in line ${open.line} has no end`);
	return blocks;
}

/** Every `sh` and `ts` block that is not marked `no-run`, each with the `json` or `text` block behind it. */
export function examplesOf(blocks: readonly Block[]): Example[] {
	return blocks.flatMap((code, i) => {
		if (!RUN.includes(code.language) || code.flags.includes("no-run")) return [];
		const next = blocks[i + 1];
		return [{ code, answer: next && ANSWERS.includes(next.language) ? next : undefined }];
	});
}
