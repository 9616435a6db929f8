import { readFileSync } from "node:fs";
import { type Random, seededRandom } from "../../src/seeded-random.ts";
import { pick } from "./mutate.ts";
import { newPersonToken } from "./world.ts";

/** Somebody who changes one thing of their own, and knows at every moment what the server must have of it. */
export interface Actor {
	/**
	 * Sends one change and notes it once it is acknowledged. A change that got no answer is sent again, the very same,
	 * by the next step. Throws where there is no answer, or a wrong one.
	 */
	step(url: string): Promise<void>;
	/** How what the server has differs from what it acknowledged; undefined where it does not. */
	difference(url: string): Promise<string | undefined>;
}

interface Answer {
	status: number;
	// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into
	body: any;
	etag: string;
}

/** An answer that no acknowledged or repeated change should get. */
export class WrongAnswer extends Error {}

type Headers = Readonly<Record<string, string>>;

async function send(
	url: string,
	method: string,
	headers: Headers,
	body?: string | FormData,
): Promise<Answer> {
	const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
	const text = await response.text();
	const etag = response.headers.get("ETag") ?? "";
	return { status: response.status, body: text ? JSON.parse(text) : undefined, etag };
}

function expectStatus({ status, body }: Answer, ...allowed: readonly number[]): void {
	if (allowed.includes(status)) return;
	// The server is being killed or started; the change is sent again.
	if (status === 503) throw new Error("not now");
	throw new WrongAnswer(`${status} ${JSON.stringify(body).slice(0, 200)}`);
}

const json = (value: unknown): string => JSON.stringify(value);
const JSON_TYPE: Headers = { "Content-Type": "application/json" };
const bearer = (token: string): Headers => ({ Authorization: `Bearer ${token}` });

/** Posts batches of events, each with its idempotency key, and now and then erases the session. */
export function sessionActor(key: string, sessionId: string, random: Random): Actor {
	const headers = { "X-Api-Key": key };
	let events = 0;
	let pending: { erase: true } | { count: number; key: string } | undefined;
	return {
		async step(url) {
			pending ??=
				events > 0 && random() < 0.02
					? { erase: true }
					: { count: 1 + Math.floor(random() * 5), key: crypto.randomUUID() };
			const at = `${url}/v1/sessions/${sessionId}`;
			if ("erase" in pending) {
				expectStatus(await send(at, "DELETE", headers), 200, 404);
				events = 0;
			} else {
				const batch = { events: Array.from({ length: pending.count }, () => ({ type: "click" })) };
				const idempotent = { ...headers, "Idempotency-Key": pending.key };
				expectStatus(await send(`${at}/events`, "POST", idempotent, json(batch)), 200);
				events += pending.count;
			}
			pending = undefined;
		},
		async difference(url) {
			const { status, body } = await send(`${url}/v1/sessions/${sessionId}/mood`, "GET", headers);
			const stored = status === 404 ? 0 : body.event_count;
			return stored === events ? undefined : `session: ${events} events acknowledged, ${stored} stored`;
		},
	};
}

const note = readFileSync(new URL("../../test/voice/fixtures/note.webm", import.meta.url));

