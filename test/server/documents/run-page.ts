import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Example } from "./read-blocks.ts";

/** The address that documents name; examples run against another. */
const DOCUMENTED_URL = "http://127.0.0.1:8787";
const TIMEOUT_MS = 60_000;

/**
 * Runs the examples of one page in their order, in one shell: a variable that one block sets is there in the next, and
 * in TypeScript as `process.env.NAME`. Resolves to what each printed; throws at the first that fails.
 */
export async function runPage(examples: readonly Example[], url: string, folder: string): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	const local = (text: string) => text.replaceAll(DOCUMENTED_URL, url);
	const steps = await Promise.all(
		examples.map(async ({ code }, i) => {
			const output = join(folder, `${i}.out`);
			const header = `echo "the block in line ${code.line}" > '${folder}/current'\n`;
			if (code.language === "sh") return `${header}{\n${local(code.text)}\n} > '${output}'\n`;
			const file = join(folder, `${i}.ts`);
			await writeFile(file, local(code.text));
			return `${header}node '${file}' > '${output}'\n`;
		}),
	);
	const script = join(folder, "page.sh");
	await writeFile(script, `set -euo pipefail\nset -o allexport\n${steps.join("")}`);
	const { status, errors } = await bash(script, { PORT: new URL(url).port });
	if (status !== 0) {
		const where = await readFile(join(folder, "current"), "utf8");
		throw new Error(`${where.trim()} ended with exit code ${status}:\n${errors}`);
	}
	const printed = examples.map((_, i) => readFile(join(folder, `${i}.out`), "utf8"));
	return (await Promise.all(printed)).map((text) => text.replaceAll(url, DOCUMENTED_URL));
}

function bash(script: string, variables: Record<string, string>) {
	const shell = spawn("bash", [script], {
		env: { ...process.env, ...variables },
		stdio: ["ignore", "ignore", "pipe"],
		timeout: TIMEOUT_MS,
	});
	let errors = "";
	shell.stderr.on("data", (chunk) => {
		errors += chunk;
	});
	return new Promise<{ status: number | null; errors: string }>((resolve, reject) => {
		shell.on("error", reject);
		shell.on("close", (status) => resolve({ status, errors }));
	});
}
