import type { Context } from "../../context.ts";
import type { Translator } from "./translate.ts";
import { translateByMachine } from "./translate-by-machine.ts";

/** The machine translator of this environment, undefined where there is none. */
export const machineOf = ({ translationModel }: Context): Translator | undefined =>
	translationModel && translateByMachine(translationModel);
