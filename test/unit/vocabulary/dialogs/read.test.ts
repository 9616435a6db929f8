import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFountain } from "../../../../src/vocabulary/dialogs/read/read-fountain.ts";
import { readPlainText, readSrt } from "../../../../src/vocabulary/dialogs/read/read-lines.ts";

const pairs = (script: { speaker: string; text: string }[]) =>
	script.map(({ speaker, text }) => [speaker, text]);

describe("readPlainText", () => {
	it("reads a speaker and what follows the colon, whatever ends the lines", () => {
		expect(pairs(readPlainText("\uFEFFANNA: Hello: there\r\nБорис Петрович : Привіт!\rO'Neil:Hi"))).toEqual([
			["ANNA", "Hello: there"],
			["Борис Петрович", "Привіт!\nO'Neil:Hi"],
		]);
	});

	it("goes on with a speech over lines and gives what stands alone to nobody", () => {
		expect(pairs(readPlainText("ANNA:\n\nI am\nhappy.\n\nIt rains.\nStill.\nBEN: Me too"))).toEqual([
			["ANNA", "I am\nhappy."],
			["", "It rains.\nStill."],
			["BEN", "Me too"],
		]);
	});

	it.each(["at 12:30 he came", "see https://example.com", "there is one thing that I want to say: no"])(
		"sees no speaker in %j",
		(line) => {
			expect(pairs(readPlainText(line))).toEqual([["", line]]);
		},
	);
});

describe("readSrt", () => {
	it("reads one block a subtitle, without markup", () => {
		const srt = `1\n00:00:01,000 --> 00:00:02,500\n<i>I am</i>\n{\\an8}happy.\n\n2\n00:00:03,000 --> 00:00:04,000\nANNA: Good.\n`;
		expect(pairs(readSrt(srt))).toEqual([
			["", "I am happy."],
			["ANNA", "Good."],
		]);
	});

	it("parts what two people say in one subtitle", () => {
		expect(pairs(readSrt("1\r\n00:00:01,000 --> 00:00:02,500\r\n- Ти щаслива?\r\n– Так.\r\n"))).toEqual([
			["", "Ти щаслива?"],
			["", "Так."],
		]);
	});

	it("forgives missing numbers, points for commas and empty lines within", () => {
		expect(
			pairs(
				readSrt(
					"0:00:01.0 --> 0:00:02.5\nOne\n\nmore\n0:00:03.0 --> 0:00:04.0\n\n7\n0:00:05.0 --> 0:00:06.0\n1984",
				),
			),
		).toEqual([
			["", "One more"],
			["", "1984"],
		]);
	});

	it("finds nothing in what is not a subtitle file", () => {
		expect(readSrt("just words\n\n1\n\n--> and arrows")).toEqual([]);
	});
});

const SCREENPLAY = `Title: A day
Author: Somebody

INT. HOUSE - DAY

Anna enters. HE SMILES.

ANNA (V.O.)
(angrily)
I *hate* **this** day [[really?]] \\*sic\\*.
So much.

/* cut:

GHOST
Boo.

*/

МАРІЯ ^
Я не щаслива.

@McAvoy
Aye.
  
Still aye.

> FADE OUT TO:

ANNA (CONT'D)

A LOUD BANG

BEN
`;

describe("readFountain", () => {
	it("reads what is said, by whom, and nothing else", () => {
		expect(pairs(readFountain(SCREENPLAY))).toEqual([
			["ANNA", "(angrily)\nI hate this day  *sic*.\nSo much."],
			["МАРІЯ", "Я не щаслива."],
			["McAvoy", "Aye.\nStill aye."],
		]);
	});
});

describe("every reader", () => {
	const readers = [readPlainText, readSrt, readFountain];

	it("gives no empty text, whatever it is given", () => {
		const piece = fc.constantFrom(
			"ANNA",
			"ANNA: x",
			"\n",
			"\n\n",
			"00:00:01,000 --> 00:00:02,000",
			"/*",
			"[[",
			"*",
			"- ",
			" ",
			"1",
			"(",
			":",
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
				for (const read of readers)
					for (const { text } of read(pieces.join("\n"))) expect(text.trim()).not.toBe("");
			}),
		);
	});

	it("reads two megabytes of unfriendly text to the end", () => {
		const unfriendly = ["*", "/*", "[[", "\n", "(", " ", "A ", "<", "{", "1", "- ", "A:", "ANNA\n"];
		for (const piece of unfriendly) {
			const content = piece.repeat(2_000_000 / piece.length);
			for (const read of readers) expect(read(content).length).toBeLessThan(1_000_000);
		}
	});
});
