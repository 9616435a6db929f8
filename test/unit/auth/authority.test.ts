import { describe, expect, it } from "vitest";
import type { Actor } from "../../../src/actor.ts";
import { type Action, refusalOf } from "../../../src/auth/authority.ts";
import { settingsOf } from "../../../src/key-settings.ts";

const SHOP = "https://shop.example";
const key = (allowedOrigins: string[] | null): Actor => ({
	kind: "apiKey",
	keyId: "k",
	accountId: "a",
	plan: "starter",
	allowedOrigins,
	settings: settingsOf(null),
});
const person = (...permissions: string[]): Actor => ({
	kind: "user",
	userId: "u",
	permissions: new Set(permissions),
});

const KEY_ACTIONS: Action[] = [
	"events:record",
	"mood:read",
	"feedback:record",
	"session:erase",
	"analytics:read",
	"key:create",
	"key:list",
	"key:revoke",
];
const PERMITTED_ACTIONS: Action[] = [
	"emotion:create",
	"emotion:edit",
	"emotion:delete",
	"emotion:category:create",
	"emotion:category:edit",
	"emotion:category:delete",
];
const ALL: Action[] = [...KEY_ACTIONS, ...PERMITTED_ACTIONS, "own:use"];

const allowed = (actor: Actor, origin?: string) =>
	ALL.filter((action) => refusalOf(actor, action, origin) === undefined);

describe("what an actor may do", () => {
	it("is nothing without a key or a token", () => {
		expect(allowed({ kind: "anonymous" }, SHOP)).toEqual([]);
	});

	it("is all of session mood with a secret key, from anywhere", () => {
		expect(allowed(key(null))).toEqual(KEY_ACTIONS);
		expect(allowed(key(null), "https://other.example")).toEqual(KEY_ACTIONS);
	});

	it("is to record and to read with a publishable key, from its own origins", () => {
		expect(allowed(key([SHOP]), SHOP)).toEqual(["events:record", "mood:read"]);
		expect(allowed(key([SHOP]), "https://other.example")).toEqual([]);
		expect(allowed(key([SHOP]))).toEqual([]);
		expect(allowed(key([]), SHOP)).toEqual([]);
	});

	it("is what is theirs for a person, and what their permissions name", () => {
		expect(allowed(person())).toEqual(["own:use"]);
		expect(allowed(person("emotion:edit"))).toEqual(["emotion:edit", "own:use"]);
		expect(allowed(person("key:create", "events:record", "emotion:*", "*"))).toEqual(["own:use"]);
	});

	it("is never more than what is listed", () => {
		const unlisted = "emotion:publish" as Action;
		for (const actor of [person("emotion:publish"), key(null), key([SHOP]), { kind: "anonymous" } as const]) {
			expect(refusalOf(actor, unlisted, SHOP)).toBeDefined();
		}
	});
});
