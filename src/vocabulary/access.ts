import { requirePermission } from "../auth/require-permission.ts";
import { requireUser } from "../auth/require-user.ts";
import { limitBody } from "../http/middleware/body-limit.ts";
import { anyBodyIsJson } from "../http/middleware/json-body.ts";
import { refusal } from "./contract.ts";

const LIMIT_BYTES = 131_072;

export const security = [{ bearer: [] }];

export const signedIn = [requireUser];
export const sending = [requireUser, limitBody(LIMIT_BYTES), anyBodyIsJson];
/** Who changes the vocabulary holds a permission; it is asked for before the body is looked at. */
export const permitted = (permission: string) => [
	requireUser,
	requirePermission(permission),
	limitBody(LIMIT_BYTES),
	anyBodyIsJson,
];

export const signedOut = { 401: refusal("No valid token") };
export const malformed = { 400: refusal("The body or an id is malformed; the answer names the field") };
export const unpermitted = (permission: string) => ({
	...malformed,
	...signedOut,
	403: refusal(`Without the permission \`${permission}\``),
});
export const unknown = { 404: refusal("There is none with this id") };
export const tooLarge = { 413: refusal("More than 128 KiB") };
export const contested = { 409: refusal("Others are changing it at the same time") };
export const deleted = { 204: { description: "Deleted" } };
