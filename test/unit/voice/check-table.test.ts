import { describe, expect, it } from "vitest";
import { checkTable, differing, tableIn, withTable } from "../../support/check-table.ts";

const of = { macro: 0.5, accuracyBySex: { women: 0.75, men: 0.125 }, expectedCalibrationError: 0.04 };
const figures = {
	clips: { ...of, recordings: 12, corpora: { emodb: 0.5, iesc: 0.5 } },
	notes: { ...of, recordings: 3, corpora: { emodb: 1 } },
};
const CARD = "# Card\n\nText.\n\n<!-- check:start -->\nold\n<!-- check:end -->\n\nMore.\n";

describe("the table of the card", () => {
	it("shows three decimals, and a dash where there are no notes", () => {
		const rows = checkTable(figures).split("\n");
		expect(rows[0]).toBe("| | 12 clips | 3 notes |");
		expect(rows).toContain("| UAR, emodb | 0.500 | 1.000 |");
		expect(rows).toContain("| UAR, iesc | 0.500 | – |");
		expect(rows).toContain("| accuracy, men | 0.125 | 0.125 |");
	});

	it("is found where it was put, and nothing else of the card changes", () => {
		const card = withTable(CARD, checkTable(figures));
		expect(tableIn(card)).toBe(checkTable(figures));
		expect(withTable(card, checkTable(figures))).toBe(card);
		expect(card.startsWith("# Card\n\nText.\n\n<!-- check:start -->\n")).toBe(true);
		expect(card.endsWith("\n<!-- check:end -->\n\nMore.\n")).toBe(true);
	});

	it.each([
		["without marks", "# Card"],
		["with one mark", "<!-- check:start -->"],
		["with its marks in the wrong order", "<!-- check:end --><!-- check:start -->"],
	])("is not put into a card %s", (_, card) => {
		expect(() => withTable(card, "table")).toThrow("<!-- check:start -->");
		expect(() => tableIn(card)).toThrow("<!-- check:end -->");
	});
});

describe("figures that differ", () => {
	it("are ignored within the tolerance", () => {
		expect(differing({ a: 0.5, b: { c: 1 } }, { b: { c: 1 }, a: 0.502 }, 0.002)).toEqual([]);
	});

	it("are named by their path, also where one is missing", () => {
		expect(differing({ a: { b: 0.5, c: 0.1 } }, { a: { b: 0.503 }, d: 1 }, 0.002)).toEqual([
			"a.b",
			"a.c",
			"d",
		]);
		expect(differing({}, { a: 1 }, 0.002)).toEqual(["a"]);
	});

	it("include what is no number", () => {
		expect(differing({ a: Number.NaN }, { a: Number.NaN }, 0.002)).toEqual(["a"]);
		expect(differing({ a: null }, { a: 0 }, 0.002)).toEqual(["a"]);
	});
});
