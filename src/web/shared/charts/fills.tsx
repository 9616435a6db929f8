import { signal } from "@preact/signals";

const query = matchMedia("(forced-colors: active)");
const isForced = signal(query.matches);
query.addEventListener("change", ({ matches }) => {
	isForced.value = matches;
});

/** One path a pattern, in a tile of 8 × 8: what tells areas apart where the colours are the reader's own. */
const PATTERNS = [
	"M0 0h8v8H0z",
	"M0 8L8 0M-2 2L2 -2M6 10L10 6",
	"M0 4h8",
	"M4 0v8",
	"M0 0L8 8M-2 6L2 10M6 -2L10 2",
	"M2 2h1M6 6h1",
	"M0 4h8M4 0v8",
	"M0 0L8 8M0 8L8 0",
];

/** What the n-th kind of thing in a drawing is filled with. */
export const fillOf = (id: string, n: number, color: string): string =>
	isForced.value ? `url(#${id}-${n % PATTERNS.length})` : color;

/** The definitions that fills refer to where colours are forced. */
export const Patterns = ({ id }: { id: string }) =>
	isForced.value ? (
		<defs>
			{PATTERNS.map((path, n) => (
				<pattern key={path} id={`${id}-${n}`} width="8" height="8" patternUnits="userSpaceOnUse">
					<path d={path} class={n === 0 ? "pattern-full" : "pattern-line"} />
				</pattern>
			))}
		</defs>
	) : null;
