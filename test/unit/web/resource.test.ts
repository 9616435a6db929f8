import { describe, expect, it } from "vitest";
import { asDataError, DataError, dataOf } from "../../../src/web/shared/data/data-error.ts";
import { resource } from "../../../src/web/shared/data/resource.ts";

describe("a resource", () => {
	it("keeps its data while they are loaded anew, and when that fails", async () => {
		const answers = [() => 1, () => Promise.reject(new TypeError("Failed to fetch")), () => 2];
		const loaded = resource(async () => answers.shift()?.());
		const states: unknown[] = [];
		loaded.snapshot.subscribe(({ state, data, error }) => states.push([state, data, error?.kind]));
		for (const _ of [1, 2, 3]) await loaded.refresh();
		expect(states).toEqual([
			["loading", undefined, undefined],
			["loading", undefined, undefined],
			["ready", 1, undefined],
			["refreshing", 1, undefined],
			["failed", 1, "offline"],
			["refreshing", 1, "offline"],
			["ready", 2, undefined],
		]);
		expect(loaded.snapshot.value.at).toBeLessThanOrEqual(Date.now());
	});

	it("gives an attempt up for a newer one, whichever answers last", async () => {
		const answer: ((value: string) => void)[] = [];
		const signals: AbortSignal[] = [];
		const loaded = resource((signal) => {
			signals.push(signal);
			return new Promise<string>((resolve) => answer.push(resolve));
		});
		const attempts = [loaded.refresh(), loaded.refresh()];
		answer[1]?.("new");
		answer[0]?.("old");
		await Promise.all(attempts);
		expect(loaded.snapshot.value.data).toBe("new");
		expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
	});

	it("takes in what is known from a change, once it has data", async () => {
		const loaded = resource(async () => [1]);
		loaded.change((list) => [...list, 2]);
		expect(loaded.snapshot.value.data).toBe(undefined);
		await loaded.refresh();
		loaded.change((list) => [...list, 2]);
		expect(loaded.snapshot.value.data).toEqual([1, 2]);
	});
});

describe("a failure", () => {
	const answer = (status: number, error: unknown) =>
		dataOf(Promise.resolve({ error, response: new Response(null, { status }) }));

	it.each([
		[400, "invalid"],
		[401, "signed_out"],
		[403, "refused"],
		[404, "missing"],
		[409, "invalid"],
		[429, "busy"],
		[500, "broken"],
		[503, "busy"],
	])("with status %i is told apart as %s, in the server's words", async (status, kind) => {
		const body = {
			error: "Short",
			message: "Long.",
			code: "invalid_input",
			field: "events",
			request_id: "r1",
		};
		const failure = answer(status, body);
		await expect(failure).rejects.toBeInstanceOf(DataError);
		await expect(failure).rejects.toMatchObject({
			kind,
			message: "Long.",
			code: "invalid_input",
			field: "events",
			requestId: "r1",
		});
	});

	it("that is no JSON of ours still is one", async () => {
		await expect(answer(502, "<html>")).rejects.toMatchObject({ kind: "broken", message: "broken" });
		await expect(answer(502, undefined)).rejects.toMatchObject({ kind: "broken" });
	});

	it("without an answer means offline; an abort stays one", async () => {
		await expect(dataOf(Promise.reject(new TypeError("Failed to fetch")))).rejects.toMatchObject({
			kind: "offline",
		});
		const abort = new DOMException("", "AbortError");
		expect(asDataError(abort)).toBe(abort);
	});
});
