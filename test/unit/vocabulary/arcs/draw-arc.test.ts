import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseArc } from "../../../../src/vocabulary/arcs/analysis/analyse-arc.ts";
import { shapeValence } from "../../../../src/vocabulary/arcs/analysis/story-shape.ts";
import { drawArc } from "../../../../src/vocabulary/arcs/drawing/draw-arc.ts";
import { THEMES } from "../../../../src/vocabulary/arcs/drawing/theme.ts";
import { LANGS } from "../../../../src/vocabulary/languages.ts";
import { blocksOf } from "../../../support/arc-blocks.ts";

const drawn = (valences: readonly (number | null)[], title = "A day") => {
	const blocks = blocksOf(valences);
	return drawArc(analyseArc(blocks, { points: 100 }), blocks.length, { title, lang: "en", theme: "light" });
};

/** Names of elements left open at the end; throws where one is closed that is not open. */
function openElements(xml: string): string[] {
	const open: string[] = [];
	for (const [, close, name = "", , empty] of xml.matchAll(/<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
		if (close) expect(open.pop()).toBe(name);
		else if (!empty) open.push(name);
	}
	return open;
}

describe("drawArc", () => {
	it("is well-formed for any title and any blocks, with nothing outside the picture", () => {
		const valence = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
		fc.assert(
			fc.property(fc.array(valence, { maxLength: 40 }), fc.string({ unit: "binary" }), (valences, title) => {
				const svg = drawn(valences, title);
				expect(openElements(svg)).toEqual([]);
				expect(svg).not.toMatch(
					/NaN|Infinity|undefined|<(?!\/?(?:svg|title|desc|style|rect|text|line|path|circle)[\s>])/,
				);
				for (const [, x] of svg.matchAll(/cx="([^"]+)"/g))
					expect(Number(x) >= 96 && Number(x) <= 928).toBe(true);
				for (const [, y] of svg.matchAll(/cy="([^"]+)"/g))
					expect(Number(y) >= 104 && Number(y) <= 376).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	it("shortens a long title and draws a bounded number of dots", () => {
		const svg = drawn(
			Array.from({ length: 3_000 }, (_, i) => Math.sin(i)),
			"щ".repeat(200),
		);
		expect(svg).toContain(`>${"щ".repeat(61)}…<`);
		expect(svg.match(/<circle/g)?.length).toBeLessThanOrEqual(650);
	});

	it.each(LANGS)("names shape and turning points in %s", (lang) => {
		const blocks = blocksOf(Array.from({ length: 40 }, (_, i) => 0.7 * shapeValence("icarus", i / 39)));
		const svg = drawArc(analyseArc(blocks, { points: 50 }), 40, { title: "t", lang, theme: "dark" });
		expect(svg).toContain(`lang="${lang}"`);
		expect(svg).toMatch({ uk: /Ікар.*підйом/s, en: /Icarus.*peak/s, es: /Ícaro.*cima/s }[lang]);
	});

	/** Contrast of two sRGB colours by WCAG 2.2. */
	const contrast = (a: string, b: string): number => {
		const luminance = (hex: string) =>
			[1, 3, 5]
				.map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
				.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
				.reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
		const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
		return (light + 0.05) / (dark + 0.05);
	};

	it.each(THEMES)("keeps text legible on %s paper", (theme) => {
		const svg = drawArc(analyseArc([], { points: 2 }), 0, { title: "t", lang: "en", theme });
		const colours = (name: string) =>
			[...svg.matchAll(new RegExp(`\\.${name}\\{fill:(#[0-9a-f]{6})`, "g"))].map(([, hex = ""]) => hex);
		for (const [i, paper] of colours("paper").entries()) {
			expect(contrast(colours("text")[i] ?? "", paper)).toBeGreaterThanOrEqual(7);
			expect(contrast(colours("muted")[i] ?? "", paper)).toBeGreaterThanOrEqual(4.5);
		}
		expect(colours("paper").length).toBe(theme === "auto" ? 2 : 1);
	});
});
