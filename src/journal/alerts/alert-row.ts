import type { alerts } from "../tables.ts";
import type { Pattern } from "./patterns.ts";

type StoredPattern = Pick<typeof alerts.$inferSelect, "alertType" | "patternDetails">;

/** A row says by its type what its details are: they were written together. */
export const patternOf = ({ alertType, patternDetails }: StoredPattern): Pattern =>
	({ alertType, details: patternDetails }) as Pattern;
