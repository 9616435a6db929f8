import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
/** Where the packages are put together; their tarballs stand beside them. */
export const packagesDirectory = join(root, ".build/packages");

const run = promisify(execFile);

interface Manifest {
	name: string;
	description: string;
	exports: Record<string, unknown>;
	types: string;
	dependencies?: Record<string, string>;
}

const { version, license, dependencies, devDependencies } = JSON.parse(
	await readFile(join(root, "package.json"), "utf8"),
);

/** What every package says of itself; the version is the project's own. */
async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
	const whole = { ...manifest, version, license, type: "module", sideEffects: false, files: ["*"] };
	await writeFile(join(directory, "package.json"), `${JSON.stringify(whole, null, 2)}\n`);
	await copyFile(join(root, "LICENSE"), join(directory, "LICENSE"));
}

async function emptyDirectory(name: string): Promise<string> {
	const directory = join(packagesDirectory, name);
	await mkdir(directory, { recursive: true });
	return directory;
}

/** The snippet: the ES module, its types, and the classic script for a `<script>` tag. */
async function buildSnippet(): Promise<string> {
	const directory = await emptyDirectory("snippet");
	const sdk = join(root, "src/sdk");
	const options = { bundle: true, minify: true, target: "es2020", logLevel: "warning" } as const;
	await Promise.all([
		build({
			...options,
			entryPoints: [join(sdk, "module.ts")],
			format: "esm",
			outfile: join(directory, "index.js"),
		}),
		build({
			...options,
			entryPoints: [join(sdk, "script.ts")],
			format: "iife",
			outfile: join(directory, "script.js"),
		}),
		copyFile(join(sdk, "public.d.ts"), join(directory, "index.d.ts")),
		writeFile(join(directory, "script.d.ts"), "export {};\n"),
		copyFile(join(sdk, "README.md"), join(directory, "README.md")),
		writeManifest(directory, {
			name: "@undertone/snippet",
			description: "Notices what happens on a page and tells how its visitor feels.",
			types: "./index.d.ts",
			exports: {
				".": { types: "./index.d.ts", default: "./index.js" },
				"./script": { types: "./script.d.ts", default: "./script.js" },
			},
		}),
	]);
	return directory;
}

/** The typed client. Its declarations are emitted by the compiler, with imports that name JavaScript. */
async function buildClient(): Promise<string> {
	const directory = await emptyDirectory("client");
	const client = join(root, "src/client");
	await Promise.all([
		build({
			entryPoints: [join(client, "index.ts")],
			outfile: join(directory, "index.js"),
			bundle: true,
			format: "esm",
			target: "es2022",
			packages: "external",
			logLevel: "warning",
		}),
		run(process.execPath, [
			join(root, "node_modules/typescript-7/bin/tsc"),
			...["-p", client, "--noEmit", "false", "--emitDeclarationOnly", "--declaration", "--outDir", directory],
		]),
		copyFile(join(client, "api.d.ts"), join(directory, "api.d.ts")),
		copyFile(join(client, "README.md"), join(directory, "README.md")),
		writeManifest(directory, {
			name: "@undertone/client",
			description: "Typed client of the Undertone API.",
			types: "./index.d.ts",
			exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
			dependencies: {
				"eventsource-parser": devDependencies["eventsource-parser"],
				"openapi-fetch": devDependencies["openapi-fetch"],
				standardwebhooks: dependencies.standardwebhooks,
			},
		}),
	]);
	const declarations = join(directory, "index.d.ts");
	const text = await readFile(declarations, "utf8");
	await writeFile(declarations, text.replaceAll(/"(\.\/[^"]+?)(?:\.d)?\.ts"/g, '"$1.js"'));
	for (const inner of ["serialize-body.d.ts", "with-retries.d.ts"]) await rm(join(directory, inner));
	return directory;
}

/** Builds both packages and packs them. Returns the paths of the tarballs. */
export async function pack(): Promise<string[]> {
	await rm(packagesDirectory, { recursive: true, force: true });
	const directories = await Promise.all([buildSnippet(), buildClient()]);
	const { stdout } = await run("npm", [
		"pack",
		"--json",
		"--pack-destination",
		packagesDirectory,
		...directories,
	]);
	const packed: { filename: string }[] = Object.values(JSON.parse(stdout));
	return packed.map(({ filename }) => join(packagesDirectory, filename));
}

if (import.meta.main) for (const tarball of await pack()) console.log(tarball);
