import { useRef, useState } from "preact/hooks";

/** How far each key goes; rows are for what stands in columns, such as the days of weeks. */
const stepsFor = (rows: number): Readonly<Record<string, number>> => ({
	ArrowRight: rows,
	ArrowLeft: -rows,
	ArrowDown: rows === 1 ? -1 : 1,
	ArrowUp: rows === 1 ? 1 : -1,
	Home: Number.NEGATIVE_INFINITY,
	End: Number.POSITIVE_INFINITY,
});

/** Points of a drawing: one stop for the tabulator, arrow keys go from one to the next, each says what it is. */
export function usePoints(labels: readonly string[], rows = 1) {
	const drawing = useRef<SVGSVGElement>(null);
	const [stop, setStop] = useState(0);
	const [shown, setShown] = useState<number | undefined>(undefined);
	const last = labels.length - 1;
	const steps = stepsFor(rows);

	const propsOf = (i: number) => ({
		role: "img" as const,
		"aria-label": labels[i] ?? "",
		"data-point": i,
		tabIndex: i === Math.min(stop, last) ? 0 : -1,
		onFocus: () => {
			setStop(i);
			setShown(i);
		},
		onBlur: () => setShown(undefined),
		onPointerEnter: () => setShown(i),
		onPointerLeave: () => setShown(undefined),
		onKeyDown: (event: KeyboardEvent) => {
			const step = steps[event.key];
			if (step === undefined) return;
			event.preventDefault();
			const next = Math.max(0, Math.min(last, i + step));
			drawing.current?.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus();
		},
	});
	return { drawing, propsOf, shown: shown === undefined ? undefined : labels[shown] };
}
