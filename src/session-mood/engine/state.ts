import type { ModelState, MoodModel } from "./types.ts";

/** The state of a session without events, for any model. */
export function emptyState(): ModelState {
	return { revision: 0, count: 0, last: null, edge: null, sums: [], memory: [], recent: [] };
}

/** The state as this revision of the model can use it: what another revision summed up is not comparable. */
export function currentState(model: MoodModel, state: ModelState): ModelState {
	if (state.revision === model.revision) return state;
	return {
		...emptyState(),
		revision: model.revision,
		count: state.count,
		last: state.last,
		edge: endOf(model, state),
	};
}

/** An edge after everything up to the latest event. */
export const endOf = ({ types }: MoodModel, { last }: ModelState) =>
	last === null ? null : [last, types.length];