/** Records a note, changes it, deletes it or erases the journal, and begins again as somebody else. */
export function journalActor(random: Random): Actor {
	let token: string | undefined;
	let id: string | undefined;
	let text: string | null = null;
	let pending: { note: string } | { end: "entry" | "journal" } | undefined;

	async function record(url: string, as: Headers): Promise<void> {
		const form = new FormData();
		form.set("audio", new File([note], "note.webm", { type: "audio/webm" }));
		form.set("language", "en");
		form.set("duration", "40");
		expectStatus(await send(`${url}/api/moods`, "POST", as, form), 201, 409);
		const { body } = await send(`${url}/api/moods`, "GET", as);
		id = body.data[0].id;
	}

	return {
		async step(url) {
			token ??= await newPersonToken();
			const as = bearer(token);
			if (id === undefined) return record(url, as);
			pending ??=
				random() < 0.3 ? { end: pick(random, ["entry", "journal"] as const) } : { note: crypto.randomUUID() };
			if ("note" in pending) {
				const body = json({ selectedEmoji: "😌", note: pending.note });
				expectStatus(await send(`${url}/api/moods/${id}`, "PATCH", { ...as, ...JSON_TYPE }, body), 200);
				text = pending.note;
			} else {
				const path = pending.end === "entry" ? `/api/moods/${id}` : "/api/account";
				expectStatus(await send(url + path, "DELETE", as), 200, 404);
				const { body } = await send(`${url}/api/moods`, "GET", as);
				if (body.data.length > 0) throw new WrongAnswer(`journal: an erased ${pending.end} is still there`);
				token = undefined;
				id = undefined;
				text = null;
			}
			pending = undefined;
		},
		async difference(url) {
			if (token === undefined) return undefined;
			const { body } = await send(`${url}/api/moods`, "GET", bearer(token));
			const stored = body.data.map((entry: { id: string; note: string | null }) => [entry.id, entry.note]);
			const expected = id === undefined ? [] : [[id, text]];
			return json(stored) === json(expected)
				? undefined
				: `journal: ${json(expected)} acknowledged, ${json(stored)} stored`;
		},
	};
}

/** Adds blocks to a dialog, each to the version that it knows. */
export function dialogActor(token: string): Actor {
	const as = { ...bearer(token), ...JSON_TYPE };
	let dialog: { id: string; etag: string } | undefined;
	let blocks = 0;
	return {
		async step(url) {
			if (dialog === undefined) {
				const created = await send(`${url}/api/dialogs`, "POST", as, json({ title: "Chaos", lang: "en" }));
				expectStatus(created, 201);
				dialog = { id: created.body.id, etag: created.etag };
				blocks = 0;
				return;
			}
			const at = `${url}/api/dialogs/${dialog.id}`;
			const body = json({ speaker: "ANNA", text: `Line ${blocks}` });
			const added = await send(`${at}/blocks`, "POST", { ...as, "If-Match": dialog.etag }, body);
			// 412: the version moved on, because this very change was stored and its answer lost.
			expectStatus(added, 200, 201, 412);
			// Counted once the new version is known: until then the same block is sent again.
			dialog.etag = (await send(at, "GET", as)).etag;
			blocks++;
		},
		async difference(url) {
			if (dialog === undefined) return undefined;
			const { body } = await send(`${url}/api/dialogs/${dialog.id}`, "GET", as);
			return body.blocks.length === blocks
				? undefined
				: `dialog: ${blocks} blocks acknowledged, ${body.blocks.length} stored`;
		},
	};
}

const DAY_MS = 86_400_000;

/** Imports a journal of a few months, as somebody else each time. */
export function importActor(): Actor {
	const days = 120;
	let token: string | undefined;
	let isImported = false;
	const entries = Array.from({ length: days }, (_, i) => {
		const day = new Date(Date.UTC(2025, 0, 1) + i * DAY_MS).toISOString().slice(0, 10);
		return `${day},good`;
	});
	const csv = ["full_date,mood", ...entries].join("\n");
	return {
		async step(url) {
			if (isImported || token === undefined) token = await newPersonToken();
			isImported = false;
			const headers = { ...bearer(token), "Content-Type": "text/csv" };
			expectStatus(await send(`${url}/api/import`, "POST", headers, csv), 200);
			isImported = true;
		},
		async difference(url) {
			if (!isImported || token === undefined) return undefined;
			const { body } = await send(`${url}/api/export?format=json`, "GET", bearer(token));
			return body.entries.length === days
				? undefined
				: `import: ${days} days acknowledged, ${body.entries.length} stored`;
		},
	};
}

/** One of each kind, and eight sessions. */
export async function newActors(key: string, seed: number): Promise<Actor[]> {
	const random = seededRandom(seed);
	const sessions = Array.from({ length: 8 }, (_, i) => sessionActor(key, `chaos-${i}`, random));
	return [...sessions, journalActor(random), dialogActor(await newPersonToken()), importActor()];
}
