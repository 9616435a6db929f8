/**
 * Why there is no data, in the words that a page needs: `offline` no answer at all, `signed_out` the credential is no
 * longer taken, `refused` it may not, `missing`, `invalid` what was asked is wrong, `busy` try later, `broken` a fault.
 */
export type FailureKind = "offline" | "signed_out" | "refused" | "missing" | "invalid" | "busy" | "broken";

interface ErrorBody {
	error?: unknown;
	message?: unknown;
	code?: unknown;
	field?: unknown;
	request_id?: unknown;
}

/** A failure of a request. Its message is the server's own sentence, when there is one. */
export class DataError extends Error {
	override readonly name = "DataError";
	readonly kind: FailureKind;
	/** The server's stable code. */
	readonly code: string | undefined;
	/** The field of the request that is wrong. */
	readonly field: string | undefined;
	/** To be told to whoever runs the service. */
	readonly requestId: string | undefined;

	constructor(kind: FailureKind, { error, message, code, field, request_id }: ErrorBody = {}) {
		super(textOf(message) ?? textOf(error) ?? kind);
		this.kind = kind;
		this.code = textOf(code);
		this.field = textOf(field);
		this.requestId = textOf(request_id);
	}
}

const textOf = (value: unknown): string | undefined =>
	typeof value === "string" && value ? value : undefined;

const KINDS: Readonly<Record<number, FailureKind>> = {
	401: "signed_out",
	403: "refused",
	404: "missing",
	429: "busy",
	503: "busy",
};

/** What a status other than 2xx means to a page. */
export const kindOf = (status: number): FailureKind => KINDS[status] ?? (status < 500 ? "invalid" : "broken");

/** An answer of the typed client. */
interface Answer<T> {
	data?: T;
	error?: unknown;
	response: Response;
}

/** The data of an answer; throws a `DataError` when there is none, for whatever reason but an abort. */
export async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
	const { data, error, response } = await asked.catch((reason: unknown) => {
		throw asDataError(reason);
	});
	// 204 has no content, and its type says so.
	if (response.ok && (data !== undefined || response.status === 204)) return data as T;
	throw new DataError(kindOf(response.status), typeof error === "object" ? (error ?? {}) : {});
}

/** Any failure as a `DataError`. `fetch` throws a `TypeError` when no answer came; aborts stay what they are. */
export function asDataError(reason: unknown): unknown {
	if (reason instanceof DataError) return reason;
	if (reason instanceof DOMException && reason.name === "AbortError") return reason;
	return new DataError(reason instanceof TypeError ? "offline" : "broken");
}
