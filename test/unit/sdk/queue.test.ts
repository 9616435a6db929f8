import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CapturedEvent } from "../../../src/sdk/public.d.ts";
import { BATCH_SIZE, createQueue, MAX_QUEUED_EVENTS, type Queue } from "../../../src/sdk/queue.ts";
import { memoryStore } from "./memory-store.ts";

const START = Date.UTC(2026, 4, 4, 10);

function counter() {
	let last = 0;
	return () => `id-${String(++last).padStart(6, "0")}`;
}

const eventAt = (ts: number): CapturedEvent => ({ type: "click", ts });
const eventsIn = (queue: Queue): CapturedEvent[] =>
	queue.waiting().flatMap(({ body }) => JSON.parse(body).events);

function queueWith(events: number, store = memoryStore(), newId = counter()) {
	const queue = createQueue(store, () => START, newId);
	for (let ts = 0; ts < events; ts++) queue.add("session", eventAt(ts));
	return { queue, store };
}

describe("the queue", () => {
	it("cuts a batch at twenty events, and what is left when asked", () => {
		const { queue } = queueWith(2 * BATCH_SIZE + 3);
		expect(queue.waiting().map(({ size }) => size)).toEqual([BATCH_SIZE, BATCH_SIZE]);
		queue.cut();
		queue.cut();
		expect(queue.waiting().map(({ size }) => size)).toEqual([BATCH_SIZE, BATCH_SIZE, 3]);
		expect(eventsIn(queue).map(({ ts }) => ts)).toEqual([...Array(43).keys()]);
	});

	it("never mixes sessions in a batch", () => {
		const { queue } = queueWith(3);
		queue.add("next session", eventAt(99));
		queue.cut();
		expect(queue.waiting().map(({ session, size }) => [session, size])).toEqual([
			["session", 3],
			["next session", 1],
		]);
	});

	it("drops the oldest beyond a thousand events, and counts them", () => {
		const { queue, store } = queueWith(MAX_QUEUED_EVENTS + 3 * BATCH_SIZE + 1);
		expect(queue.counts()).toEqual({ captured: 1_061, delivered: 0, queued: 1_001, dropped: 60 });
		expect(eventsIn(queue)[0]).toEqual(eventAt(60));
		expect(store.items.size).toBe(50);
	});

	it("gives what was not acknowledged to the next page, unchanged and in order", () => {
		const { queue, store } = queueWith(50);
		queue.cut();
		const [first, ...rest] = queue.waiting();
		if (first) queue.settle(first, true);
		const next = createQueue(store, () => START + 60_000, counter());
		expect(
			next
				.waiting()
				.map(({ id, body }) => [id, body])
				.sort(),
		).toEqual(rest.map(({ id, body }) => [id, body]));
		expect(next.counts()).toEqual({ captured: 30, delivered: 0, queued: 30, dropped: 0 });
	});

	it("leaves behind what the API may have forgotten the idempotency key of, and what is unreadable", () => {
		const { queue, store } = queueWith(5);
		queue.cut();
		store.items.set("batch:broken", "{");
		store.items.set("batch:empty", "{}");
		store.items.set("session", "not a batch");
		const next = createQueue(store, () => START + 23 * 3_600_000, counter());
		expect(next.waiting()).toEqual([]);
		expect([...store.items.keys()]).toEqual(["session"]);
	});

	it("forgets everything when told to", () => {
		const { queue, store } = queueWith(50);
		queue.clear();
		expect(queue.counts()).toEqual({ captured: 50, delivered: 0, queued: 0, dropped: 50 });
		expect(queue.waiting()).toEqual([]);
		expect(store.items.size).toBe(0);
	});

	it("accounts for every event, whatever happens in whatever order", () => {
		const step = fc.constantFrom("add", "add", "add", "cut", "deliver", "refuse", "reload");
		fc.assert(
			fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
				const store = memoryStore();
				const newId = counter();
				let queue = createQueue(store, () => START, newId);
				let added = 0;
				for (const what of steps) {
					const [oldest] = queue.waiting();
					if (what === "add") queue.add("session", eventAt(added++));
					if (what === "cut") queue.cut();
					if (what === "deliver" && oldest) queue.settle(oldest, true);
					if (what === "refuse" && oldest) queue.settle(oldest, false);
					if (what === "reload") {
						queue.cut();
						queue = createQueue(store, () => START, newId);
					}
					const { captured, delivered, queued, dropped } = queue.counts();
					expect(captured).toBe(delivered + queued + dropped);
					expect(store.items.size).toBe(queue.waiting().length);
				}
				const waiting = eventsIn(queue).map(({ ts }) => ts);
				expect(new Set(waiting).size).toBe(waiting.length);
			}),
		);
	});
});
