import { describe, expect, it } from "vitest";
import { createSession, SESSION_IDLE_LIMIT_MS } from "../../../src/sdk/session.ts";
import type { Store } from "../../../src/sdk/store.ts";
import { memoryStore } from "./memory-store.ts";

function sessionIn(store: Store) {
	const clock = { now: 1_000_000 };
	let last = 0;
	return {
		clock,
		session: createSession(
			store,
			() => clock.now,
			() => `session-${++last}`,
		),
	};
}

describe("the session", () => {
	it("begins with the first interaction, not before", () => {
		const { session } = sessionIn(memoryStore());
		expect(session.current()).toBeNull();
		expect(session.touch()).toBe("session-1");
		expect(session.current()).toBe("session-1");
	});

	it("lasts until half an hour after the last interaction", () => {
		const { session, clock } = sessionIn(memoryStore());
		session.touch();
		clock.now += SESSION_IDLE_LIMIT_MS - 1;
		expect(session.touch()).toBe("session-1");
		clock.now += SESSION_IDLE_LIMIT_MS - 1;
		expect(session.current()).toBe("session-1");
		clock.now += 1;
		expect(session.current()).toBeNull();
		expect(session.touch()).toBe("session-2");
	});

	it("goes on in the next page of the tab", () => {
		const store = memoryStore();
		sessionIn(store).session.touch();
		expect(sessionIn(store).session.current()).toBe("session-1");
	});

	it("lasts as long as the page where there is no storage", () => {
		const nothing: Store = { get: () => null, set: () => {}, remove: () => {}, names: () => [] };
		const { session } = sessionIn(nothing);
		expect([session.touch(), session.touch(), session.current()]).toEqual(Array(3).fill("session-1"));
	});

	it("begins anew where the storage holds nonsense", () => {
		const { session } = sessionIn(memoryStore(new Map([["session", "gibberish"]])));
		expect(session.current()).toBeNull();
		expect(session.touch()).toBe("session-1");
	});
});
