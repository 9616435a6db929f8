import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;
const migrations = await readD1Migrations(`${root}migrations`);
/** Every workerd project runs the Worker of wrangler.toml, with its migrations and a key set made for the run. */
const worker = () =>
	cloudflareTest({
		wrangler: { configPath: `${root}wrangler.toml` },
		miniflare: { bindings: { TEST_MIGRATIONS: migrations } },
	});

export default defineConfig({
	test: {
		projects: [
			{ root, test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
			{
				root,
				plugins: [worker()],
				test: {
					name: "workerd",
					include: ["test/workerd/**/*.test.ts"],
					setupFiles: ["test/workerd/setup.ts"],
				},
			},
			{
				root,
				// One worker without isolation: importing the ONNX runtime costs seconds a file.
				plugins: [worker()],
				test: {
					name: "voice",
					include: ["test/voice/**/*.test.ts"],
					setupFiles: ["test/workerd/setup.ts"],
					isolate: false,
					maxWorkers: 1,
				},
			},
			{
				root,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					fileParallelism: false,
				},
			},
		],
	},
});
