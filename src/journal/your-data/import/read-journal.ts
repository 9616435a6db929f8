import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import type { ZodType } from "zod";
import { Fault, type FieldIssue } from "../../../errors.ts";
import { fieldIssues } from "../../../http/field-issues.ts";
import { MAX_DEPTH, tooDeep } from "../../../http/middleware/bodies.ts";
import { EntryDocument, JournalDocument } from "../export/contract.ts";

const HeadDocument = JournalDocument.omit({ entries: true });

/** A valid entry as JSON, which takes a tenth of the memory, with what has to be known of it before it is written. */
export type PendingEntry = Pick<
	EntryDocument,
	"id" | "entryDate" | "createdAt" | "activityKeys" | "recording"
> & {
	json: string;
};

export const pendingEntry = (entry: EntryDocument): PendingEntry => {
	const { id, entryDate, createdAt, activityKeys, recording } = entry;
	return { id, entryDate, createdAt, activityKeys, recording, json: JSON.stringify(entry) };
};

/** A journal that was read and found valid. */
export interface ReadJournal {
	head: Omit<JournalDocument, "entries">;
	entries: PendingEntry[];
}

const LISTS = ["consents", "zoneChanges", "alerts", "entries"] as const;
const SCALARS = ["format", "version", "exportedAt", "settings"] as const;
const MAX_IN_LIST = 40_000;
/** A note of ten minutes has some 15,000 tokens. */
const MAX_TOKENS_AN_ITEM = 100_000;
const MAX_ISSUES = 20;
/** Bytes between which other work gets its turn. */
const SLICE = 32 * 1024;

/**
 * Reads a journal's document piece by piece, so that it is never in memory as a whole tree: each entry is validated
 * when it is complete. Throws `invalid_json`, or `invalid_input` with the first twenty things that are wrong.
 */
export async function readJournal(bytes: AsyncIterable<Uint8Array>): Promise<ReadJournal> {
	const reader = new JournalReader();
	for await (const chunk of bytes) {
		for (let at = 0; at < chunk.length; at += SLICE) {
			reader.write(chunk.subarray(at, at + SLICE));
			await new Promise((resolve) => setTimeout(resolve, 0));
		}
	}
	return reader.end();
}

class JournalReader {
	readonly #tokenizer = new Tokenizer();
	readonly #parser = new TokenParser({
		paths: [...SCALARS.map((name) => `$.${name}`), ...LISTS.map((list) => `$.${list}.*`)],
		keepStack: false,
	});
	/** The brackets that are open. */
	readonly #open: TokenType[] = [];
	#tokens = 0;
	/** The latest text directly within the document: the name of the list that begins. */
	#name = "";
	readonly #begun = new Set<string>();
	readonly #head: Record<string, unknown> = {};
	readonly #lists: Record<string, unknown[]> = { consents: [], zoneChanges: [], alerts: [] };
	readonly #entries: PendingEntry[] = [];
	readonly #issues: FieldIssue[] = [];

	constructor() {
		this.#tokenizer.onToken = (token) => {
			this.#count(token.token);
			this.#noteList(token.token, token.value);
			this.#parser.write(token);
		};
		const refuse = (error: Error): never => {
			throw error instanceof Fault ? error : new Fault({ code: "invalid_json" });
		};
		this.#tokenizer.onError = refuse;
		this.#parser.onError = refuse;
		this.#parser.onValue = ({ value, key, stack }) => {
			const list = stack[1]?.key;
			if (typeof list === "string" && typeof key === "number") this.#take(list, key, value);
			else if (typeof key === "string" && stack.length === 1) this.#head[key] = value;
		};
	}

	write(bytes: Uint8Array): void {
		this.#tokenizer.write(bytes);
	}

	end(): ReadJournal {
		if (!this.#parser.isEnded) throw new Fault({ code: "invalid_json" });
		const head = { ...this.#head, ...this.#lists };
		for (const list of LISTS)
			if (!this.#begun.has(list))
				this.#issues.push({ field: list, message: "A list is required here", missing: false });
		const valid = this.#valid(HeadDocument, head, "");
		const [first, ...more] = this.#issues;
		if (first || !valid)
			throw new Fault({
				code: "invalid_input",
				issues: [first as FieldIssue, ...more].slice(0, MAX_ISSUES) as [FieldIssue],
			});
		return { head: valid, entries: this.#entries };
	}

	/** Keeps one item from becoming a tree that no memory holds, whatever it is. */
	#count(token: TokenType): void {
		if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.#open.push(token);
		if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#open.pop();
		if (this.#open.length > MAX_DEPTH) throw tooDeep();
		const isBetweenItems =
			this.#open.length <= 1 || (this.#open.length === 2 && this.#open[1] === TokenType.LEFT_BRACKET);
		this.#tokens = isBetweenItems ? 0 : this.#tokens + 1;
		if (this.#tokens > MAX_TOKENS_AN_ITEM)
			throw tooMuch("One item of the document is far larger than any entry");
	}

	#noteList(token: TokenType, value: unknown): void {
		if (this.#open.length === 1 && token === TokenType.STRING) this.#name = String(value);
		if (this.#open.length === 2 && token === TokenType.LEFT_BRACKET) this.#begun.add(this.#name);
	}

	#take(list: string, index: number, value: unknown): void {
		if (index >= MAX_IN_LIST) throw tooMuch(`At most ${MAX_IN_LIST} ${list} are accepted`);
		if (list !== "entries") this.#lists[list]?.push(value);
		else {
			const entry = this.#valid(EntryDocument, value, `entries[${index}]`);
			if (entry) this.#entries.push(pendingEntry(entry));
		}
	}

	#valid<T>(schema: ZodType<T>, value: unknown, at: string): T | undefined {
		if (this.#issues.length >= MAX_ISSUES) return undefined;
		const result = schema.safeParse(value);
		if (result.success) return result.data;
		for (const issue of fieldIssues(result.error, value)) {
			const field = at && issue.field !== "body" ? `${at}.${issue.field}` : at || issue.field;
			this.#issues.push({ ...issue, field });
		}
		return undefined;
	}
}

const tooMuch = (message: string): Fault =>
	new Fault({ code: "invalid_input", issues: [{ field: "body", message, missing: false }] });
