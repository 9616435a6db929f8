/**
 * Recomputes the figures of models/check through the shipped model, in workerd: `npm run check-figures` prints them and
 * fails when others are published, `npm run check-figures -- --write` publishes them in models/voice-emotion.json and
 * models/CARD.md.
 */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createVitest, type TestModule, type TestSuite } from "vitest/node";
import { type CheckFigures, checkTable, withTable } from "../test/support/check-table.ts";

const TEST = "test/voice/check-figures.test.ts";
const SPEC = "models/voice-emotion.json";
const CARD = "models/CARD.md";

/** The figures as that test computes them, whether it finds them published or not. */
async function recompute(): Promise<CheckFigures> {
	const vitest = await createVitest({
		config: "test/vitest.config.ts",
		project: ["voice"],
		watch: false,
		reporters: [],
	});
	const { testModules } = await vitest.start([TEST]);
	const figures = testModules.flatMap(figuresOf)[0];
	const errors = testModules.flatMap((module) => [module, ...module.children.allSuites()]).flatMap(errorsOf);
	await vitest.close();
	if (figures) return figures;
	throw new Error(`${TEST} computed no figures: ${errors.join("; ")}`);
}

const errorsOf = (module: TestModule | TestSuite) => module.errors().map(({ message }) => message);

function figuresOf(module: TestModule): CheckFigures[] {
	return Array.from(module.children.allTests()).flatMap((test) => {
		const { checkFigures } = test.meta() as { checkFigures?: CheckFigures };
		return checkFigures ?? [];
	});
}

async function write(figures: CheckFigures): Promise<void> {
	const spec = JSON.parse(await readFile(SPEC, "utf8"));
	spec.figures = { ...spec.figures, check: figures };
	await writeFile(SPEC, JSON.stringify(spec, null, "\t"));
	await writeFile(CARD, withTable(await readFile(CARD, "utf8"), checkTable(figures)));
	execFileSync("biome", ["format", "--write", SPEC], { stdio: "inherit" });
	process.exitCode = 0;
}

const figures = await recompute();
console.log(checkTable(figures));
if (process.argv.includes("--write")) await write(figures);
