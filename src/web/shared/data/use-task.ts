import { useState } from "preact/hooks";
import { asDataError, DataError } from "./data-error.ts";

export interface Task<Args extends unknown[]> {
	isBusy: boolean;
	/** Why the latest attempt failed. */
	error: DataError | undefined;
	/** Does it, unless it is being done. */
	start(...args: Args): Promise<void>;
}

/** Something that is done when somebody asks for it, and may fail. */
export function useTask<Args extends unknown[]>(run: (...args: Args) => Promise<void>): Task<Args> {
	const [isBusy, setBusy] = useState(false);
	const [error, setError] = useState<DataError | undefined>(undefined);
	const start = async (...args: Args) => {
		if (isBusy) return;
		setBusy(true);
		setError(undefined);
		try {
			await run(...args);
		} catch (reason) {
			const failure = asDataError(reason);
			setError(failure instanceof DataError ? failure : undefined);
		}
		setBusy(false);
	};
	return { isBusy, error, start };
}
