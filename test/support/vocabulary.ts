import type { JWTPayload } from "jose";
import type { RequestOptions, TestApi, TestResponse } from "./api.ts";
import { userToken } from "./tokens.ts";

export const ALL_PERMISSIONS = [
	"emotion:create",
	"emotion:edit",
	"emotion:delete",
	"emotion:category:create",
	"emotion:category:edit",
	"emotion:category:delete",
];

/** Well formed, and nothing has it. */
export const NOBODY = "00000000-0000-4000-8000-000000000000";
export const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type Ask = (
	method: string,
	path: string,
	body?: unknown,
	headers?: Record<string, string>,
) => Promise<TestResponse>;

/** Requests below `/api` by a person with these claims in their token. */
export async function signedIn(api: TestApi, subject: string, claims: JWTPayload = {}): Promise<Ask> {
	const token = await userToken(subject, claims);
	return (method, path, body, headers = {}) => {
		const options: RequestOptions = { headers: { Authorization: `Bearer ${token}`, ...headers } };
		return api.request(method, `/api${path}`, body === undefined ? options : { ...options, body });
	};
}

/** A person who may do everything to the vocabulary. */
export const editor = (api: TestApi, subject = "user_editor"): Promise<Ask> =>
	signedIn(api, subject, { permissions: ALL_PERMISSIONS });

let made = 0;

/** A category of its own for a test. */
export async function newCategory(ask: Ask): Promise<string> {
	const { body } = await ask("POST", "/emotions/categories", {
		icon: "🧪",
		name: `Category ${++made}`,
		order: made,
		lang: "en",
	});
	return body.id;
}

export async function newEmotion(
	ask: Ask,
	fields: Record<string, unknown> = {},
): Promise<Record<string, never>> {
	const categoryId = fields.categoryId ?? (await newCategory(ask));
	const { body } = await ask("POST", "/emotions/emotions", {
		emoji: "🙂",
		keywords: ["happy"],
		...fields,
		categoryId,
	});
	return body;
}
