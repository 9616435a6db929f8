import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../../scripts/free-port.ts";
import { type LocalServer, startLocalServer } from "../../../scripts/local-server.ts";
import { differences, masked } from "./compare.ts";
import { type Block, examplesOf, readBlocks } from "./read-blocks.ts";
import { runPage } from "./run-page.ts";

const PAGES = ["README.md", ...readdirSync("docs").map((file) => `docs/${file}`)]
	.filter((file) => file.endsWith(".md"))
	.map((file) => ({ file, markdown: readFileSync(file, "utf8") }));

/** What is wrong with an answer, by what stands behind the example. */
function faults(documented: Block, answer: string): string[] {
	if (documented.language === "json") return differences(JSON.parse(documented.text), JSON.parse(answer));
	return masked(documented.text) === masked(answer.trimEnd()) ? [] : [`answered ${answer}`];
}

describe("examples", () => {
	let folder: string;
	let server: LocalServer;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "undertone-documents-"));
		server = await startLocalServer({
			port: await freePort(),
			state: join(folder, "state"),
			output: "ignore",
		});
	});
	afterAll(async () => {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	});

	const pages = PAGES.map((page) => ({ ...page, examples: examplesOf(readBlocks(page.markdown)) }));
	it.each(pages.filter(({ examples }) => examples.length > 0))(
		"of $file answer as documented",
		async ({ file, examples }) => {
			const printed = await runPage(examples, server.url, join(folder, file));
			const wrong = examples.flatMap(({ answer }, i) =>
				answer ? faults(answer, printed[i] ?? "").map((fault) => `line ${answer.line}: ${fault}`) : [],
			);
			expect(wrong).toEqual([]);
		},
	);
});

it("types of TypeScript examples hold", async () => {
	const folder = await mkdtemp(join(tmpdir(), "undertone-examples-"));
	const blocks = PAGES.flatMap(({ markdown }) => examplesOf(readBlocks(markdown)).map(({ code }) => code));
	const files = blocks.filter(({ language }) => language === "ts");
	const names = files.map((_, i) => join(folder, `${i}.ts`));
	await Promise.all(files.map(({ text }, i) => writeFile(names[i] ?? "", `${text}\nexport {};\n`)));
	const options = [
		"--ignoreConfig",
		"--noEmit",
		"--strict",
		"--target",
		"es2024",
		"--module",
		"preserve",
		"--types",
		"node",
	];
	const roots = ["--typeRoots", resolve("node_modules/@types")];
	const { stdout } = await promisify(execFile)(process.execPath, [
		"node_modules/typescript-7/bin/tsc",
		...options,
		...roots,
		...names,
	]).catch((error) => error);
	expect(names.length).toBeGreaterThan(0);
	expect(stdout).toBe("");
	await rm(folder, { recursive: true });
});

describe("comparing an answer with a document", () => {
	const id = "ea6d9111-e159-43c8-a28e-4452f12c6432";
	it.each([
		[
			"ids and times of the same form",
			{ id, at: "2026-11-22T04:58:47.390Z" },
			{ id: id.replace("e", "f"), at: "2027-01-01T00:00:00.000Z" },
		],
		["what is left out", { a: 1, "…": "…" }, { a: 1, b: 2 }],
		["a confidence that faded a little", { confidence: 0.99 }, { confidence: 0.98 }],
		["the first of a list", ["a", "…"], ["a", "b", "c"]],
	])("takes %s", (_, documented, actual) => {
		expect(differences(documented, actual)).toEqual([]);
	});

	it.each([
		["another value", { mood: "frustrated" }, { mood: "confused" }],
		["another count", { total: 5 }, { total: 6 }],
		["a field that is gone", { a: 1, b: 2 }, { a: 1 }],
		["a field that is new", { a: 1 }, { a: 1, b: 2 }],
		["a text where an id was", { id }, { id: "none" }],
		["a shorter list", ["a", "b"], ["a"]],
		["null where a list was", [], null],
	])("refuses %s", (_, documented, actual) => {
		expect(differences(documented, actual)).not.toEqual([]);
	});
});

describe("links", () => {
	it.each(PAGES)("of $file lead to files that are there", ({ file, markdown }) => {
		const targets = [...markdown.matchAll(/\]\((?!https?:|#|mailto:|\/)([^)#\s]+)(#[^)]*)?\)/g)].map(
			([, target]) => target ?? "",
		);
		const missing = targets.filter((target) => {
			try {
				readFileSync(join(file, "..", target));
				return false;
			} catch (error) {
				return (error as NodeJS.ErrnoException).code !== "EISDIR";
			}
		});
		expect(missing).toEqual([]);
	});
});

it("keeps the README a page that is read to its end", () => {
	expect(readFileSync("README.md", "utf8").split("\n").length).toBeLessThanOrEqual(151);
});
