import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bestOf } from "../../../src/web/shared/messages/language.ts";

type Catalogue = Record<string, string>;

/** Every folder of catalogues: English, which types the keys, beside the others. */
const FOLDERS = ["src/web/shared/messages", "src/web/console/messages"];

const read = (folder: string, language: string): Catalogue =>
	JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8"));
const nameOf = (key: string): string => key.replace(/#.*/, "");
const namesOf = (catalogue: Catalogue): string[] => [...new Set(Object.keys(catalogue).map(nameOf))].sort();
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const catalogues = FOLDERS.flatMap((folder) =>
	readdirSync(folder)
		.filter((file) => file.endsWith(".json"))
		.map((file) => ({ folder, language: file.replace(".json", "") })),
);

describe.each(catalogues)("the catalogue $folder/$language.json", ({ folder, language }) => {
	const english = read(folder, "en");
	const catalogue = read(folder, language);

	it("has every message of the English one and no other", () => {
		expect(namesOf(catalogue)).toEqual(namesOf(english));
	});

	it("names the same values in every text, in every form", () => {
		for (const [key, text] of Object.entries(catalogue)) {
			const original = english[key] ?? english[`${nameOf(key)}#other`] ?? "";
			expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(original)]);
		}
	});

	it("has exactly the plural forms of its language", () => {
		const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
		for (const name of new Set(
			Object.keys(catalogue)
				.filter((key) => key.includes("#"))
				.map(nameOf),
		)) {
			const own = Object.keys(catalogue).filter((key) => key.startsWith(`${name}#`));
			expect([name, own.map((key) => key.split("#")[1]).sort()]).toEqual([name, forms]);
		}
	});

	it("says something in every text, and not the same as English in more than names", () => {
		for (const [key, text] of Object.entries(catalogue)) expect([key, text.trim()]).not.toEqual([key, ""]);
		const same = Object.keys(catalogue).filter((key) => catalogue[key] === english[key]);
		if (language !== "en") expect(same.length).toBeLessThan(Object.keys(catalogue).length / 20);
	});
});

describe("the language of a page", () => {
	it.each([
		[["uk-UA", "en"], "uk"],
		[["de", "es-419"], "es"],
		[["fr"], "en"],
		[["EN-gb", "uk"], "en"],
		[[], "en"],
	])("is for a browser that asks for %j: %s", (wished, expected) => {
		expect(bestOf(wished, ["en", "uk", "es"])).toBe(expected);
	});
});
