import { ABILITIES } from "./abilities.ts";
import { APP_USERS } from "./apps.ts";
import { FAILING } from "./failing.ts";
import { FORM_FILLERS } from "./forms.ts";
import { LEAVING } from "./leaving.ts";
import { LOST } from "./lost.ts";
import { ACQUAINTANCES } from "./met/index.ts";
import { AMID_NOISE } from "./noise.ts";
import type { Family } from "./person.ts";
import { READERS } from "./reading.ts";
import { RECOVERING } from "./recovering.ts";
import { SHOPPERS } from "./shopping.ts";
import { WATCHERS } from "./watching.ts";
import { WRITERS } from "./writing.ts";

export { type Family, type LivedSession, livedSessions, type PersonEvent } from "./person.ts";

/** The people whom the model was made with: its weights are fitted to them. */
export const FAMILIES: readonly Family[] = [
	...READERS,
	...WRITERS,
	...WATCHERS,
	...ABILITIES,
	...SHOPPERS,
	...FORM_FILLERS,
	...APP_USERS,
	...AMID_NOISE,
	...RECOVERING,
	...FAILING,
	...LOST,
	...LEAVING,
	...ACQUAINTANCES,
];
