import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { keySetOf, LOCAL_ISSUER, newSigningKey } from "../scripts/local-keys.ts";

const root = new URL("..", import.meta.url).pathname;
// The Worker imports what the build step extracts; a fresh checkout has none of it yet.
if (!existsSync(`${root}.build/wasm`)) {
	execFileSync(process.execPath, [`${root}scripts/extract-decoder-wasm.ts`]);
}
const signingKey = await newSigningKey();
const bindings = {
	TEST_MIGRATIONS: await readD1Migrations(`${root}migrations`),
	TEST_SIGNING_KEY: signingKey,
	CLERK_ISSUER: LOCAL_ISSUER,
	LOCAL_JWKS: keySetOf(signingKey),
	WEB_ORIGINS: "https://app.test",
};

/** Files that tests read, recordings for example: `env.FIXTURES.fetch("http://fixtures/speech.webm")`. */
const serviceBindings = {
	FIXTURES: { disk: { path: `${root}test/voice/fixtures` } },
	MODELS: { disk: { path: `${root}models` } },
};

/** The Worker of wrangler.toml in workerd, with its migrations and a key set made for the run. */
const worker = () =>
	cloudflareTest({
		wrangler: { configPath: `${root}wrangler.toml` },
		miniflare: { bindings, serviceBindings },
	});
/** The decoders' demuxer as one file: its modules do not resolve in the test runner. */
const alias = { mediabunny: `${root}node_modules/mediabunny/dist/bundles/mediabunny.mjs` };

/** Tests of pages in which nothing depends on time, so that others may run beside them. */
const PAGES = ["accessibility", "assets", "card", "charts", "console", "docs", "pages"].map(
	(name) => `test/browser/${name}.test.ts`,
);

/** Far above what any test needs: a busy machine must not make one fail. */
const testTimeout = 120_000;

export default defineConfig({
	test: {
		silent: "passed-only",
		// By default one core is left to others, which on two cores is half of them.
		maxWorkers: "100%",
		projects: [
			// Pure code, in one process: nothing here touches what another file could see.
			{
				root,
				test: { name: "unit", testTimeout: 20_000, include: ["test/unit/**/*.test.ts"], isolate: false },
			},
			{ root, test: { name: "statistics", testTimeout, include: ["test/statistics/**/*.test.ts"] } },
			{
				root,
				plugins: [worker()],
				resolve: { alias },
				test: {
					name: "workerd",
					testTimeout,
					include: ["test/workerd/**/*.test.ts"],
					setupFiles: ["test/support/workerd-setup.ts"],
					// Each test owns its tenant, so files may share a worker.
					isolate: false,
				},
			},
			{
				root,
				// Without isolation: importing the ONNX runtime costs seconds, once a worker instead of once a file.
				plugins: [worker()],
				resolve: { alias },
				test: {
					name: "voice",
					testTimeout,
					hookTimeout: testTimeout,
					include: ["test/voice/**/*.test.ts"],
					setupFiles: ["test/support/workerd-setup.ts"],
					isolate: false,
				},
			},
			{
				root,
				test: {
					name: "server",
					testTimeout,
					hookTimeout: testTimeout,
					include: ["test/server/**/*.test.ts"],
				},
			},
			{
				root,
				test: {
					name: "pages",
					testTimeout,
					hookTimeout: testTimeout,
					globalSetup: ["test/browser/support/setup.ts"],
					include: PAGES,
				},
			},
			{
				root,
				test: {
					name: "browser",
					testTimeout,
					globalSetup: ["test/browser/support/setup.ts"],
					include: ["test/browser/**/*.test.ts"],
					exclude: PAGES,
					hookTimeout: testTimeout,
					fileParallelism: false,
					// Last and alone: what a browser shows depends on time, which a busy machine stretches.
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
