import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { extractDecoderWasm } from "./extract-decoder-wasm.ts";

const COMMITTED = "src/web/openapi.json";
const BUNDLE = ".build/openapi.mjs";

/** The document as the app generates it. Models and WebAssembly are left out: no schema depends on them. */
export async function generateOpenApi(): Promise<string> {
	// A fresh checkout has not been built yet, and an import of what is not there is an error, left out or not.
	await extractDecoderWasm();
	await build({
		stdin: {
			contents: `export { createApp } from "./src/app.ts"; export { openApiDocument } from "./src/http/openapi-document.ts"; export { TAG_GROUPS } from "./src/api/tag-groups.ts";`,
			resolveDir: process.cwd(),
		},
		bundle: true,
		format: "esm",
		platform: "node",
		conditions: ["workerd", "worker", "browser"],
		external: ["cloudflare:*", "node:*"],
		loader: { ".wasm": "empty", ".onnx": "empty", ".txt": "text", ".html": "text" },
		outfile: BUNDLE,
		logLevel: "error",
	});
	const { createApp, openApiDocument, TAG_GROUPS } = await import(pathToFileURL(BUNDLE).href);
	return `${JSON.stringify(openApiDocument(createApp(), TAG_GROUPS), null, 2)}\n`;
}

export const committedOpenApi = (): Promise<string> => readFile(COMMITTED, "utf8");

if (import.meta.main) await writeFile(COMMITTED, await generateOpenApi());
