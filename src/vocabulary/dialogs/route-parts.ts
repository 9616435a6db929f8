import { malformed, refusal, unauthenticated } from "../../api/vocabulary.ts";
import { requireUser } from "../../auth/guards.ts";
import { limitBody, readBodyAsJson, refuseDeepJson } from "../../http/middleware/bodies.ts";
import type { Block } from "./contract.ts";
import { type DialogRow, entityTag, toDialog } from "./dialog.ts";

export const shared = { tags: ["Dialogs"], security: [{ bearer: [] }] };
/** 5,000 blocks of 800 bytes: the longest films have 3,000 of 100. */
const LIMIT_BYTES = 4 * 1_048_576;
export const read = [requireUser];
export const write = [requireUser, limitBody(LIMIT_BYTES), readBodyAsJson, refuseDeepJson];

const unknown = { 404: refusal("You have no dialog (or it has no block) with this id") };
export const tooLarge = { 413: refusal("More than 4 MiB") };
export const refused = { ...malformed, ...unauthenticated, ...unknown };
export const changing = {
	...refused,
	409: refusal("Others are changing it at the same time, or it is full"),
	412: refusal("It has changed since the version in `If-Match`"),
	...tooLarge,
};
export const tagged = (row: DialogRow) => ({ ETag: entityTag(row) });
export const whole = ({ row, blocks }: { row: DialogRow; blocks: Block[] }) => toDialog(row, blocks);
