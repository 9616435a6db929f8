/** Addresses, one a line, as the origins that browsers send; or the first line that is none. */
export function readOrigins(text: string): { origins: string[] } | { wrong: string } {
	const lines = text.split(/[\s,]+/).filter(Boolean);
	const wrong = lines.find((line) => !originOf(line));
	if (wrong !== undefined) return { wrong };
	return { origins: [...new Set(lines.flatMap((line) => originOf(line) ?? []))] };
}

function originOf(line: string): string | undefined {
	if (!/^https?:\/\/[^*]+$/.test(line) || !URL.canParse(line)) return undefined;
	return new URL(line).origin;
}
