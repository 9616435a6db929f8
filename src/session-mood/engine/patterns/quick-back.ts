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

	const isQuick = (memory: number[], at: number) =>
		(memory[SINCE] ?? NEVER) !== NEVER &&
		at - (memory[SINCE] ?? 0) <= pattern.withinMs &&
		memory[RETURNED] === 0;

	const onBack = (memory: number[], at: number) => {
		if (!isQuick(memory, at)) return 0;
		memory[RETURNED] = 1;
		return 1;
	};

	const onView = (memory: number[], event: StoredEvent, at: number) => {
		const url = fieldOf(event, FIELD.url);
		const page = url >= 0 ? url : UNKNOWN;
		const current = memory[PAGE] ?? UNKNOWN;
		if (page !== UNKNOWN && page === current) return 0;
		const fires = page !== UNKNOWN && page === memory[BEFORE] && isQuick(memory, at);
		memory[PAGE] = page;
		memory[SINCE] = at;
		memory[BEFORE] = current;
		memory[RETURNED] = fires ? 1 : 0;
		return fires ? 1 : 0;
	};

	return {
		watches: [...pattern.views.map(typeIndex), ...(back === NEVER ? [] : [back])],
		fields: FIELD.url,
		step(memory, event) {
			if (memory.length === 0) memory.push(UNKNOWN, NEVER, UNKNOWN, 0);
			const at = timeOf(event);
			return typeOf(event) === back ? onBack(memory, at) : onView(memory, event, at);
		},
	};
}
