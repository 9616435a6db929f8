import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PermissionClaims, permissionsOf } from "../../../src/auth/permissions.ts";

const granted = (claims: PermissionClaims) => [...permissionsOf(claims)].sort();

describe("permissionsOf", () => {
	it("reads the permissions array as it stands", () => {
		expect(granted({ permissions: ["emotion:create", "emotion:category:edit"] })).toEqual([
			"emotion:category:edit",
			"emotion:create",
		]);
	});

	it("reads org_permissions of a Clerk v1 token", () => {
		expect(granted({ org_permissions: ["org:emotion:create", "org:emotion_category:delete"] })).toEqual([
			"emotion:category:delete",
			"emotion:create",
		]);
	});

	it("reads the bitmask of a Clerk v2 token, least significant bit first", () => {
		const o = { id: "org_1", rol: "admin", per: "manage,read", fpm: "3,2" };
		expect(granted({ v: 2, fea: "o:dashboard,o:teams", o })).toEqual([
			"dashboard:manage",
			"dashboard:read",
			"teams:read",
		]);
	});

	it("counts emotion_category of a v2 token as emotion:category", () => {
		const o = { per: "create,edit,delete", fpm: "1,6" };
		expect(granted({ v: 2, fea: "u:export,o:emotion,uo:emotion_category", o })).toEqual([
			"emotion:category:delete",
			"emotion:category:edit",
			"emotion:create",
		]);
	});

	it("reads masks of more than 53 bits", () => {
		const per = Array.from({ length: 70 }, (_, i) => `p${i}`).join(",");
		expect(granted({ fea: "o:emotion", o: { per, fpm: (1n << 69n).toString() } })).toEqual(["emotion:p69"]);
	});

	it.each([
		["no claims", {}],
		["a string for a list", { permissions: "emotion:create" }],
		["an object for a list", { permissions: { "0": "emotion:create", length: 1 } }],
		["half a name", { permissions: ["org:"] }],
		["a bare name in org_permissions", { org_permissions: ["emotion:create"] }],
		["numbers", { permissions: [1, null, {}], org_permissions: [2] }],
		["a wildcard", { permissions: ["*", "emotion:*"] }],
		["no features", { o: { per: "create", fpm: "1" } }],
		["only user features", { fea: "u:emotion", o: { per: "create", fpm: "1" } }],
		["fewer masks than features", { fea: "o:emotion,o:teams", o: { per: "create", fpm: "1" } }],
		["more masks than features", { fea: "o:emotion", o: { per: "create", fpm: "1,1" } }],
		["a negative mask", { fea: "o:emotion", o: { per: "create", fpm: "-1" } }],
		["a hexadecimal mask", { fea: "o:emotion", o: { per: "create", fpm: "0x1" } }],
		["an empty mask", { fea: "o:emotion", o: { per: "create", fpm: "" } }],
		["a feature without scope", { fea: "emotion", o: { per: "create", fpm: "1" } }],
		["a mask that grants nothing", { fea: "o:emotion", o: { per: "create", fpm: "0" } }],
		["an organisation that is a list", { fea: "o:emotion", o: ["create"] }],
	])("grants nothing for %s", (_, claims) => {
		expect(granted(claims)).toEqual([]);
	});

	it("never throws and never grants what is not a permission name, whatever the claims", () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), fc.anything(), (permissions, org, o, fea) => {
				for (const name of permissionsOf({ permissions, org_permissions: org, o, fea }))
					expect(name).toMatch(/^[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)+$/);
			}),
		);
	});
});
