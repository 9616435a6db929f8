import { FIELD, fieldOf, timeOf, typeOf } from "../encode.ts";
import type { QuickBackPattern, StoredEvent } from "../types.ts";
import { type Detector, NEVER, type TypeIndex } from "./detector.ts";

const [PAGE, SINCE, BEFORE, RETURNED] = [0, 1, 2, 3] as const;
const UNKNOWN = -1;

/**
 * Fires where the back button comes soon after a page view, or where a page view leads to the page before the
 * current one; a back button and the page view that it causes are one quick-back.
 */
export function quickBackDetector(pattern: QuickBackPattern, typeIndex: TypeIndex): Detector {
	const back = pattern.back === undefined ? NEVER : typeIndex(pattern.back);

	const isQuick = (memory: number[], base: number, at: number) => {
		const since = memory[base + SINCE] ?? NEVER;
		return since !== NEVER && at - since <= pattern.withinMs && memory[base + RETURNED] === 0;
	};

	const onBack = (memory: number[], base: number, at: number) => {
		if (!isQuick(memory, base, at)) return 0;
		memory[base + RETURNED] = 1;
		return 1;
	};

	const onView = (memory: number[], base: number, event: StoredEvent, at: number) => {
		const url = fieldOf(event, FIELD.url);
		const page = Number.isNaN(url) ? UNKNOWN : url;
		const current = memory[base + PAGE] ?? UNKNOWN;
		if (page !== UNKNOWN && page === current) return 0;
		const fires = page !== UNKNOWN && page === memory[base + BEFORE] && isQuick(memory, base, at);
		memory[base + PAGE] = page;
		memory[base + SINCE] = at;
		memory[base + BEFORE] = current;
		memory[base + RETURNED] = fires ? 1 : 0;
		return fires ? 1 : 0;
	};

	return {
		watches: [...pattern.views.map(typeIndex), ...(back === NEVER ? [] : [back])],
		fields: FIELD.url,
		initial: [UNKNOWN, NEVER, UNKNOWN, 0],
		step(memory, base, event) {
			const at = timeOf(event);
			return typeOf(event) === back ? onBack(memory, base, at) : onView(memory, base, event, at);
		},
	};
}
