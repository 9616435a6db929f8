import { MODELS } from "../../src/session-mood/models/index.ts";
import { FAMILIES, livedSessions } from "../../test/support/people/index.ts";
import { judge, type Report, reportOn } from "../../test/support/people/judge.ts";
import { table } from "./table.ts";

const PEOPLE_A_FAMILY = 40;
/** Not a seed that the weights were fitted with. */
const SEED = 2027;
const WORST = 12;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How often each model reads people right, whom it interrupts, and how sure it is, on simulated kinds of people. */
export async function benchMoods(): Promise<void> {
	const sessions = livedSessions(FAMILIES, PEOPLE_A_FAMILY, SEED);
	console.log(
		`${FAMILIES.length} kinds of people, ${PEOPLE_A_FAMILY} of each, read after every event, each kind counting the same.
The weights were fitted to these kinds, though not to these people.`,
	);
	for (const model of MODELS) {
		const report = reportOn(sessions.map((session) => judge(model, session)));
		console.log(`\n${model.id}\n${describe(report)}`);
	}
}

function describe(report: Report): string {
	const figures = [
		["read right at the end", percent(report.right)],
		["innocent, interrupted at the end", percent(report.interrupted)],
		["nothing ever wrong, interrupted on the way", percent(report.everInterrupted)],
		["calibration error", report.calibrationError.toFixed(3)],
		["changes of the told mood, median", String(report.medianChanges)],
	];
	const worst = report.byFamily.slice(0, WORST).map(({ name, right, told }) => [
		name.replaceAll("_", " "),
		percent(right),
		Object.entries(told)
			.sort(([, a], [, b]) => b - a)
			.map(([mood, times]) => `${mood} ${times}`)
			.join(", "),
	]);
	return `${table(["", "measured"], figures)}\n\n${table(["read worst", "right", "told"], worst)}`;
}
