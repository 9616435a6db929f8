import type { Lang } from "../../languages.ts";
import type { Arc } from "../analysis/analyse-arc.ts";
import { styleSheet, type Theme } from "./theme.ts";
import { WORDS } from "./words.ts";

const WIDTH = 960;
const HEIGHT = 440;
const PLOT = { left: 96, right: 928, top: 104, bottom: 376 };
/** Dots of longer dialogs would hide the curve. */
const MAX_DOTS = 600;
const MAX_TITLE = 62;
const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif";

export interface Picture {
	title: string;
	lang: Lang;
	theme: Theme;
}

const ESCAPES: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows no control characters, not even escaped
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapeXml = (text: string): string =>
	text.replace(NOT_XML, "").replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

const shortened = (text: string): string => {
	const characters = [...text.replace(/\s+/g, " ").trim()];
	return characters.length > MAX_TITLE
		? `${characters.slice(0, MAX_TITLE - 1).join("")}…`
		: characters.join("");
};

const x = (at: number): string => (PLOT.left + at * (PLOT.right - PLOT.left)).toFixed(1);
const y = (valence: number): string => (PLOT.top + ((1 - valence) / 2) * (PLOT.bottom - PLOT.top)).toFixed(1);
const path = (points: readonly (readonly [number, number])[]): string =>
	points.map(([at, valence], i) => `${i === 0 ? "M" : "L"}${x(at)} ${y(valence)}`).join("");

function grid(lang: Lang): string {
	const words = WORDS[lang];
	const lines = [1, 0.5, 0, -0.5, -1].map((valence) => {
		const label = valence === 0 ? "0" : `${valence > 0 ? "+" : "−"}${Math.abs(valence)}`;
		const line = `<line class="${valence === 0 ? "zero" : "grid"}" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(valence)}" y2="${y(valence)}"/>`;
		return `${line}<text class="muted" x="${PLOT.left - 12}" y="${y(valence)}" dy=".35em" text-anchor="end" font-size="13">${label}</text>`;
	});
	const side = (text: string, valence: number) =>
		`<text class="muted" font-size="13" text-anchor="middle" transform="translate(28 ${y(valence)}) rotate(-90)">${text}</text>`;
	return [...lines, side(words.pleasant, 0.5), side(words.unpleasant, -0.5)].join("");
}

/** Block numbers under the plot, at even places that fall on blocks. */
function scale(blocks: number): string {
	if (blocks < 2) return "";
	const steps = Math.min(6, blocks - 1);
	return Array.from({ length: steps + 1 }, (_, i) => {
		const position = Math.round((i * (blocks - 1)) / steps);
		return `<text class="muted" x="${x(position / (blocks - 1))}" y="${PLOT.bottom + 22}" text-anchor="middle" font-size="13">${position + 1}</text>`;
	}).join("");
}

function band({ smoothed }: Arc): string {
	if (smoothed.length < 2 || smoothed[0]?.low === null) return "";
	const high = smoothed.map(({ at, high: v }) => [at, v ?? 0] as const);
	const low = smoothed.map(({ at, low: v }) => [at, v ?? 0] as const).reverse();
	return `<path class="band" d="${path([...high, ...low])}Z"/>`;
}

function dots({ raw }: Arc): string {
	const every = Math.max(1, Math.ceil(raw.length / MAX_DOTS));
	return raw
		.filter((_, i) => i % every === 0)
		.map(
			({ at, valence }) =>
				`<circle class="${valence < 0 ? "unpleasant" : "pleasant"}" fill-opacity=".7" cx="${x(at)}" cy="${y(valence)}" r="3"/>`,
		)
		.join("");
}

/** Turning points with the number of the block beside them, within the plot. */
function turns({ turningPoints }: Arc, lang: Lang): string {
	return turningPoints
		.map(({ at, valence, kind, position }) => {
			const above = kind === "peak" ? -12 : 23;
			const anchor = at < 0.05 ? "start" : at > 0.95 ? "end" : "middle";
			const label = `${WORDS[lang].turn[kind]} · ${position + 1}`;
			return `<circle class="turn" stroke-width="2.5" cx="${x(at)}" cy="${y(valence)}" r="5.5"/><text class="label" font-size="13" font-weight="600" text-anchor="${anchor}" x="${x(at)}" y="${(Number(y(valence)) + above).toFixed(1)}">${label}</text>`;
		})
		.join("");
}

/** The shape with its fit, or why no shape is named. */
function shapeInWords({ shape, raw }: Arc, lang: Lang): string {
	const words = WORDS[lang];
	if (raw.length === 0) return words.empty;
	if (!shape.label || !shape.nearest) return shape.reason ? words.reasons[shape.reason] : "";
	const p = shape.pValue !== null && shape.pValue <= 0.001 ? "p ≤ 0.001" : `p = ${shape.pValue?.toFixed(3)}`;
	return `${words.shapes[shape.label]} · r² = ${shape.nearest.r2.toFixed(2)} · ${p}`;
}

/** An emotional arc as a standalone SVG picture: curve with its band, blocks, turning points and the shape. */
export function drawArc(arc: Arc, dialogBlocks: number, { title, lang, theme }: Picture): string {
	const words = WORDS[lang];
	const share = `${words.blocks(arc.coverage.blocks)} · ${words.tagged(Math.round(arc.coverage.share * 100))}`;
	const curve = path(arc.smoothed.map(({ at, valence }) => [at, valence] as const));
	const said = shapeInWords(arc, lang);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" lang="${lang}" role="img" aria-labelledby="t d" font-family="${FONT}">`,
		`<title id="t">${escapeXml(shortened(title))}</title><desc id="d">${escapeXml(said)}</desc>`,
		`<style>${styleSheet(theme)}</style>`,
		`<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
		`<text class="text" x="32" y="44" font-size="22" font-weight="650">${escapeXml(shortened(title))}</text>`,
		`<text class="muted" x="32" y="70" font-size="15">${escapeXml(said)}</text>`,
		grid(lang),
		scale(dialogBlocks),
		band(arc),
		dots(arc),
		curve && `<path class="line" stroke-width="2.5" stroke-linejoin="round" d="${curve}"/>`,
		turns(arc, lang),
		`<text class="muted" x="32" y="${HEIGHT - 18}" font-size="13">${share}</text>`,
		"</svg>",
	].join("\n");
}
