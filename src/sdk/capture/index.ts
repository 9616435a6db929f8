import { guard } from "../guard.ts";
import { captureClicks } from "./clicks.ts";
import { captureErrors } from "./errors.ts";
import { captureFields } from "./fields.ts";
import { captureHover } from "./hover.ts";
import { captureIdle } from "./idle.ts";
import { capturePages } from "./pages.ts";
import type { Scope } from "./scope.ts";
import { captureScroll } from "./scroll.ts";
import { captureTyping } from "./typing.ts";

const CAPTURES: readonly ((scope: Scope) => void)[] = [
	capturePages,
	captureClicks,
	captureScroll,
	captureTyping,
	captureFields,
	captureHover,
	captureIdle,
	captureErrors,
];

/** Starts all captures. */
export function captureAll(scope: Scope): void {
	for (const capture of CAPTURES) guard(capture)(scope);
}
