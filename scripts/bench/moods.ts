import { MODELS } from "../../src/session-mood/models/index.ts";
import { FAMILIES, type Family, livedSessions } from "../../test/support/people/index.ts";
import { judge, type Report, reportOn } from "../../test/support/people/judge.ts";
import { STRANGERS } from "../../test/support/people/strangers/index.ts";
import { table } from "./table.ts";

const PEOPLE_A_FAMILY = 40;
/** Not a seed that the weights were fitted with. */
const SEED = 2027;
const WORST = 12;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How often each model reads people right, whom it interrupts, and how sure it is, on simulated kinds of people. */
export async function benchMoods(): Promise<void> {
	console.log(
		`${STRANGERS.length} kinds of people that the engine was not made with, and ${FAMILIES.length} that its weights were fitted to;
${PEOPLE_A_FAMILY} of each, read after every event, each kind counting the same.`,
	);
	for (const model of MODELS) {
		const report = (families: readonly Family[]) =>
			reportOn(livedSessions(families, PEOPLE_A_FAMILY, SEED).map((session) => judge(model, session)));
		console.log(`\n${model.id}\n${describe(report(STRANGERS), report(FAMILIES))}`);
	}
}

/** The worst kinds are named of those known alone: of strangers nobody should know them who works on the engine. */
function describe(strangers: Report, known: Report): string {
	const row = (name: string, of: (report: Report) => string) => [name, of(strangers), of(known)];
	const figures = [
		row("read right at the end", ({ right }) => percent(right)),
		row("innocent, interrupted at the end", ({ interrupted }) => percent(interrupted)),
		row("nothing ever wrong, interrupted on the way", ({ everInterrupted }) => percent(everInterrupted)),
		row("in trouble, help suggested on the way", ({ helped }) => percent(helped)),
		row("calibration error", ({ calibrationError }) => calibrationError.toFixed(3)),
		row("changes of the told mood, median", ({ medianChanges }) => String(medianChanges)),
		row("in trouble, noticed within 10 s of the third failure", ({ noticed }) => percent(noticed)),
		row("recovered, calm 30 s later", ({ calm }) => percent(calm)),
	];
	const worst = known.byFamily.slice(0, WORST).map(({ name, right, told }) => [
		name.replaceAll("_", " "),
		percent(right),
		Object.entries(told)
			.sort(([, a], [, b]) => b - a)
			.map(([mood, times]) => `${mood} ${times}`)
			.join(", "),
	]);
	return `${table(["", "strangers", "known kinds"], figures)}\n\n${table(["read worst", "right", "told"], worst)}`;
}
