/** Of single clips or of notes; all numbers but `recordings` have three decimals. */
export interface FiguresOf {
	recordings: number;
	/** Unweighted average recall of each corpus. */
	corpora: Record<string, number>;
	/** Mean over the corpora. */
	macro: number;
	accuracyBySex: { women: number; men: number };
	expectedCalibrationError: number;
}

/** What `models/voice-emotion.json` holds under `figures.check`. */
export interface CheckFigures {
	clips: FiguresOf;
	notes: FiguresOf;
}

const [START, END] = ["<!-- check:start -->", "<!-- check:end -->"];

/** The figures as the card shows them, narrow enough for a phone. */
export function checkTable({ clips, notes }: CheckFigures): string {
	const figure = (value: number | undefined) => value?.toFixed(3) ?? "–";
	const row = (name: string, of: (figures: FiguresOf) => number | undefined) =>
		`| ${name} | ${figure(of(clips))} | ${figure(of(notes))} |`;
	return [
		`| | ${clips.recordings} clips | ${notes.recordings} notes |`,
		"|---|---|---|",
		...Object.keys(clips.corpora).map((corpus) => row(`UAR, ${corpus}`, ({ corpora }) => corpora[corpus])),
		row("UAR, mean of the corpora", ({ macro }) => macro),
		row("accuracy, women", ({ accuracyBySex }) => accuracyBySex.women),
		row("accuracy, men", ({ accuracyBySex }) => accuracyBySex.men),
		row("expected calibration error", ({ expectedCalibrationError }) => expectedCalibrationError),
	].join("\n");
}

/** The table between the card's two marks. */
export function tableIn(card: string): string {
	const [from, to] = betweenMarks(card);
	return card.slice(from, to).trim();
}

/** The card with this table between its marks. */
export function withTable(card: string, table: string): string {
	const [from, to] = betweenMarks(card);
	return `${card.slice(0, from)}\n\n${table}\n\n${card.slice(to)}`;
}

function betweenMarks(card: string): [number, number] {
	const [from, to] = [card.indexOf(START) + START.length, card.indexOf(END)];
	if (!card.includes(START) || to < from)
		throw new Error(`The card needs a line ${START} and below it ${END}`);
	return [from, to];
}

/** Names of the figures that differ by more than the tolerance or are in one of the two alone. */
export function differing(a: object, b: object, tolerance: number): string[] {
	const [left, right] = [new Map(flat(a)), new Map(flat(b))];
	const names = [...new Set([...left.keys(), ...right.keys()])];
	return names.filter((name) => {
		const distance = Math.abs((left.get(name) ?? Number.NaN) - (right.get(name) ?? Number.NaN));
		// Not a number when one is missing; what is beyond the tolerance by less than 1e-9 is rounding.
		return !(distance <= tolerance + 1e-9);
	});
}

function flat(value: unknown, name = ""): [string, number][] {
	if (typeof value !== "object" || value === null)
		return [[name, typeof value === "number" ? value : Number.NaN]];
	return Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? `${name}.${key}` : key));
}
