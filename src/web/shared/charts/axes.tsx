import { ticks } from "d3-array";

/** Where a drawing's points go, in CSS pixels. */
export interface Plot {
	left: number;
	top: number;
	width: number;
	height: number;
	/** The highest value that is drawn. */
	max: number;
	format(value: number): string;
}

const LETTER = 7.2;
const LINE = 16;

/** Roughly how wide a text is, in CSS pixels. */
export const widthOf = (text: string): number => text.length * LETTER;

export const yOf = ({ top, height, max }: Plot, value: number): number =>
	top + height * (1 - value / (max || 1));

/** The axis of values with its lines and title. */
export function ValueAxis({ plot, name }: { plot: Plot; name: string }) {
	const { left, width, top, max, format } = plot;
	return (
		<g class="axis" aria-hidden="true">
			<text x={left} y={top - 14} class="axis-name">
				{name}
			</text>
			{ticks(0, max, Number.isInteger(max) && max > 1 ? Math.min(4, max) : 4).map((value) => (
				<g key={value}>
					<line x1={left} x2={left + width} y1={yOf(plot, value)} y2={yOf(plot, value)} />
					<text x={left - 8} y={yOf(plot, value)} dy="0.32em" text-anchor="end">
						{format(value)}
					</text>
				</g>
			))}
		</g>
	);
}

interface LabelAxisProps {
	plot: Plot;
	name: string;
	labels: readonly string[];
	xOf(i: number): number;
}

/** The axis of labels, as many as have room, with its title. */
export function LabelAxis({ plot: { left, width, top, height }, name, labels, xOf }: LabelAxisProps) {
	const longest = Math.max(...labels.map(widthOf), 1) + 14;
	const every = Math.max(1, Math.ceil((labels.length * longest) / width));
	return (
		<g class="axis" aria-hidden="true">
			{labels.map((label, i) =>
				i % every === 0 ? (
					<text key={label} x={xOf(i)} y={top + height + LINE + 4} text-anchor="middle">
						{label}
					</text>
				) : null,
			)}
			<text x={left + width} y={top + height + 2 * LINE + 6} class="axis-name" text-anchor="end">
				{name}
			</text>
		</g>
	);
}

/** Heights for labels beside each other, none on another: each as near to where it belongs as there is room. */
export function spread(wanted: readonly number[], gap = LINE): number[] {
	const order = wanted.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y);
	for (const [n, place] of order.entries()) {
		const above = order[n - 1];
		if (above && place.y < above.y + gap) place.y = above.y + gap;
	}
	const overflow = Math.max(0, (order.at(-1)?.y ?? 0) - Math.max(...wanted, gap * (order.length - 1)));
	const placed = Array.from(wanted);
	for (const { y, i } of order) placed[i] = y - overflow;
	return placed;
}
