/** What a part of the suite did, and what went wrong in it. */
export interface Report {
	name: string;
	/** Counts by what they count, for example `{ kills: 20, acknowledged: 4031 }`. */
	figures: Readonly<Record<string, number>>;
	failures: readonly string[];
}

export const lineOf = ({ name, figures, failures }: Report): string =>
	[
		`${name}: ${Object.entries(figures)
			.map(([what, count]) => `${count.toLocaleString("en")} ${what}`)
			.join(", ")}, ${failures.length} failures`,
		...failures.map((failure) => `  ${failure}`),
	].join("\n");
