/** Rows as aligned text: the first column to the left, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [header, ...rows];
	const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
	const format = (line: readonly string[]) =>
		line
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
			)
			.join("  ")
			.trimEnd();
	return lines.map((line) => `  ${format(line)}`).join("\n");
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[middle] ?? Number.NaN)
		: ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** A target and what was measured, as one line. */
export function checked(met: boolean, target: string, measured: string): string {
	return `  ${met ? "met   " : "MISSED"}  ${target}: ${measured}`;
}
