import type { Random } from "../../src/seeded-random.ts";

export const pick = <T>(random: Random, items: readonly T[]): T => {
	if (items.length === 0) throw new Error("there is nothing to pick from");
	return items[Math.floor(random() * items.length)] as T;
};

const nested = (levels: number): unknown => {
	let value: unknown = 1;
	for (let i = 0; i < levels; i++) value = [value];
	return value;
};

/** Values that code tends to forget. */
const ODD_VALUES: readonly unknown[] = [
	...[null, true, false, 0, -1, 1.5, 1e308, Number.MIN_VALUE, 2 ** 53, "", " ", "0", "-1", "NaN", "null"],
	...["\u0000", "\ud800", "\u202e", "é".repeat(300), "😀", "a".repeat(30_000), "' OR 1=1 --", "<script>"],
	...[
		"../../etc/passwd",
		"%00",
		"__proto__",
		"constructor",
		"2026-02-30",
		"9999-12-31",
		"2026-01-01T00:00:00Z",
	],
	...[[], {}, [null], [[]], { toString: 1 }, { length: -1 }, nested(50), nested(2_000)],
	...[Array.from({ length: 2_000 }, () => "x"), JSON.parse('{"__proto__":{"admin":true}}')],
];

export const oddValue = (random: Random): unknown => pick(random, ODD_VALUES);

/** A text for a path, a query or a header, where not every text can stand. */
export const oddText = (random: Random): string => {
	const value = oddValue(random);
	return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 2_000);
};

/** A copy of a JSON value in which one place, at random, is odd, missing or doubled. */
export function mutated(value: unknown, random: Random): unknown {
	if (typeof value !== "object" || value === null || random() < 0.1) return oddValue(random);
	if (Array.isArray(value)) {
		if (value.length === 0 || random() < 0.2) return [...value, ...value, oddValue(random)];
		const at = Math.floor(random() * value.length);
		return value.with(at, mutated(value[at], random));
	}
	const entries = Object.entries(value);
	if (entries.length === 0) return { odd: oddValue(random) };
	const at = Math.floor(random() * entries.length);
	if (random() < 0.2) return Object.fromEntries(entries.toSpliced(at, 1));
	return Object.fromEntries(
		entries.map(([name, held], i) => [name, i === at ? mutated(held, random) : held]),
	);
}

/** The same bytes cut, with some exchanged, or with some repeated. */
export function damaged(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
	const at = Math.floor(random() * bytes.length);
	const how = random();
	if (how < 0.4) return bytes.slice(0, at);
	if (how < 0.6) return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at / 2)]);
	const copy = bytes.slice();
	for (let i = 0; i < 1 + copy.length / 50; i++) copy[Math.floor(random() * copy.length)] = random() * 256;
	return copy;
}
