import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

/** One forbidden import a row: the rule that must refuse it, the file it stands in, and what is imported. */
const VIOLATIONS: [rule: string, file: string, imported: string][] = [
	["no-circle", "src/planted-circle-back.ts", "./planted-circle.ts"],
	["ground-imports-nothing-above", "src/planted.ts", "./journal/language.ts"],
	["ground-imports-nothing-above", "src/planted.ts", "./db/client.ts"],
	["context-knows-the-database-alone", "src/context.ts", "./http/router.ts"],
	["db-knows-no-layer-above", "src/db/planted.ts", "../journal/tables.ts"],
	["http-knows-no-layer-above", "src/http/planted.ts", "../auth/authority.ts"],
	["http-knows-no-layer-above", "src/http/planted.ts", "../vocabulary/languages.ts"],
	["auth-knows-no-layer-above", "src/auth/planted.ts", "../api/v1.ts"],
	["auth-knows-no-layer-above", "src/auth/planted.ts", "../journal/language.ts"],
	["api-knows-no-capability", "src/api/planted.ts", "../voice/analyse-recording.ts"],
	["accounts-imports-no-other-capability", "src/accounts/planted.ts", "../session-mood/routes.ts"],
	[
		"session-mood-imports-no-other-capability",
		"src/session-mood/engine/planted.ts",
		"../../journal/language.ts",
	],
	["voice-imports-no-other-capability", "src/voice/features/planted.ts", "../../journal/language.ts"],
	["journal-imports-no-other-capability", "src/journal/planted.ts", "../vocabulary/languages.ts"],
	["journal-imports-no-other-capability", "src/journal/planted.ts", "../voice/analyse-voice.ts"],
	[
		"vocabulary-imports-no-other-capability",
		"src/vocabulary/arcs/analysis/planted.ts",
		"../../../journal/language.ts",
	],
	["nobody-imports-the-top", "src/journal/planted.ts", "../app.ts"],
	["runtime-in-objects-only", "src/journal/planted.ts", "cloudflare:workers"],
	["http-in-routes-only", "src/journal/planted.ts", "hono"],
	["http-in-routes-only", "src/vocabulary/planted.ts", "@hono/zod-openapi"],
	["sql-in-verbs-only", "src/journal/planted-routes.ts", "drizzle-orm"],
	["sql-in-verbs-only", "src/vocabulary/planted-contract.ts", "./tables.ts"],
	["onnx-in-voice-model-only", "src/journal/planted.ts", "onnxruntime-web"],
	["pure-code-imports-pure-code", "src/journal/insights/planted.ts", "drizzle-orm"],
	["pure-code-imports-pure-code", "src/journal/adjustment/planted.ts", "drizzle-orm"],
	["pure-code-imports-pure-code", "src/journal/days/planted.ts", "../../context.ts"],
	["pure-code-imports-pure-code", "src/session-mood/engine/planted.ts", "../../db/client.ts"],
	["pages-and-snippet-know-no-server", "src/sdk/planted.ts", "../session-mood/routes.ts"],
	["pages-and-snippet-know-no-server", "src/web/planted.ts", "../config.ts"],
	["pages-import-no-other-page", "src/web/console/planted.ts", "../demo/goods.ts"],
	["pages-import-no-other-page", "src/web/demo/planted.ts", "../console/texts.ts"],
	["shared-knows-no-page", "src/web/shared/planted.ts", "../demo/goods.ts"],
	["plain-pages-stay-plain", "src/web/demo/planted.ts", "preact"],
	["service-imports-no-tool", "src/journal/planted.ts", "../../scripts/port.ts"],
	["service-imports-no-tool", "src/journal/planted.ts", "esbuild"],
];

interface Violation {
	from: string;
	rule: { name: string };
	to: string;
}

/** Declared here: the configuration is plain JavaScript. */
interface Fences {
	forbidden: { name: string; comment: string }[];
}

const root = resolve(import.meta.dirname, "../..");
const copy = join(root, ".build/fences");

/** What the fences refuse in a copy of src that holds every planted import, as a type and as a value in turn. */
async function refusedImports(): Promise<Violation[]> {
	await rm(copy, { recursive: true, force: true });
	await cp(join(root, "src"), join(copy, "src"), { recursive: true });
	await cp(join(root, "scripts/port.ts"), join(copy, "scripts/port.ts"));
	const planted = Map.groupBy(VIOLATIONS, ([, file]) => file);
	planted.set("src/planted-circle.ts", [["no-circle", "", "./planted-circle-back.ts"]]);
	for (const [file, violations] of planted) {
		const lines = violations.map(([, , imported], i) =>
			i % 2 === 0 ? `import type {} from "${imported}";` : `import "${imported}";`,
		);
		await mkdir(dirname(join(copy, file)), { recursive: true });
		await writeFile(join(copy, file), `${lines.join("\n")}\n`);
	}
	const options = ["--config", join(root, ".dependency-cruiser.mjs"), "--output-type", "json", "src"];
	const run = promisify(execFile)(join(root, "node_modules/.bin/depcruise"), options, {
		cwd: copy,
		maxBuffer: 64 * 1024 * 1024,
	});
	// It exits with the number of errors, which are what is asked for.
	const { stdout } = await run.catch((error: { stdout: string }) => error);
	return JSON.parse(stdout).summary.violations;
}

describe("the fences between the folders of src", () => {
	let refused: Violation[];
	beforeAll(async () => {
		refused = await refusedImports();
	});

	it.each(VIOLATIONS)("%s: refuses that %s imports %s", (rule, file, imported) => {
		const name = imported.replace(/^(\.\.?\/)+/, "");
		const found = refused.filter((violation) => violation.rule.name === rule);
		// A circle is reported once, from either of its files.
		const ends = found.map(({ from, to }) =>
			(rule === "no-circle" ? [from, to].sort() : [from, to]).join(" → "),
		);
		expect(ends).toContainEqual(expect.stringMatching(new RegExp(`^${file} → .*${name}`)));
	});

	it("has a planted violation for every rule, and every rule says the way out", async () => {
		const { default: fences }: { default: Fences } = await import(join(root, ".dependency-cruiser.mjs"));
		expect(new Set(VIOLATIONS.map(([rule]) => rule))).toEqual(
			new Set(fences.forbidden.map(({ name }) => name)),
		);
		for (const { comment } of fences.forbidden) expect(comment.split(". ").length).toBeGreaterThan(1);
	});
});
