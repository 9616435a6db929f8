import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { debianBrowser } from "./browsers.ts";
import { build } from "./build.ts";
import { committed, generateClientTypes, generateOpenApi } from "./openapi.ts";

const REPORT = ".build/test-report.json";
const tally = { passed: 0, failed: 0 };

function count(name: string, passed: boolean): void {
	console.log(`${passed ? "✓" : "✗"} ${name}`);
	tally[passed ? "passed" : "failed"]++;
}

const run = (command: string, ...args: string[]): boolean =>
	spawnSync(command, args, { stdio: "inherit" }).status === 0;

count("types", run("npm", "run", "--silent", "typecheck"));
count("lint and format", run("npm", "run", "--silent", "lint"));
count("binding types are up to date", run("npm", "run", "--silent", "types", "--", "--check"));
const openApi = await generateOpenApi();
count("src/web/openapi.json is up to date (npm run openapi)", openApi === (await committed.openApi()));
const clientTypes = await generateClientTypes(openApi);
count("src/client/api.d.ts is up to date (npm run openapi)", clientTypes === (await committed.clientTypes()));
count("the OpenAPI document is valid", run("npm", "run", "--silent", "lint:api"));

await build();
process.env.CHROMIUM = debianBrowser("chromium");
const completed = run(
	"vitest",
	"--config",
	"test/vitest.config.ts",
	"run",
	"--reporter=default",
	"--reporter=json",
	`--outputFile.json=${REPORT}`,
);
const report = JSON.parse(readFileSync(REPORT, "utf8"));
tally.passed += report.numPassedTests;
tally.failed += report.numFailedTests + (completed || report.numFailedTests > 0 ? 0 : 1);
if (process.argv.includes("--training")) {
	const python = ["-m", "unittest", "discover", "--start-directory", "models/training"];
	count("training of the voice model", run("/usr/bin/python3", ...python));
}
if (report.numPendingTests > 0) count(`${report.numPendingTests} tests were skipped`, false);

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 ? 1 : 0);
