import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../support/api.ts";
import {
	ALL_PERMISSIONS,
	type Ask,
	editor,
	NOBODY,
	newCategory,
	newEmotion,
	signedIn,
} from "../../support/vocabulary.ts";

const api = testApi();
let emotionId: string;
let categoryId: string;
let admin: Ask;
beforeAll(async () => {
	admin = await editor(api);
	categoryId = await newCategory(admin);
	({ id: emotionId } = (await newEmotion(admin, { categoryId })) as unknown as { id: string });
});

const newOne = () => ({ emoji: "🙂", keywords: ["happy"], categoryId });
const category = { icon: "🧪", name: "Joy", order: 1 };

/** Every mutation of the contract with the permission it needs. */
const MUTATIONS: [string, () => string, string, () => unknown][] = [
	["POST", () => "/emotions/emotions", "emotion:create", newOne],
	["PUT", () => `/emotions/emotions/${emotionId}`, "emotion:edit", () => ({})],
	["PATCH", () => `/emotions/emotions/${emotionId}`, "emotion:edit", () => ({})],
	["PUT", () => `/emotions/emotions/${emotionId}/translations`, "emotion:edit", () => ({ es: ["feliz"] })],
	["DELETE", () => `/emotions/emotions/${NOBODY}`, "emotion:delete", () => undefined],
	["POST", () => "/emotions/categories", "emotion:category:create", () => category],
	["PUT", () => `/emotions/categories/${categoryId}`, "emotion:category:edit", () => ({})],
	["PATCH", () => `/emotions/categories/${categoryId}`, "emotion:category:edit", () => ({})],
	[
		"PUT",
		() => `/emotions/categories/${categoryId}/translations`,
		"emotion:category:edit",
		() => ({ es: "Prueba" }),
	],
	["DELETE", () => `/emotions/categories/${NOBODY}`, "emotion:category:delete", () => undefined],
];

const READS = [
	["GET", () => "/emotions/emotions"],
	["GET", () => `/emotions/emotions/${emotionId}`],
	["GET", () => `/emotions/emotions/${emotionId}/translations`],
	["GET", () => "/emotions/categories"],
	["GET", () => "/emotions/categories/with-emotions"],
	["GET", () => `/emotions/categories/${categoryId}`],
	["GET", () => "/dialogs"],
] as const;

describe("without a token", () => {
	const paths: (readonly [string, () => string])[] = [
		...READS,
		...MUTATIONS.map(([method, path]) => [method, path] as const),
		["POST", () => "/emotions/suggest"],
		["POST", () => "/dialogs"],
	];
	it.each(paths)("%s is 401", async (method, path) => {
		const { status, body } = await api.request(method, `/api${path()}`, method === "GET" ? {} : { body: {} });
		expect(status).toBe(401);
		expect(body).toEqual({ error: "Unauthorized", code: "unauthenticated", message: expect.any(String) });
	});

	it("a token that is not ours is 401", async () => {
		const headers = { Authorization: "Bearer not.a.token" };
		expect((await api.request("GET", "/api/emotions/emotions", { headers })).status).toBe(401);
	});
});

describe("signed in without permissions", () => {
	it.each(READS)("%s is allowed", async (method, path) => {
		const ask = await signedIn(api, "user_reader");
		expect((await ask(method, path())).status).toBe(200);
	});
});

describe.each(MUTATIONS)("%s %s", (method, path, permission, body) => {
	it(`is 403 with every permission but ${permission}, also when the body is malformed`, async () => {
		const ask = await signedIn(api, "user_other", {
			permissions: ALL_PERMISSIONS.filter((one) => one !== permission),
		});
		for (const sent of [body(), method === "DELETE" ? undefined : { emoji: 1 }]) {
			const answer = await ask(method, path(), sent);
			expect(answer.status).toBe(403);
			expect(answer.body).toEqual({
				error: "Forbidden",
				code: "forbidden",
				message: expect.stringContaining(permission),
			});
		}
	});

	it(`is allowed with ${permission}, from whichever claim`, async () => {
		const [feature = "", name = ""] = permission.replace("emotion:category", "emotion_category").split(":");
		const clerk = permission.replace("emotion:category:", "emotion_category:");
		const tokens = [
			{ permissions: [permission] },
			{ org_permissions: [`org:${clerk}`] },
			{ v: 2, fea: `u:x,o:${feature}`, o: { id: "org_1", per: `none,${name}`, fpm: "2" } },
		];
		for (const claims of tokens) {
			const ask = await signedIn(api, "user_allowed", claims);
			expect([200, 201, 404]).toContain((await ask(method, path(), body())).status);
		}
	});
});
